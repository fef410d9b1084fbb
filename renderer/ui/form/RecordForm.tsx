import { useId } from 'react'
import { Controller } from 'react-hook-form'
import { fieldOf } from '@shared/kernel/registers'
import { focusFirst } from '../focus-first'
import { DraftLine } from './DraftLine'
import { FieldGroup } from './FieldGroup'
import { FormFooter } from './FormFooter'
import { ProblemList } from './ProblemList'
import { RecordField } from './RecordField'
import type { RecordFormProps } from './record-form-props'
import { useFormKeys } from './use-form-keys'
import { useRecordForm, type RecordFormState } from './use-record-form'
import './form.css'

/** A record as a form: typed freely, kept as a draft while it is typed, stored when saved. */
export function RecordForm(props: RecordFormProps) {
  const { register, draft, groups } = props
  const state = useRecordForm(props)
  const idBase = useId()
  useFormKeys(state.save)
  return (
    <form ref={focusFirst} className="record-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <div className="record-form-scroll">
        <div className="record-form-column">
          {draft !== null && state.keeper.keptAt !== null && (
            <DraftLine draft={draft} onDiscard={state.startOver} />
          )}
          <ProblemList
            register={register}
            problems={state.problems}
            failure={state.failure}
            idBase={idBase}
          />
          <div className="record-form-parts">
            <Groups groups={groups.slice(0, 1)} {...{ idBase, props, state }} />
            <Groups groups={groups.slice(1)} {...{ idBase, props, state }} />
          </div>
        </div>
      </div>
      <FormFooter
        keptAt={state.keeper.keptAt}
        busy={state.busy}
        onSave={(close) => void state.save(close)}
        onCancel={props.onCancel}
      />
    </form>
  )
}

type Shared = {
  readonly idBase: string
  readonly props: RecordFormProps
  readonly state: RecordFormState
}

/** Groups below each other; a wide window shows the first one beside the others. */
function Groups({ groups, ...shared }: Shared & Pick<RecordFormProps, 'groups'>) {
  const { problems } = shared.state
  return (
    <div className="record-form-part">
      {groups.map((group) => (
        <FieldGroup
          key={group.key}
          title={group.title}
          hasProblem={problems.some((problem) => group.fields.includes(problem.path))}
        >
          {group.fields.map((name) => (
            <BoundField key={name} name={name} {...shared} />
          ))}
        </FieldGroup>
      ))}
    </div>
  )
}

type BoundProps = Shared & { readonly name: string }

function BoundField({ name, idBase, props, state }: BoundProps) {
  const spec = fieldOf(props.register, name)
  if (spec === undefined) return null
  return (
    <Controller
      name={name}
      control={state.control}
      render={({ field: { value, onChange } }) => (
        <RecordField
          register={props.register}
          name={name}
          spec={spec}
          id={`${idBase}-${name}`}
          isNew={props.record === null}
          value={value ?? ''}
          values={state.values()}
          problem={state.problems.find((each) => each.path === name)}
          onChange={(next) => {
            onChange(next)
            state.changed(name, next)
          }}
          onBlur={state.keeper.flush}
        />
      )}
    />
  )
}

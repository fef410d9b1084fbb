import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartName } from '@shared/features/details/part'
import { hiddenOf, parts } from '@shared/features/details/parts'
import { derivedNames } from '@shared/features/details/summary'
import { fieldLabel } from '@shared/kernel/field-labels'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../../ui'
import { focusFirst } from '../../ui/focus-first'
import { DraftLine, FieldGroup, FormFooter, useFormKeys } from '../../ui/form'
import { ClashDialog } from './ClashDialog'
import { DetailsProblems } from './DetailsProblems'
import type { Opened } from './DetailsPage'
import { groupsOf } from './groups'
import { HeadField } from './HeadField'
import { LineTable } from './LineTable'
import { useDetailsForm } from './use-details-form'
import { useSavingDetails } from './use-saving-details'
import './details-form.css'

type Props = Opened & { readonly part: PartName; readonly onStartOver: () => void }

/** A part as a form: typed freely, kept as a draft while it is typed, stored whole when saved. */
export function DetailsForm(props: Props) {
  const { part, request, draft, onStartOver } = props
  const { t } = useTranslation('registers')
  const idBase = useId()
  const navigate = useNavigate()
  const notify = useNotify()
  const form = useDetailsForm(part, props)
  const leave = () => void navigate({ to: '/requests/$id', params: { id: request.id } })
  const saving = useSavingDetails({
    id: request.id,
    part,
    form,
    onSaved: (close) => {
      notify.show({ tone: 'good', text: t('saved') })
      if (close) leave()
    },
  })
  useFormKeys(saving.save)
  const startOver = () => void form.keeper.discard().then(onStartOver).catch(notify.failed)
  return (
    <form ref={focusFirst} className="record-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <div className="record-form-scroll">
        <div className="details-form">
          {draft !== null && form.keeper.keptAt !== null && <DraftLine draft={draft} onDiscard={startOver} />}
          <DetailsProblems part={part} problems={saving.problems} failure={saving.failure} idBase={idBase} />
          <FillsLine part={part} />
          <HeadGroups part={part} form={form} idBase={idBase} />
          <Lists part={part} form={form} idBase={idBase} />
        </div>
      </div>
      <FormFooter
        keptAt={form.keeper.keptAt}
        busy={saving.busy}
        onSave={(close) => void saving.save(close)}
        onCancel={leave}
      />
      {saving.clash !== null && (
        <ClashDialog
          part={part}
          clash={saving.clash}
          onMine={() => void saving.settle(true)}
          onTheirs={startOver}
          onBack={() => void saving.settle(false)}
        />
      )}
    </form>
  )
}

/** Says which fields of the register follow from the form. */
function FillsLine({ part }: { readonly part: PartName }) {
  const { t } = useTranslation('details')
  const { language } = useFormat()
  const names = derivedNames(part)
  if (names.length === 0) return null
  const fields = names
    .map((field) => fieldLabel('requests', field, language))
    .join(language === 'zh' ? '、' : ', ')
  return <p className="ui-quiet">{t('fills', { fields })}</p>
}

type SectionProps = {
  readonly part: PartName
  readonly form: ReturnType<typeof useDetailsForm>
  readonly idBase: string
}

function HeadGroups({ part, form, idBase }: SectionProps) {
  const { t } = useTranslation('details')
  return (
    <div className="details-head">
      {groupsOf(part, form.hidden).map(({ key, fields }) => (
        <FieldGroup
          key={key}
          title={t(`group.${key}`)}
          hasProblem={fields.some((field) => form.marks[`head.${field}`]?.refused === true)}
        >
          {fields.map((field) => (
            <HeadField
              key={field}
              part={part}
              field={field}
              idBase={idBase}
              value={form.raw.head[field] ?? ''}
              territory={form.raw.head['territory'] ?? ''}
              words={form.marks[`head.${field}`]?.words}
              refused={form.marks[`head.${field}`]?.refused === true}
              act={form.act}
              onBlur={form.keeper.flush}
            />
          ))}
        </FieldGroup>
      ))}
    </div>
  )
}

function Lists({ part, form, idBase }: SectionProps) {
  const rights = useRights()
  return parts[part].lists.map((list) => (
    <LineTable
      key={list.name}
      list={list}
      hidden={hiddenOf(list.fields, rights)}
      lines={form.raw.lists[list.name] ?? []}
      marks={form.marks}
      idBase={idBase}
      act={form.act}
      onBlur={form.keeper.flush}
    />
  ))
}

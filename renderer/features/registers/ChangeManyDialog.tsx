import { Select } from 'antd'
import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldOf, type RegisterName } from '@shared/kernel/registers'
import { errorWords } from '../../i18n/errors'
import { useFormat } from '../../i18n/format'
import { FormDialog, ErrorState, IconButton } from '../../ui'
import { FieldInput, FormField } from '../../ui/form'
import { ManyPreviewTable } from './ManyPreviewTable'
import { useChangeMany, useManyFields, type ChangeManyProps, type Wanted } from './use-change-many'
import './change-many.css'

/** Gives many records the same values, after showing what that does to each. */
export function ChangeManyDialog(props: ChangeManyProps) {
  const { register, marked, total, onClose } = props
  const { t } = useTranslation('registers')
  const many = useChangeMany(props)
  const { wanted, setWanted, preview } = many
  const change = (next: Wanted) => setWanted(wanted.map((each) => (each.field === next.field ? next : each)))
  return (
    <FormDialog
      wide
      title={t('many.title')}
      submit={t('many.submit', { count: preview?.changes ?? 0 })}
      busy={many.busy}
      disabled={!many.isSettled || (preview?.changes ?? 0) === 0}
      onClose={onClose}
      onSubmit={() => void many.apply()}
    >
      <div className="change-many">
        <WhichRecords
          marked={marked.length}
          total={total}
          onlyMarked={many.onlyMarked}
          onPick={many.setOnlyMarked}
        />
        {wanted.map((each) => (
          <WantedField
            key={each.field}
            register={register}
            wanted={each}
            problem={many.problems.find(({ path }) => path === each.field)}
            onChange={(raw) => change({ ...each, raw })}
            onRemove={() => setWanted(wanted.filter(({ field }) => field !== each.field))}
          />
        ))}
        <FieldChoice
          register={register}
          taken={wanted}
          onPick={(field) => setWanted([...wanted, { field, raw: '' }])}
        />
        {many.failure !== null && <ErrorState error={many.failure} />}
        {preview === undefined && many.failure === null && (
          <p className="change-many-hint">{t('many.choose')}</p>
        )}
        {preview !== undefined && (
          <ManyPreviewTable register={register} preview={preview} values={many.values} />
        )}
      </div>
    </FormDialog>
  )
}

type RecordsProps = {
  readonly marked: number
  readonly total: number
  readonly onlyMarked: boolean
  readonly onPick: (onlyMarked: boolean) => void
}

function WhichRecords({ marked, total, onlyMarked, onPick }: RecordsProps) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const all = t('many.filtered', { count: format.integer(total) })
  if (marked === 0) return <p>{all}</p>
  return (
    <fieldset className="change-many-which">
      <legend>{t('many.which')}</legend>
      <Which checked={onlyMarked} onPick={() => onPick(true)}>
        {t('many.marked', { count: marked })}
      </Which>
      <Which checked={!onlyMarked} onPick={() => onPick(false)}>
        {all}
      </Which>
    </fieldset>
  )
}

type WhichProps = {
  readonly checked: boolean
  readonly onPick: () => void
  readonly children: string
}

function Which({ checked, onPick, children }: WhichProps) {
  return (
    <label>
      <input type="radio" name="which" checked={checked} onChange={onPick} /> {children}
    </label>
  )
}

type WantedProps = {
  readonly register: RegisterName
  readonly wanted: Wanted
  readonly problem: FieldProblem | undefined
  readonly onChange: (raw: string) => void
  readonly onRemove: () => void
}

function WantedField({ register, wanted, problem, onChange, onRemove }: WantedProps) {
  const { t } = useTranslation('registers')
  const { language } = useFormat()
  const id = useId()
  const spec = fieldOf(register, wanted.field)
  if (spec === undefined) return null
  const label = fieldLabel(register, wanted.field, language)
  // What is still empty is not wrong yet.
  const isWrong = problem !== undefined && wanted.raw !== ''
  return (
    <div className="change-many-field">
      <FormField
        id={id}
        label={label}
        wide
        required={false}
        error={isWrong ? errorWords(problem) : undefined}
      >
        <FieldInput
          spec={spec}
          id={id}
          value={wanted.raw}
          onChange={onChange}
          status={isWrong ? 'error' : undefined}
          aria-describedby={`${id}-note`}
          aria-invalid={isWrong}
        />
      </FormField>
      <IconButton icon={X} label={t('many.removeField', { field: label })} onClick={onRemove} />
    </div>
  )
}

type ChoiceProps = {
  readonly register: RegisterName
  readonly taken: readonly Wanted[]
  readonly onPick: (field: string) => void
}

function FieldChoice({ register, taken, onPick }: ChoiceProps) {
  const { t } = useTranslation('registers')
  const { language } = useFormat()
  const id = useId()
  const fields = useManyFields(register).filter((field) => taken.every((each) => each.field !== field))
  const label = taken.length === 0 ? t('many.field') : t('many.add')
  return (
    <FormField
      id={id}
      label={label}
      wide
      required={false}
      error={undefined}
      hint={taken.length > 0 ? t('many.empties') : undefined}
    >
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        placeholder={t('filter.choose')}
        options={fields.map((field) => ({ value: field, label: fieldLabel(register, field, language) }))}
        onChange={(field: string | null) => {
          if (field !== null) onPick(field)
        }}
      />
    </FormField>
  )
}

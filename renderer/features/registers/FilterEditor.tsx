import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '@shared/contract/page'
import type { FieldSpec } from '@shared/kernel/field'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldEntries, fieldOf, hiddenFields, type RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { focusFirst } from '../../ui/focus-first'
import { CodePick, DateInput, TenantPick } from '../../ui/form'
import { conditionOfDays, daysOf, isRange } from './filter-words'
import { boundsOf, conditionOfBounds } from './filter-bounds'

type Props = {
  readonly register: RegisterName
  /** The condition to change; undefined: a new one. */
  readonly condition: Condition | undefined
  readonly onApply: (condition: Condition) => void
}

/** Chooses a field and the values it should have. */
export function FilterEditor({ register, condition, onApply }: Props) {
  const { t } = useTranslation('registers')
  const { language } = useFormat()
  const [field, setField] = useState(condition?.field ?? null)
  const spec = field === null ? undefined : fieldOf(register, field)
  const id = useId()
  const hidden = hiddenFields(register, useRights())
  const options = fieldEntries(register)
    .filter(([name]) => !hidden.includes(name))
    .filter(([, candidate]) => !(candidate.kind === 'text' && candidate.long === true))
    .map(([name]) => ({ value: name, label: fieldLabel(register, name, language) }))
  return (
    <div className="filter-editor" ref={condition === undefined ? focusFirst : undefined}>
      <label htmlFor={id}>{t('filter.field')}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={field}
        placeholder={t('filter.choose')}
        disabled={condition !== undefined}
        options={options}
        onChange={setField}
      />
      {spec !== undefined && field !== null && (
        <ValuesEditor key={field} field={field} spec={spec} condition={condition} onApply={onApply} />
      )}
    </div>
  )
}

type ValuesProps = {
  readonly field: string
  readonly spec: FieldSpec
  readonly condition: Condition | undefined
  readonly onApply: (condition: Condition) => void
}

function ValuesEditor(props: ValuesProps) {
  return isRange(props.spec) ? <SpanEditor {...props} /> : <ListEditor {...props} />
}

function ListEditor({ field, spec, condition, onApply }: ValuesProps) {
  const { t } = useTranslation('registers')
  const [values, setValues] = useState<readonly string[]>((condition?.in ?? []).map(String))
  const id = useId()
  const change = (next: readonly string[]) => setValues(next)
  return (
    <form
      ref={focusFirst}
      className="filter-values"
      onSubmit={(event) => {
        event.preventDefault()
        if (values.length > 0) onApply({ field, in: [...values] })
      }}
    >
      <label htmlFor={id}>{t('filter.values')}</label>
      {spec.kind === 'choice' && (
        <CodePick id={id} list={spec.list} multiple value={values} onChange={change} />
      )}
      {spec.kind === 'tenant' && (
        <TenantPick
          id={id}
          value={values[0] ?? ''}
          onChange={(tenant) => change(tenant === '' ? [] : [tenant])}
        />
      )}
      {spec.kind === 'text' && (
        <Input
          id={id}
          value={values[0] ?? ''}
          onChange={(event) => change(event.target.value === '' ? [] : [event.target.value])}
        />
      )}
      <Button type="primary" htmlType="submit" disabled={values.length === 0}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}

function SpanEditor({ field, spec, condition, onApply }: ValuesProps) {
  const { t } = useTranslation('registers')
  const { timeZone, language } = useFormat()
  const isDay = spec.kind === 'date' || spec.kind === 'instant'
  const [span, setSpan] = useState(() => {
    if (condition === undefined) return { from: '', to: '' }
    return isDay ? daysOf(spec, condition, timeZone) : boundsOf(spec, condition, language)
  })
  const from = useId()
  const to = useId()
  const next = isDay
    ? conditionOfDays(field, spec, span, timeZone)
    : conditionOfBounds(field, spec, span, language)
  const isEmpty = next === null || (next.from === undefined && next.to === undefined)
  return (
    <form
      ref={focusFirst}
      className="filter-values"
      onSubmit={(event) => {
        event.preventDefault()
        if (next !== null && !isEmpty) onApply(next)
      }}
    >
      <label htmlFor={from}>{t('filter.fromLabel')}</label>
      <Bound
        id={from}
        isDay={isDay}
        value={span.from}
        onChange={(value) => setSpan({ ...span, from: value })}
      />
      <label htmlFor={to}>{t('filter.toLabel')}</label>
      <Bound id={to} isDay={isDay} value={span.to} onChange={(value) => setSpan({ ...span, to: value })} />
      <Button type="primary" htmlType="submit" disabled={isEmpty}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}

type BoundProps = {
  readonly id: string
  readonly isDay: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

function Bound({ id, isDay, value, onChange }: BoundProps) {
  if (isDay) return <DateInput id={id} value={value} onChange={onChange} />
  return (
    <Input id={id} inputMode="decimal" value={value} onChange={(event) => onChange(event.target.value)} />
  )
}

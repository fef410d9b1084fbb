import { useTranslation } from 'react-i18next'
import { changePlace } from '@shared/features/details/changes'
import type { FieldValue } from '@shared/kernel/field'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldOf, type RegisterName } from '@shared/kernel/registers'
import { useApiQuery } from '../../api/client'
import { codeMeaning, useCodeWords } from '../../api/code-words'
import { useFormat } from '../../i18n/format'
import { valueText } from '../../i18n/field-value'
import { useChangeWords } from './use-change-words'

type Props = {
  readonly register: RegisterName
  readonly field: string
  readonly change: readonly [FieldValue, FieldValue]
}

/** One field of a change: its value before and after. */
export function FieldChange({ register, field, change }: Props) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const [before, after] = change
  const place = changePlace(field)
  const wordsOf = useChangeWords()
  // A dated return of head-counts is noted as `employees@2026-03-31`.
  const [name = field, day] = field.split('@')
  const label = fieldLabel(register, name, format.language)
  const dated = day === undefined ? label : t('dated', { field: label, date: format.date(day) })
  return (
    <>
      <dt>{place === undefined ? dated : wordsOf(place)}</dt>
      <dd>
        <Value register={register} field={name} value={before} empty={t('nothing')} />
        <span aria-label={t('becomes')}> → </span>
        <Value register={register} field={name} value={after} empty={t('nothing')} />
      </dd>
    </>
  )
}

type ValueProps = {
  readonly register: RegisterName
  readonly field: string
  readonly value: FieldValue
  readonly empty: string
}

function Value({ register, field, value, empty }: ValueProps) {
  const format = useFormat()
  const spec = changePlace(field)?.spec ?? fieldOf(register, field)
  const isTenant = spec?.kind === 'tenant' && typeof value === 'string'
  useCodeWords()
  const tenant = useApiQuery('tenants', 'get', { id: String(value) }, { enabled: isTenant })
  if (value === null) return <span className="history-nothing">{empty}</span>
  if (isTenant) return <span>{tenant.data?.tenant.name ?? '…'}</span>
  const text = spec === undefined ? String(value) : valueText(spec, value, format)
  const meaning = spec?.kind === 'code' ? codeMeaning(spec.list, text, format.language) : undefined
  return <span>{meaning === undefined ? text : `${text} · ${meaning}`}</span>
}

import { useTranslation } from 'react-i18next'
import { codeLabel } from '@shared/kernel/code-lists'
import { changePlace } from '@shared/features/details/changes'
import type { FieldValue } from '@shared/kernel/field'
import { codeListOfChange } from '@shared/features/audit/change-keys'
import { nameFromLog } from '@shared/features/checklists/checklist'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldOf, type RegisterName } from '@shared/kernel/registers'
import { useApiQuery } from '../../api/client'
import { codeMeaning, useCodeWords } from '../../api/code-words'
import { useFormat, type Format } from '../../i18n/format'
import { valueText } from '../../i18n/field-value'
import { TextDiff } from '../../ui'
import { useChangeWords } from './use-change-words'

type Props = {
  readonly register: RegisterName
  readonly field: string
  readonly change: readonly [FieldValue, FieldValue]
}

/** What stands in the log beside the fields of a record. */
const remarks = [
  'stage',
  'reason',
  'override',
  'item',
  'itemStatus',
  'need',
  'issuedOn',
  'validTo',
  'file',
  'template',
  'rows',
  'link',
  'other',
] as const
type Remark = (typeof remarks)[number]

const isRemark = (name: string): name is Remark => (remarks as readonly string[]).includes(name)

/** From this length on what became of a text is shown word by word. */
const longText = 60

/** One field of a change: its value before and after. */
export function FieldChange({ register, field, change }: Props) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const [before, after] = change
  const place = changePlace(field)
  const wordsOf = useChangeWords()
  // A dated return of head-counts is noted as `employees@2026-03-31`.
  const [name = field, day] = field.split('@')
  const label = isRemark(name) ? t(`own.${name}`) : fieldLabel(register, name, format.language)
  const dated = day === undefined ? label : t('dated', { field: label, date: format.date(day) })
  return (
    <>
      <dt>{place === undefined ? dated : wordsOf(place)}</dt>
      <dd>
        {isLong(register, name, change) ? (
          <TextDiff before={String(before)} after={String(after)} />
        ) : (
          <Values register={register} field={name} change={change} />
        )}
      </dd>
    </>
  )
}

function isLong(register: RegisterName, field: string, [before, after]: Props['change']): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false
  return fieldOf(register, field)?.kind === 'text' && Math.max(before.length, after.length) > longText
}

function Values({ register, field, change: [before, after] }: Props) {
  const { t } = useTranslation('history')
  return (
    <>
      {(before !== null || !isRemark(field)) && (
        <>
          <Value register={register} field={field} value={before} />
          <span aria-label={t('becomes')}> → </span>
        </>
      )}
      <Value register={register} field={field} value={after} />
    </>
  )
}

type ValueProps = { readonly register: RegisterName; readonly field: string; readonly value: FieldValue }

function Value({ register, field, value }: ValueProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const spec = changePlace(field)?.spec ?? fieldOf(register, field)
  const isTenant = spec?.kind === 'tenant' && typeof value === 'string'
  useCodeWords()
  const tenant = useApiQuery('tenants', 'get', { id: String(value) }, { enabled: isTenant })
  if (value === null) return <span className="history-nothing">{t('nothing')}</span>
  if (isTenant) return <span>{tenant.data?.tenant.name ?? '…'}</span>
  if (spec === undefined) return <span>{remarkText(field, value, format)}</span>
  const text = valueText(spec, value, format)
  const meaning = spec.kind === 'code' ? codeMeaning(spec.list, text, format.language) : undefined
  return <span>{meaning === undefined ? text : `${text} · ${meaning}`}</span>
}

/** A value that belongs to no field of the register, in words. */
function remarkText(name: string, value: string | number, format: Format): string {
  if (typeof value === 'number') return format.integer(value)
  const list = codeListOfChange(name)
  if (list !== undefined) return codeLabel(list, value, format.language)
  if (name === 'item' || name === 'template') return nameFromLog(value, format.language)
  return name === 'issuedOn' || name === 'validTo' ? format.date(value) : value
}

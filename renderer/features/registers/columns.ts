import type { ReactNode } from 'react'
import type { FieldSpec } from '@shared/kernel/field'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldEntries, type RegisterName } from '@shared/kernel/registers'
import type { Format } from '../../i18n/format'
import type { RegisterColumn } from '../../ui/register'
import { fieldText } from '../../i18n/field-value'
import type { ListedRow } from './record-api'

/** How a field stands in the list at first sight; fields that are not listed can be added by hand. */
export type ColumnHint = {
  readonly width: number
  readonly importance: number
  readonly grows?: boolean
  readonly label?: string
  /** Drawn instead of the text, out of the field itself and those it `reads` beside. */
  readonly render?: (row: ListedRow) => ReactNode
  readonly reads?: readonly string[]
}

/** The fields the data side has an order of; it keeps pages quick, so it has one only for these. */
const sortableFields: Readonly<Record<RegisterName, readonly string[]>> = {
  tenants: ['name', 'movedIn', 'movedOut', 'leaseEnd', 'country', 'unit', 'leasedArea', 'employees'],
  requests: ['receivedAt', 'dueAt', 'reference'],
  incidents: ['occurredAt', 'severity', 'reference'],
}

const widthOfKind = {
  text: 160,
  choice: 130,
  code: 130,
  date: 110,
  instant: 140,
  decimal: 120,
  money: 140,
  integer: 100,
  tenant: 200,
} as const

/** What the text of a field is made of. */
function readsOf(field: string, spec: FieldSpec): readonly string[] {
  if (spec.kind === 'tenant') return ['tenantName']
  return spec.kind === 'money' ? [field, spec.currencyField] : [field]
}

/**
 * The columns of a register: the fields of `hints` in their order, then all others, which show only when asked for.
 */
export function registerColumns(
  register: RegisterName,
  format: Format,
  hints: Readonly<Record<string, ColumnHint>>,
): readonly RegisterColumn<ListedRow>[] {
  const entries = new Map(fieldEntries(register))
  const first = Object.keys(hints)
  const rest = [...entries.keys()].filter((field) => !first.includes(field))
  return [...first, ...rest].flatMap((field) => {
    const spec = entries.get(field)
    if (spec === undefined) return []
    const hint = hints[field]
    // What is drawn stands at the beginning like every mark.
    const numeric = hint?.render === undefined && ['decimal', 'money', 'integer'].includes(spec.kind)
    return [
      {
        field,
        reads: [...readsOf(field, spec), ...(hint?.reads ?? [])],
        label: hint?.label ?? fieldLabel(register, field, format.language),
        width: hint?.width ?? widthOfKind[spec.kind],
        importance: hint?.importance ?? 0,
        grows: hint?.grows,
        numeric,
        sortable: sortableFields[register].includes(field),
        text: (row: ListedRow) => fieldText(register, field, row, format),
        render: hint?.render,
      },
    ]
  })
}

import { codeLabel } from '@shared/kernel/code-lists'
import type { FieldSpec, FieldValue } from '@shared/kernel/field'
import { fieldOf, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import type { Format } from './format'

/** Decimals every amount of money is shown with. */
const moneyScale = 2

/** A field of a row as it is read on screen; empty where there is nothing. */
export function fieldText(register: RegisterName, field: string, row: AnyValues, format: Format): string {
  const spec = fieldOf(register, field)
  if (spec?.kind === 'tenant') return String(row['tenantName'] ?? '')
  const value = row[field] ?? null
  if (spec === undefined || value === null) return ''
  if (spec.kind === 'money') return moneyText(value, row[spec.currencyField] ?? null, format)
  return valueText(spec, value, format)
}

/** A single value as it is read on screen, where the rest of its row is not known. */
export function valueText(spec: FieldSpec, value: FieldValue, format: Format): string {
  if (value === null) return ''
  if (typeof value === 'string') {
    if (spec.kind === 'choice') return codeLabel(spec.list, value, format.language)
    return spec.kind === 'date' ? format.date(value) : value
  }
  switch (spec.kind) {
    case 'instant':
      return format.instant(value)
    case 'decimal':
      return format.decimal(value, spec.scale)
    case 'money':
      return format.decimal(value, moneyScale, moneyScale)
    default:
      return format.integer(value)
  }
}

function moneyText(value: FieldValue, currency: FieldValue, format: Format): string {
  if (typeof value !== 'number') return ''
  return typeof currency === 'string'
    ? format.money(value, currency)
    : format.decimal(value, moneyScale, moneyScale)
}

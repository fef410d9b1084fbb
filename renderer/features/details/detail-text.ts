import type { TFunction } from 'i18next'
import { specOf, type ListName, type PartSpec } from '@shared/features/details/part'
import type { FieldSpecs } from '@shared/kernel/field'
import type { AnyValues } from '@shared/kernel/registers'
import { valueText } from '../../i18n/field-value'
import type { Format } from '../../i18n/format'

/** A field of a part as it is read on screen. */
export function detailText(specs: FieldSpecs, field: string, values: AnyValues, format: Format): string {
  const spec = specOf(specs, field)
  const value = values[field] ?? null
  if (spec === undefined || value === null) return ''
  return valueText(spec, value, format)
}

/** An amount with the currency that another field holds. */
export function amountText(amount: unknown, currency: unknown, format: Format): string {
  if (typeof amount !== 'number') return ''
  return typeof currency === 'string' ? format.money(amount, currency) : format.decimal(amount, 2, 2)
}

/** A weight in grams as kilograms, with its unit. */
export function weightText(grams: unknown, t: TFunction<'details'>, format: Format): string {
  return typeof grams === 'number' ? t('weight', { value: format.decimal(grams, 3) }) : ''
}

/** The fields of one of a part's lists. */
export function fieldsOf(part: PartSpec, list: ListName): FieldSpecs {
  return part.lists.find(({ name }) => name === list)?.fields ?? {}
}

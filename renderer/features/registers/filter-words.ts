import { codeLabel } from '@shared/kernel/code-lists'
import type { Condition } from '@shared/contract/page'
import type { FieldSpec, FieldValue } from '@shared/kernel/field'
import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'
import type { Format } from '../../i18n/format'
import { valueText } from '../../i18n/field-value'

/** Kinds of fields a filter takes a span of, not a list of values. */
export function isRange(spec: FieldSpec): boolean {
  return ['date', 'instant', 'decimal', 'money', 'integer'].includes(spec.kind)
}

/**
 * The first and last day of a condition on a date or an instant. Stored is the end as the first day that is no longer
 * meant.
 */
export function daysOf(spec: FieldSpec, condition: Condition, zone: string): { from: string; to: string } {
  const day = (value: string | number | undefined, shift: number) => {
    if (value === undefined) return ''
    const date = typeof value === 'number' ? utcToZoned(value, zone).date : value
    return shifted(date, shift)
  }
  const isDay = spec.kind === 'date' || spec.kind === 'instant'
  return isDay ? { from: day(condition.from, 0), to: day(condition.to, -1) } : { from: '', to: '' }
}

/** The condition that a first and a last day (each may be empty) stand for; null while one of them is no day. */
export function conditionOfDays(
  field: string,
  spec: FieldSpec,
  days: { readonly from: string; readonly to: string },
  zone: string,
): Condition | null {
  if (![days.from, days.to].every((day) => day === '' || isoDay.test(day))) return null
  const stored = (day: string) => (spec.kind === 'instant' ? zonedToUtc(day, undefined, zone) : day)
  return {
    field,
    ...(days.from === '' ? {} : { from: stored(days.from) }),
    ...(days.to === '' ? {} : { to: stored(shifted(days.to, 1)) }),
  }
}

/** A day moved by whole days, `YYYY-MM-DD`. */
export function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + by)
  return date.toISOString().slice(0, 10)
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/u

export type ConditionWords = {
  readonly empty: string
  readonly from: (value: string) => string
  readonly to: (value: string) => string
  readonly span: (from: string, to: string) => string
  readonly tenant: (id: string) => string
}

/** What a condition asks for, in words, without the name of its field. */
export function conditionText(
  spec: FieldSpec,
  condition: Condition,
  format: Format,
  words: ConditionWords,
): string {
  if (condition.in !== undefined) {
    return condition.in.map((value) => memberText(spec, value, format, words)).join(' · ')
  }
  const { from, to } = boundTexts(spec, condition, format)
  if (from !== '' && to !== '') return from === to ? from : words.span(from, to)
  return from === '' ? words.to(to) : words.from(from)
}

function memberText(spec: FieldSpec, value: FieldValue, format: Format, words: ConditionWords): string {
  if (value === null) return words.empty
  if (spec.kind === 'choice') return codeLabel(spec.list, String(value), format.language)
  return spec.kind === 'tenant' ? words.tenant(String(value)) : valueText(spec, value, format)
}

function boundTexts(spec: FieldSpec, condition: Condition, format: Format): { from: string; to: string } {
  if (spec.kind === 'date' || spec.kind === 'instant') {
    const days = daysOf(spec, condition, format.timeZone)
    return {
      from: days.from === '' ? '' : format.date(days.from),
      to: days.to === '' ? '' : format.date(days.to),
    }
  }
  const last = typeof condition.to === 'number' ? condition.to - 1 : (condition.to ?? null)
  return { from: valueText(spec, condition.from ?? null, format), to: valueText(spec, last, format) }
}

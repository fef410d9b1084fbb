import type { FieldProblem } from '@shared/contract/result'
import { codeTableLengths, maximumScaled, type FieldSpec, type FieldValue } from '@shared/kernel/field'
import { parseDateTime } from '@shared/kernel/parse-date'
import { fromScaledInteger, toScaledInteger } from '@shared/kernel/parse-number'
import { fieldSchema, mustBeGiven } from '@shared/kernel/record-schema'
import { fieldEntries, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'

/**
 * What stands in a form, field by field, as text: codes and ids as they are, dates `YYYY-MM-DD`, instants
 * `YYYY-MM-DD HH:MM` in the park's zone, numbers as canonical decimals; what cannot be read, as it was typed.
 */
export type RawValues = Readonly<Record<string, string>>

/** Decimals of a number field's stored integer. */
export function scaleOf(spec: FieldSpec): number {
  if (spec.kind === 'decimal') return spec.scale
  return spec.kind === 'money' ? 2 : 0
}

/** A stored value as it stands in a form. */
export function rawText(spec: FieldSpec, value: FieldValue, zone: string): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (spec.kind !== 'instant') return fromScaledInteger(value, scaleOf(spec))
  const { date, time } = utcToZoned(value, zone)
  return `${date} ${time.slice(0, 5)}`
}

/** A record as it stands in a form. */
export function rawValues(register: RegisterName, row: AnyValues, zone: string): RawValues {
  return Object.fromEntries(
    fieldEntries(register).map(([name, spec]) => [name, rawText(spec, row[name] ?? null, zone)]),
  )
}

export type RawReading =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly problem: FieldProblem }

/** What a field of a form stands for when it is stored, or why it cannot be stored. */
export function readRaw(
  register: RegisterName,
  name: string,
  spec: FieldSpec,
  raw: string,
  zone: string,
): RawReading {
  return readValue(spec, raw, { path: name, required: mustBeGiven(register, name, spec), zone })
}

/** Where a text stands, whether there must be one, and the park's zone for what it says of a time. */
export type RawPlace = { readonly path: string; readonly required: boolean; readonly zone: string }

/** The same for a field of any declaration, at any place of a form. */
export function readValue(spec: FieldSpec, raw: string, { path, required, zone }: RawPlace): RawReading {
  const text = raw.trim()
  const refuse = (code: FieldProblem['code'], params?: FieldProblem['params']): RawReading => ({
    ok: false,
    problem: { path, code, params },
  })
  if (text === '') return required ? refuse('required') : { ok: true, value: null }
  const value = storedValue(spec, text, zone)
  if (value === undefined) {
    return refuse(spec.kind === 'date' || spec.kind === 'instant' ? 'invalid_date' : 'invalid_number', {
      value: text,
    })
  }
  if (fieldSchema(spec).safeParse(value).success) return { ok: true, value }
  const limit = spec.kind === 'text' ? spec.maxLength : spec.kind === 'code' ? codeTableLengths[spec.list] : 0
  if (limit > 0) return refuse('too_long', { limit, value: text.slice(0, 40) })
  if (typeof value === 'number') return refuse('out_of_range', { value: text, ...limitsOf(spec) })
  return refuse('unknown_value', { value: text })
}

function limitsOf(spec: FieldSpec): { readonly min: number; readonly max: number } {
  return spec.kind === 'integer' ? { min: spec.min, max: spec.max } : { min: 0, max: maximumScaled }
}

function storedValue(spec: FieldSpec, text: string, zone: string): FieldValue | undefined {
  switch (spec.kind) {
    case 'text':
    case 'choice':
    case 'code':
    case 'tenant':
      return text
    case 'date': {
      const reading = parseDateTime(text)
      return reading.ok ? reading.date : undefined
    }
    case 'instant':
      return instantOf(text, zone)
    default:
      return toScaledInteger(text, scaleOf(spec))
  }
}

function instantOf(text: string, zone: string): number | undefined {
  const reading = parseDateTime(text)
  if (!reading.ok) return undefined
  if (reading.offsetMinutes === undefined) return zonedToUtc(reading.date, reading.time, zone)
  return zonedToUtc(reading.date, reading.time, 'UTC') - reading.offsetMinutes * 60_000
}

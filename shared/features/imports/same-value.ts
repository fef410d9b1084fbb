import type { FieldSpec, FieldValue } from '../../kernel/field'
import { normaliseText } from '../../kernel/text'

/**
 * Whether a value of a file says the same as the stored one: texts are compared normalised (width of digits, kinds of
 * spaces), instants to the second, because no workbook holds more.
 */
export function sameValue(spec: FieldSpec, stored: FieldValue, value: FieldValue): boolean {
  if (stored === value) return true
  if (stored === null || value === null) return false
  if (spec.kind === 'text') return normaliseText(String(stored)) === normaliseText(String(value))
  if (spec.kind === 'instant') return Math.floor(Number(stored) / 1000) === Math.floor(Number(value) / 1000)
  return false
}

import type { FieldSpec } from '@shared/kernel/field'
import type { useCodeMeaning } from '../../api/code-words'
import { valueText } from '../../i18n/field-value'
import type { Format } from '../../i18n/format'
import { readValue } from '../../ui/form/raw-values'

/** What stands in a cell, as it is read, a milestone with what it means; what cannot be read, as it was typed. */
export function rawWords(
  spec: FieldSpec,
  raw: string,
  format: Format,
  meaningOf: ReturnType<typeof useCodeMeaning>,
): string {
  const reading = readValue(spec, raw, { path: '', required: false, zone: format.timeZone })
  if (!reading.ok) return raw
  const text = valueText(spec, reading.value, format)
  const meaning = spec.kind === 'code' && spec.list === 'milestone' ? meaningOf(spec.list, text) : undefined
  return meaning === undefined ? text : `${text} · ${meaning}`
}

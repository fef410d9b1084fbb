import { codeLabel } from '@shared/kernel/code-lists'
import type { FieldSpec, FieldValue } from '@shared/kernel/field'
import type { Language } from '@shared/kernel/language'
import { fromScaledInteger } from '@shared/kernel/parse-number'
import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'
import type { ColumnType } from '../../platform/xlsx-cells'

/** What the values of an export are written with. */
export type CellStyle = {
  readonly language: Language
  readonly timeZone: string
  /** What a tenant is called, by its id. */
  readonly tenant: (id: string) => string
}

export type ExportCell = string | number | null

/** A value as text, the way files of the language write it; an import reads it back to the same value. */
export function textCell(spec: FieldSpec, value: FieldValue, style: CellStyle): ExportCell {
  if (value === null) return null
  switch (spec.kind) {
    case 'choice':
      return codeLabel(spec.list, String(value), style.language)
    case 'tenant':
      return style.tenant(String(value))
    case 'instant':
      return localTime(Number(value), style.timeZone, ' ')
    case 'decimal':
    case 'money': {
      const text = fromScaledInteger(Number(value), scaleOf(spec))
      return style.language === 'ru' ? text.replace('.', ',') : text
    }
    default:
      return value
  }
}

/** A value as a workbook stores it: real numbers and dates. */
export function workbookCell(spec: FieldSpec, value: FieldValue, style: CellStyle): ExportCell {
  if (value === null) return null
  switch (spec.kind) {
    case 'instant':
      return localTime(Number(value), style.timeZone, 'T')
    case 'decimal':
    case 'money':
      return Number(fromScaledInteger(Number(value), scaleOf(spec)))
    default:
      return textCell(spec, value, style)
  }
}

/** A value for other programs: codes instead of words, instants in UTC. */
export function jsonCell(spec: FieldSpec, value: FieldValue, style: CellStyle): ExportCell {
  if (value === null) return null
  if (spec.kind === 'choice') return value
  if (spec.kind === 'instant') return `${new Date(Number(value)).toISOString().slice(0, 19)}Z`
  return workbookCell(spec, value, style)
}

/** The column type of a field in a workbook. */
export function columnType(spec: FieldSpec): ColumnType {
  switch (spec.kind) {
    case 'date':
    case 'integer':
    case 'money':
      return spec.kind
    case 'instant':
      return 'datetime'
    case 'decimal':
      return 'number'
    default:
      return 'text'
  }
}

function scaleOf(spec: Extract<FieldSpec, { kind: 'decimal' | 'money' }>): number {
  return spec.kind === 'decimal' ? spec.scale : 2
}

/** The local time of an instant; where clocks show it twice, with its offset, so that it stays the same instant. */
function localTime(ms: number, zone: string, separator: ' ' | 'T'): string {
  const second = Math.floor(ms / 1000) * 1000
  const { date, time } = utcToZoned(second, zone)
  const read = zonedToUtc(date, time, zone)
  if (read === second) return `${date}${separator}${time.endsWith(':00') ? time.slice(0, 5) : time}`
  const offset = Math.round((Date.parse(`${date}T${time}Z`) - second) / 60_000)
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
  return `${date} ${time}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
}

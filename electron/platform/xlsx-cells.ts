/**
 * A value for a cell. Dates are texts without a zone, as the reader shall see them: `2026-10-05` or
 * `2026-10-05T14:30` with optional seconds.
 */
export type CellOut = string | number | boolean | null | undefined

export type ColumnType = 'text' | 'number' | 'integer' | 'money' | 'date' | 'datetime'

const formats: Readonly<Record<ColumnType, string | undefined>> = {
  text: undefined,
  number: undefined,
  integer: '0',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm',
}

/** Excel's limit for the text of a cell. */
export const cellCharacters = 32_767
const dayMs = 86_400_000

/** The number format of a column's cells. */
export function columnFormat(type: ColumnType): string | undefined {
  return formats[type]
}

/**
 * The value a workbook stores: dates as serial numbers, which know no zone and so cannot shift. What does not fit the
 * column's type is written as the text it is.
 */
export function toCell(value: CellOut, type: ColumnType): string | number | boolean | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'boolean') return value
  const serial = type === 'date' || type === 'datetime' ? dateSerial(value) : undefined
  if (serial !== undefined) return serial
  return escapeText(value)
}

/** Days since 30 December 1899. Earlier than March 1900 Excel counts a day that never was; those stay texts. */
function dateSerial(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(text)) return undefined
  const time = Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`)
  const serial = time / dayMs + 25_569
  return serial >= 61 ? serial : undefined
}

/**
 * Line ends as Excel has them, and escapes for characters XML has no place for and for texts that look like such
 * escapes (ECMA-376 part 1, 22.9.2.19).
 */
function escapeText(text: string): string {
  const escape = (character: string) =>
    `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, escape)
}

/**
 * A name Excel accepts for a sheet: 31 characters, some signs replaced, and unlike every name in `used` (without
 * regard to case) by a number behind it.
 */
export function sheetTitle(name: string, used: ReadonlySet<string>): string {
  const plain = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '')
  for (let part = 1; ; part++) {
    const suffix = part === 1 ? '' : ` (${part})`
    const title = `${plain.slice(0, 31 - suffix.length)}${suffix}`
    if (!used.has(title.toLowerCase())) return title
  }
}

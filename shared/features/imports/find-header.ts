import { registerNames, type RegisterName } from '../../kernel/registers'
import { cellText, type FileRow } from './cell'
import { mapColumns, namedColumns, type ColumnFields } from './map-columns'

/** Rows in which a header is looked for; titles and notes above it never take more. */
export const headerSearchRows = 50

export type Header = {
  /** Row number as the file shows it. */
  readonly row: number
  readonly register: RegisterName
  readonly headings: readonly string[]
  readonly fields: ColumnFields
}

/** The headings of a row. */
export function headingsOf(row: FileRow): readonly string[] {
  return row.cells.map((cell) => cellText(cell).trim())
}

/**
 * Finds the header among the first rows of a file: the row with the most known column names, the upper one of two.
 *
 * @param register the register meant; without one, the register whose names fit best
 * @returns undefined when no row holds a known name
 */
export function findHeader(rows: Iterable<FileRow>, register?: RegisterName): Header | undefined {
  const registers = register === undefined ? registerNames : [register]
  let best: { readonly row: FileRow; readonly register: RegisterName; readonly known: number } | undefined
  let looked = 0
  for (const row of rows) {
    if (looked === headerSearchRows) break
    looked += 1
    const headings = headingsOf(row)
    for (const candidate of registers) {
      const known = namedColumns(candidate, headings).filter((field) => field !== null).length
      if (known > (best?.known ?? 0)) best = { row, register: candidate, known }
    }
  }
  return best === undefined ? undefined : headerAt(best.row, best.register)
}

/** The header a given row is. */
export function headerAt(row: FileRow, register: RegisterName): Header {
  const headings = headingsOf(row)
  return { row: row.row, register, headings, fields: mapColumns(register, headings) }
}

/** The language a file is written in, by the script of its headings; it decides what `1,234` means. */
export function headingLanguage(headings: readonly string[]): 'zh' | 'ru' | 'en' {
  const text = headings.join('')
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  // One Chinese character says as much as several letters.
  if (han * 3 >= Math.max(cyrillic, latin)) return han === 0 ? 'en' : 'zh'
  return cyrillic >= latin ? 'ru' : 'en'
}

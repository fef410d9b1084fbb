import { basename } from 'node:path'
import type { FileRow } from '@shared/features/imports/cell'
import type { Header } from '@shared/features/imports/find-header'
import { readJsonTable } from './json-table'
import { csvEncodings, readTable } from './reading'

/** How a file is to be read where it cannot or shall not be recognised. */
export type Reading = {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  readonly headerRow?: number | undefined
}

/** A file that has been read completely. `rows` can be iterated as often as needed. */
export type ImportFile = {
  readonly fileName: string
  readonly format: 'xlsx' | 'csv' | 'json'
  readonly encoding: string | null
  readonly encodings: readonly string[]
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** The names of records (JSON) stand apart; other files have their header among the rows. */
  readonly headings: readonly string[] | null
  readonly rows: Iterable<FileRow>
  readonly rowCount: number
}

/** Reads a whole file, so that one that changes or vanishes later no longer matters. Errors: those of reading. */
export async function openImportFile(
  path: string,
  reading: Reading,
  onProgress: (done: number, total: number) => void,
): Promise<ImportFile> {
  const fileName = basename(path)
  if (/\.json$/iu.test(fileName)) {
    const { headings, rows } = await readJsonTable(path)
    return {
      fileName,
      format: 'json',
      encoding: null,
      encodings: [],
      delimiter: null,
      sheet: null,
      sheets: [],
      headings,
      rows,
      rowCount: rows.length,
    }
  }
  const { encoding, delimiter, sheet } = reading
  const table = await readTable(path, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    onProgress,
  })
  return {
    fileName,
    format: table.format,
    encoding: table.encoding ?? null,
    encodings: table.format === 'csv' ? csvEncodings : [],
    delimiter: table.delimiter ?? null,
    sheet: table.sheet ?? null,
    sheets: table.sheets,
    headings: null,
    rows: table.rows,
    rowCount: table.rowCount,
  }
}

/** The rows below a header. */
export function* rowsBelow(file: ImportFile, header: Header): Generator<FileRow> {
  for (const row of file.rows) if (row.row > header.row) yield row
}

/** The first rows of a file. */
export function firstRows(rows: Iterable<FileRow>, count: number): readonly FileRow[] {
  const first: FileRow[] = []
  for (const row of rows) {
    if (first.length === count) break
    first.push(row)
  }
  return first
}

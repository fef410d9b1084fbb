/** A spreadsheet date as the file holds it: whole days since the epoch of its calendar, the time as a fraction. */
export type SerialDate = { readonly serial: number; readonly date1904: boolean }

/** What one cell holds. `null` is an empty cell; a formula counts as its stored result; an error is its text (`#N/A`). */
export type CellValue = string | number | boolean | SerialDate | null

/** One row that holds something. Trailing empty cells are left out. */
export type SheetRow = {
  /** The number a spreadsheet program shows beside the row: 1-based, absent and empty rows are counted. */
  readonly row: number
  readonly cells: readonly CellValue[]
}

/** Encodings a CSV file is recognised in, the most usual first. All are labels `TextDecoder` knows. */
export const csvEncodings = [
  'utf-8',
  'gb18030',
  'windows-1251',
  'utf-16le',
  'utf-16be',
  'koi8-r',
  'ibm866',
] as const

export type CsvEncoding = (typeof csvEncodings)[number]

/** Separators a CSV file is recognised with. */
export const csvDelimiters = [',', ';', '\t', '|'] as const

export type CsvDelimiter = (typeof csvDelimiters)[number]

export type TableSource = {
  readonly format: 'xlsx' | 'csv'
  /** How the text was read; absent for workbooks. */
  readonly encoding?: CsvEncoding
  readonly delimiter?: string
  /** The sheet that was read; absent for CSV. */
  readonly sheet?: string
  /** Names of the visible sheets in the workbook's order; empty for CSV. */
  readonly sheets: readonly string[]
  /** Rows that hold something, in the file's order. Can be iterated as often as needed. */
  readonly rows: Iterable<SheetRow>
  readonly rowCount: number
}

export type ReadOptions = {
  /** The user's choice; without it the encoding is recognised. */
  readonly encoding?: string
  /** The user's choice, one character; without it the delimiter is recognised. */
  readonly delimiter?: string
  /** The user's choice; without it the first visible sheet that holds anything. */
  readonly sheet?: string
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void
}

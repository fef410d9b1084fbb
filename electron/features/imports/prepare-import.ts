import { AppError } from '@shared/contract/result'
import type { Header } from '@shared/features/imports/find-header'
import type { ColumnFields } from '@shared/features/imports/map-columns'
import { rowReader, type RowReader } from '@shared/features/imports/parse-row'
import { isEmpty } from '@shared/features/imports/read-cell'
import type { FileRow } from '@shared/features/imports/cell'
import type { RegisterName } from '@shared/kernel/registers'
import type { ReadableDb } from '../../data/sql'
import { habitsOf } from './file-habits'
import { openAtHeader } from './find-sheet'
import { headerWith } from './header'
import { rowsBelow, type ImportFile, type Reading } from './import-file'
import { chosenFields, type Mapping, type Overrides } from './mapping'
import { columnLetters } from './reading/failures'

/** Plain data: what an import is told. */
export type ImportInput = {
  readonly jobId: string
  readonly register: RegisterName
  readonly path: string
  readonly reading?: Reading
  /** Column index → field, complete. */
  readonly mapping?: Mapping
  /** Heading → field, on top of what is recognised. */
  readonly overrides?: Overrides
}

/** A file ready to be judged row by row. */
export type PreparedImport = {
  readonly file: ImportFile
  readonly headings: readonly string[]
  readonly fields: ColumnFields
  readonly reader: RowReader
  readonly rows: () => Iterable<FileRow>
  readonly rowCount: number
}

/** Reads the file, finds its header and how its columns map. Errors: those of reading, `header_not_found`, `mapping_invalid`. */
export async function prepareImport(
  db: ReadableDb,
  input: ImportInput,
  onProgress: (done: number, total: number) => void,
): Promise<PreparedImport> {
  const { path, reading = {}, register } = input
  const mapped = input.mapping !== undefined || input.overrides !== undefined
  const opened = await openAtHeader(db, { path, reading, register, mapped }, onProgress)
  const { file } = opened
  const header = opened.header ?? headerWith(file, register, Object.keys(input.overrides ?? {}))
  if (header === undefined) {
    if (file.format === 'json' && file.rowCount === 0) return withRows(db, file, emptyHeader(register), [])
    throw new AppError('header_not_found', { file: file.fileName })
  }
  const { fields } = chosenFields(db, header, input.mapping, input.overrides)
  return withRows(db, file, header, fields)
}

function emptyHeader(register: RegisterName): Header {
  return { row: 0, register, headings: [], fields: [] }
}

function withRows(db: ReadableDb, file: ImportFile, header: Header, fields: ColumnFields): PreparedImport {
  let rowCount = file.rowCount
  if (file.headings === null) {
    for (const row of file.rows) {
      if (row.row > header.row) break
      rowCount -= 1
    }
  }
  const habits = habitsOf(db, file, header.headings)
  return {
    file,
    headings: header.headings,
    fields,
    reader: rowReader(header.register, header.headings, fields, habits),
    rows: () => rowsBelow(file, header),
    rowCount,
  }
}

/** Collects the columns nothing is taken from: by their headings, or by their letters where they have none but hold values. */
export class LeftOutColumns {
  readonly #headings: readonly string[]
  readonly #named: readonly string[]
  readonly #unnamed: ReadonlySet<number>
  readonly #found = new Set<number>()

  constructor(headings: readonly string[], fields: ColumnFields) {
    this.#headings = headings
    this.#named = headings.filter((heading, column) => heading !== '' && (fields[column] ?? null) === null)
    this.#unnamed = new Set(
      headings.flatMap((heading, column) =>
        heading === '' && (fields[column] ?? null) === null ? [column] : [],
      ),
    )
  }

  look(row: FileRow): void {
    for (const column of this.#unnamed) if (!isEmpty(row.cells[column])) this.#found.add(column)
    for (let column = this.#headings.length; column < row.cells.length; column += 1) {
      if (!isEmpty(row.cells[column])) this.#found.add(column)
    }
  }

  names(): readonly string[] {
    return [...this.#named, ...[...this.#found].sort((a, b) => a - b).map(columnLetters)]
  }
}

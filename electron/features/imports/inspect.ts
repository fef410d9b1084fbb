import type { FileRow } from '@shared/features/imports/cell'
import { headerAt, type Header } from '@shared/features/imports/find-header'
import type { FileInspection, InspectedColumn } from '@shared/features/imports/import'
import type { ColumnFields } from '@shared/features/imports/map-columns'
import { isEmpty, plainText } from '@shared/features/imports/read-cell'
import type { RegisterName } from '@shared/kernel/registers'
import { openReadable } from '../../data/connection'
import type { TaskContext } from '../../data/task'
import { missingFields, openAtHeader } from './find-sheet'
import { firstRows, rowsBelow, type ImportFile, type Reading } from './import-file'
import { chosenFields } from './mapping'

export type InspectInput = {
  readonly path: string
  readonly register?: RegisterName | undefined
  readonly reading: Reading
}

const sampleRows = 20
const samplesShown = 5
const sampleCharacters = 120

/** Task: what a file is and how its columns would be taken. Where no header is found, the first row stands for it. */
export async function inspect(input: InspectInput, context: TaskContext): Promise<FileInspection> {
  const { path, reading, register } = input
  const db = openReadable(context.folder)
  try {
    const source = { path, reading, register, mapped: false }
    const { file, header: found } = await openAtHeader(db, source, (done, total) => {
      context.checkCancelled()
      context.progress('reading', done, total)
    })
    const header = found ?? guessedHeader(file, register)
    const { fields, profile } = chosenFields(db, header, undefined)
    const { fileName, format, encoding, encodings, delimiter, sheet, sheets } = file
    return {
      fileName,
      format,
      encoding,
      encodings,
      delimiter,
      sheet,
      sheets,
      register: header.register,
      headerRow: header.row,
      columns: inspectedColumns(header, fields, firstRows(rowsBelow(file, header), sampleRows)),
      missing: missingFields(header.register, fields),
      profile,
    }
  } finally {
    db.close()
  }
}

function guessedHeader(file: ImportFile, register: RegisterName = 'requests'): Header {
  const [first = { row: 0, cells: [] }] = firstRows(file.rows, 1)
  return headerAt(first, register)
}

function inspectedColumns(
  header: Header,
  fields: ColumnFields,
  rows: readonly FileRow[],
): readonly InspectedColumn[] {
  return header.headings.map((heading, index) => ({
    index,
    header: heading,
    field: fields[index] ?? null,
    samples: rows
      .map((row) => row.cells[index])
      .filter((cell) => !isEmpty(cell))
      .slice(0, samplesShown)
      .map((cell) => (isEmpty(cell) ? '' : plainText(cell).slice(0, sampleCharacters))),
  }))
}

import { readFile } from 'node:fs/promises'
import type { FileRow } from '@shared/features/imports/cell'
import { limits } from './reading/limits'
import { withSourceFile, type SourceFile } from './reading/source-file'

/** Larger than any register that was exported in one piece; the whole text must fit into memory. */
const jsonBytes = 256 * 1024 * 1024

type JsonTable = { readonly headings: readonly string[]; readonly rows: readonly FileRow[] }

/**
 * Reads an exported register: a list of records whose names are fields or headings. Rows are numbered from 1.
 * Errors: those of reading any file, `file_too_large`, `file_damaged`, `too_many_columns`.
 */
export function readJsonTable(path: string): Promise<JsonTable> {
  return withSourceFile(path, async (file) => {
    if (file.size > jsonBytes) throw file.fail('file_too_large', megabytes(file.size))
    const records = parse((await readFile(file.handle, 'utf8')).replace(/^\ufeff/u, ''), file)
    const columns = new Map<string, number>()
    const rows = records.map((record, index) => toRow(record, index + 1, columns, file))
    return { headings: [...columns.keys()], rows }
  })
}

function megabytes(bytes: number) {
  return { sizeMb: Math.ceil(bytes / 2 ** 20), limitMb: jsonBytes / 2 ** 20 }
}

function parse(text: string, file: SourceFile): readonly unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw file.fail('file_damaged')
  }
  if (!Array.isArray(value)) throw file.fail('file_damaged')
  return value
}

function toRow(record: unknown, row: number, columns: Map<string, number>, file: SourceFile): FileRow {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw file.fail('file_damaged', { row })
  const cells: (string | number | boolean | null)[] = []
  for (const [name, value] of Object.entries(record)) {
    let column = columns.get(name)
    if (column === undefined) columns.set(name, (column = columns.size))
    if (column >= limits.columns) {
      throw file.fail('too_many_columns', { row, columns: column + 1, limit: limits.columns })
    }
    while (cells.length <= column) cells.push(null)
    cells[column] = cellOf(value, row, file)
  }
  return { row, cells }
}

function cellOf(value: unknown, row: number, file: SourceFile): string | number | boolean | null {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value
  }
  throw file.fail('file_damaged', { row })
}

import { fileKind } from './file-kind'
import { limits } from './limits'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import { withSourceFile } from './source-file'
import type { ReadOptions, TableSource } from './types'

/**
 * Reads one table from a workbook (.xlsx) or a CSV file, told apart by content. The whole file is read and checked
 * before this returns; the rows wait in a compact form, so that memory stays bounded. Throws `AppError`.
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<TableSource> {
  return withSourceFile(path, async (file) => {
    const kind = await fileKind(file)
    const limit = kind === 'workbook' ? limits.workbookBytes : limits.csvBytes
    if (file.size > limit)
      throw file.fail('file_too_large', { sizeMb: megabytes(file.size), limitMb: megabytes(limit) })
    return kind === 'workbook' ? readXlsx(file, options) : readCsv(file, options)
  })
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20)
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, type Failure } from '@shared/contract/result'
import { afterAll, expect } from 'vitest'
import {
  readTable,
  type ReadOptions,
  type SheetRow,
  type TableSource,
} from '../../../../electron/features/imports/reading'

const folder = mkdtempSync(join(tmpdir(), 'parkdesk-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The folder of this test file's own files. */
export const testFolder = folder

/** Writes a file for one test and gives its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export type ReadResult = Omit<TableSource, 'rows'> & { readonly rows: readonly SheetRow[] }

/** Reads a file and takes all rows out. */
export async function read(path: string, options?: ReadOptions): Promise<ReadResult> {
  const table = await readTable(path, options)
  const rows = [...table.rows]
  expect(rows).toHaveLength(table.rowCount)
  return { ...table, rows }
}

/** The failure of a reading that must not succeed. */
export async function failureOf(reading: Promise<unknown>): Promise<Failure> {
  const outcome = await reading.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof AppError)) throw new Error(`no AppError but ${String(outcome)}`)
  return { code: outcome.code, params: outcome.params }
}

/** The texts of the cells, row by row. */
export function textsOf(rows: readonly SheetRow[]): readonly (readonly unknown[])[] {
  return rows.map(({ cells }) => cells)
}

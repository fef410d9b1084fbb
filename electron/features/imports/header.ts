import type { FileRow } from '@shared/features/imports/cell'
import {
  findHeader,
  headerAt,
  headerSearchRows,
  headingsOf,
  type Header,
} from '@shared/features/imports/find-header'
import { plausibleFields } from '@shared/features/imports/plausible'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { headerKey } from '@shared/kernel/text'
import type { ReadableDb } from '../../data/sql'
import { habitsOf } from './file-habits'
import { firstRows, rowsBelow, type ImportFile } from './import-file'
import { profileFor } from './profiles.repo'

/** Rows whose values are held against what the headings suggest. */
const comparedRows = 50

/**
 * The header of a file: at the row the user says, or else where a kept profile or the names of fields are found.
 *
 * @param register the register meant; without one, the register that fits best
 * @returns undefined when there is none
 */
export function headerOf(
  db: ReadableDb,
  file: ImportFile,
  register: RegisterName | undefined,
  headerRow: number | undefined,
): Header | undefined {
  const header = locate(db, file, register, headerRow)
  if (header === undefined) return undefined
  const rows = firstRows(rowsBelow(file, header), comparedRows)
  const habits = habitsOf(db, file, header.headings)
  return { ...header, fields: plausibleFields(header.register, header.headings, header.fields, rows, habits) }
}

function locate(
  db: ReadableDb,
  file: ImportFile,
  register: RegisterName | undefined,
  headerRow: number | undefined,
): Header | undefined {
  if (file.headings !== null) return findHeader([{ row: 0, cells: file.headings }], register)
  const first = firstRows(file.rows, Math.max(headerSearchRows, headerRow ?? 0))
  if (headerRow === undefined) {
    const searched = first.slice(0, headerSearchRows)
    return profileHeader(db, searched, register) ?? findHeader(searched, register)
  }
  const row = first.find((candidate) => candidate.row === headerRow)
  if (row === undefined) return undefined
  return headerAt(row, register ?? findHeader([row])?.register ?? 'requests')
}

/** The first row that holds all of these headings, for files whose headings are all of their own. */
export function headerWith(
  file: ImportFile,
  register: RegisterName,
  headings: readonly string[],
): Header | undefined {
  if (headings.length === 0) return undefined
  const wanted = headings.map(headerKey)
  const row = firstRows(file.rows, headerSearchRows).find((candidate) => {
    const keys = new Set(headingsOf(candidate).map(headerKey))
    return wanted.every((key) => keys.has(key))
  })
  return row === undefined ? undefined : headerAt(row, register)
}

/** A row whose headings a profile was kept for; such headings need not be known names. */
function profileHeader(
  db: ReadableDb,
  rows: readonly FileRow[],
  register: RegisterName | undefined,
): Header | undefined {
  for (const candidate of register === undefined ? registerNames : [register]) {
    const row = rows.find((found) => profileFor(db, candidate, headingsOf(found)) !== undefined)
    if (row !== undefined) return headerAt(row, candidate)
  }
  return undefined
}

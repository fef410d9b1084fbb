import { AppError } from '@shared/contract/result'
import { requiredFields } from '@shared/features/imports/check-row'
import type { Header } from '@shared/features/imports/find-header'
import type { ColumnFields } from '@shared/features/imports/map-columns'
import type { RegisterName } from '@shared/kernel/registers'
import type { ReadableDb } from '../../data/sql'
import { headerOf } from './header'
import { openImportFile, type ImportFile, type Reading } from './import-file'
import { chosenFields } from './mapping'

/** A file and its header; undefined where none was found. */
export type Opened = { readonly file: ImportFile; readonly header: Header | undefined }

type Source = {
  readonly path: string
  readonly reading: Reading
  /** Without one, the register that fits best. */
  readonly register: RegisterName | undefined
  /** Whether the user says where columns go, and so knows the sheet. */
  readonly mapped: boolean
}

/**
 * Opens a file at its header. Where the user names no sheet and the first one that holds anything lacks a required
 * column (a cover, a list of changes), the first complete one is read, or else the first with known headings.
 * Errors: those of reading.
 */
export async function openAtHeader(
  db: ReadableDb,
  { path, reading, register, mapped }: Source,
  onProgress: (done: number, total: number) => void,
): Promise<Opened> {
  const open = async (sheet: string | undefined): Promise<Opened> => {
    const file = await openImportFile(path, { ...reading, sheet }, onProgress)
    return { file, header: headerOf(db, file, register, reading.headerRow) }
  }
  const first = await open(reading.sheet)
  const chosen = mapped || reading.sheet !== undefined || reading.headerRow !== undefined
  if (chosen || isComplete(db, first)) return first
  let best = first
  for (const sheet of first.file.sheets) {
    const other = sheet === first.file.sheet ? undefined : await unlessEmpty(open(sheet))
    if (other === undefined) continue
    if (isComplete(db, other)) return other
    if (best.header === undefined && other.header !== undefined) best = other
  }
  return best
}

function isComplete(db: ReadableDb, { header }: Opened): boolean {
  if (header === undefined) return false
  return missingFields(header.register, chosenFields(db, header, undefined).fields).length === 0
}

async function unlessEmpty(opening: Promise<Opened>): Promise<Opened | undefined> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof AppError && error.code === 'no_rows') return undefined
    throw error
  }
}

/** Required fields no column gives; a name in any language serves as the name. */
export function missingFields(register: RegisterName, fields: ColumnFields): readonly string[] {
  const named = fields.some((field) => field !== null && /^name(?:Zh|Ru|En)?$/u.test(field))
  return requiredFields[register].filter((field) => !fields.includes(field) && !(field === 'name' && named))
}

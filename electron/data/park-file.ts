import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'

/** Name of the database file in a data folder. */
export const fileName = 'parkdesk.sqlite'

/** The database with the files SQLite keeps beside it; they are moved together or not at all. */
export const fileParts = ['', '-wal', '-shm', '-journal'] as const

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, fileName)
}

/** Folder below the data folder in which what can be read of a damaged park is put together. */
export function salvageFolder(folder: string): string {
  return join(folder, 'salvaged')
}

/** What is in the data folder. Only looks at the file's size: nobody reads a database file behind SQLite's back. */
export function parkState(folder: string): 'missing' | 'empty file' | 'present' {
  const found = statSync(databaseFile(folder), { throwIfNoEntry: false })
  if (!found) return 'missing'
  return found.size === 0 ? 'empty file' : 'present'
}

/** Tells the database file of a folder from any other that may take its place; null where there is none. */
export function parkIdentity(folder: string): string | null {
  const found = statSync(databaseFile(folder), { throwIfNoEntry: false, bigint: true })
  return found ? `${found.dev}:${found.ino}` : null
}

/** Another text as soon as somebody has changed or exchanged the file, or may look at it at last. */
export function parkStamp(folder: string): string {
  return fileParts
    .slice(0, 2)
    .map((part) => stampOf(`${databaseFile(folder)}${part}`))
    .join(' ')
}

function stampOf(file: string): string {
  try {
    const found = statSync(file, { throwIfNoEntry: false, bigint: true })
    return found ? `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}` : ''
  } catch {
    return 'not to be looked at'
  }
}

/** What only a park that was there before leaves in its folder. */
const traces = [`${fileName}-wal`, 'quarantine', 'backups', 'attachments', 'anchors', 'backup-key']

/** Whether a folder without a database file held a park once; a new one there would bury the old one. */
export function heldPark(folder: string): boolean {
  return traces.some((name) => {
    const path = join(folder, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return false
    return found.isDirectory() ? readdirSync(path).length > 0 : found.size > 0
  })
}

/** Whether the park of a folder can only be looked at: a write-protected medium, or no right to write. */
export function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    accessSync(databaseFile(folder), constants.W_OK)
    return false
  } catch {
    return true
  }
}

/** Refuses to write over the park's own files. Errors: `target_unwritable`. */
export function mustNotBePark(folder: string, target: string): void {
  const name = basename(target)
  if (!name.toLowerCase().startsWith(fileName)) return
  const real = (path: string) => (existsSync(path) ? realpathSync(path) : path)
  if (real(dirname(target)) === real(folder)) throw new AppError('target_unwritable', { file: name })
}

import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '@shared/contract/result'
import { logHead } from '../../data/change-log'
import { mustNotBePark, openReadable, openReadableFile } from '../../data/connection'
import { get, number, sql, type ReadableDb } from '../../data/sql'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { verifyDatabase } from './verify'

export type BackupInput = { readonly target: string }
export type BackupResult = { readonly fileName: string; readonly bytes: number }

function countRows(db: ReadableDb, table: string): number {
  return number(db, sql`SELECT count(*) AS rows FROM ${{ text: table, values: [] }}`)
}

/** How far a file's log goes, and its hash there: whoever has the same entry has the same history before it. */
function historyOf(db: ReadableDb, seq: number): string {
  const entry = get<{ hash: Uint8Array }>(db, sql`SELECT hash FROM change_log WHERE seq = ${seq}`)
  return entry ? Buffer.from(entry.hash).toString('hex') : ''
}

/**
 * Makes sure the copy is what was copied: every check passes, its newest log entry is one of the park's, and it holds
 * no fewer rows than the log tells of. The park may have gone on meanwhile, so its newest rows are not compared.
 */
function mustMatch(file: string, park: ReadableDb): void {
  const copy = openReadableFile(file)
  try {
    const found = verifyDatabase(copy)
    const head = logHead(copy)
    const sameHistory = historyOf(copy, head.seq) === historyOf(park, head.seq)
    const whole = countRows(copy, 'change_log') === head.seq
    if (found.ok && sameHistory && whole) return
    const detail = found.problems[0]?.detail ?? (sameHistory ? 'rows' : 'history')
    throw new AppError('backup_invalid', { file: basename(file), detail })
  } finally {
    copy.close()
  }
}

/** Copies a whole database, whatever of it stands in a write-ahead log, into a new file. */
export function copyDatabase(db: ReadableDb, target: string): void {
  db.prepare('VACUUM INTO ?').run(target)
}

/** A failure of the target, not of the park: says which file could not be written. */
function targetError(error: unknown, target: string): AppError {
  const failure = toAppError(error)
  const unwritable = ['data_folder_unwritable', 'database_read_only', 'target_unwritable'].includes(
    failure.code,
  )
  return unwritable ? new AppError('target_unwritable', { file: basename(target) }) : failure
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Task: copies the park into one file, checks the copy, and only then gives it its name. */
export function backup(input: BackupInput, context: TaskContext): BackupResult {
  mustNotBePark(context.folder, input.target)
  const partial = `${input.target}.partial`
  const db = openReadable(context.folder)
  try {
    context.progress('copying', 0, null)
    rmSync(partial, { force: true })
    copyDatabase(db, partial)
    context.progress('verifying', 0, null)
    mustMatch(partial, db)
    syncPath(partial)
    renameSync(partial, input.target)
    syncPath(dirname(input.target))
    return { fileName: basename(input.target), bytes: statSync(input.target).size }
  } catch (error) {
    throw targetError(error, input.target)
  } finally {
    db.close()
    if (existsSync(partial)) rmSync(partial, { force: true })
  }
}

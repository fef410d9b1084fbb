import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { appendToLog } from '../../data/change-log'
import { databaseFile, mustBeUnused, openReadableFile, openWritable } from '../../data/connection'
import { inTransaction, type ReadableDb } from '../../data/sql'
import { toAppError } from '../../data/sqlite-errors'
import { copyDatabase } from './backup'
import { verifyDatabase } from './verify'

const parts = ['', '-wal', '-shm'] as const

/** Opens a file that must be a backup; one that is no database at all is no backup, not a damaged park. */
function openBackup(file: string): ReadableDb {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new AppError('file_missing', { file: basename(file) })
  if (found.isDirectory()) throw new AppError('file_is_folder', { file: basename(file) })
  try {
    return openReadableFile(file)
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code !== 'database_damaged' && failure.code !== 'database_foreign') throw failure
    throw new AppError('backup_invalid', { file: basename(file), detail: failure.code })
  }
}

/** Copies a backup whose every check passes; what was checked is what is copied. */
function copyGood(file: string, folder: string, staged: string): void {
  const db = openBackup(file)
  try {
    const found = verifyDatabase(db)
    if (!found.ok)
      throw new AppError('backup_invalid', { file: basename(file), detail: found.problems[0]?.detail ?? '' })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    rmSync(staged, { force: true })
    copyDatabase(db, staged)
  } finally {
    db.close()
  }
}

/** Moves the database with its log files, so that none is ever paired with another file's. */
function moveDatabase(from: string, to: string): void {
  for (const part of parts) if (existsSync(`${from}${part}`)) renameSync(`${from}${part}`, `${to}${part}`)
}

/**
 * Puts a verified backup in the place of the park. Every connection must be closed, those of other programs, too:
 * they would go on writing to the file that was moved away. What was there moves to `quarantine/<time>` and comes back
 * when anything fails. Errors: `file_missing`, `file_is_folder`, `backup_invalid`, `database_newer`, `database_busy`.
 */
export function restore(
  folder: string,
  backupFile: string,
  actor: string,
  workstation: string,
  now: number,
): void {
  const live = databaseFile(folder)
  const quarantine = join(folder, 'quarantine', new Date(now).toISOString().replaceAll(':', '-'))
  const staged = `${live}.restoring`
  try {
    copyGood(backupFile, folder, staged)
    mustBeUnused(folder)
    mkdirSync(quarantine, { recursive: true })
    moveDatabase(live, join(quarantine, basename(live)))
    renameSync(staged, live)
    openRestored(folder, actor, workstation, now)
  } catch (error) {
    if (existsSync(join(quarantine, basename(live)))) {
      for (const part of parts) rmSync(`${live}${part}`, { force: true })
      moveDatabase(join(quarantine, basename(live)), live)
    }
    throw toAppError(error)
  } finally {
    rmSync(staged, { force: true })
  }
}

/** Opens the restored park once, which brings an older structure up to date, and enters the restore in its log. */
function openRestored(folder: string, actor: string, workstation: string, now: number): void {
  const db = openWritable(folder)
  try {
    inTransaction(db, () =>
      appendToLog(
        db,
        { action: 'restored', register: 'tenants', recordId: 'park', changes: {} },
        { actor, workstation, now, batchId: null },
      ),
    )
  } finally {
    db.close()
  }
}

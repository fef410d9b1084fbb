import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { BeforeMigration } from '../../data/before-migration'
import { databaseFile, openReadableFile } from '../../data/connection'
import { toAppError } from '../../data/sqlite-errors'
import { backupFileName, backupsFolder, partialEnding } from '../../data/backup-files'
import { syncPath } from '../../platform/durable-file'
import { factsOf, rowsOf } from './facts'
import { addBackup } from '../../data/backup-index'
import { copyDatabase } from './make'

/** Only what would make the copy useless: a park whose references are wrong is brought up to date or refused later. */
function mustBeReadable(file: string, facts: ReturnType<typeof factsOf>): void {
  const copy = openReadableFile(file)
  try {
    const lines = copy.pragma('integrity_check(1)') as { integrity_check: string }[]
    const found = factsOf(copy)
    if (lines[0]?.integrity_check === 'ok' && JSON.stringify(found) === JSON.stringify(facts)) return
    throw new AppError('backup_invalid', { file: basename(file), detail: lines[0]?.integrity_check ?? '' })
  } finally {
    copy.close()
  }
}

/**
 * A verified copy of a park whose structure is about to change; where it cannot be made, the structure stays. It is the
 * database alone, as it lies beside it: nothing waits here for packing and encrypting, and attachments do not change.
 * Errors: `disk_full`, `database_damaged`, `backup_invalid`, …
 */
export const backupBeforeMigration: BeforeMigration = (folder) => {
  const started = performance.now()
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 })
  const park = openReadableFile(databaseFile(folder))
  const createdAt = Date.now()
  let partial = ''
  try {
    const facts = factsOf(park)
    const file = join(backupsFolder(folder), backupFileName(facts.parkId, createdAt, 'migration'))
    partial = `${file}${partialEnding}`
    rmSync(partial, { force: true })
    copyDatabase(park, partial)
    mustBeReadable(partial, facts)
    syncPath(partial)
    renameSync(partial, file)
    syncPath(dirname(file))
    addBackup(folder, {
      id: basename(file),
      parkId: facts.parkId,
      createdAt,
      reason: 'migration',
      bytes: statSync(file).size,
      rows: rowsOf(facts.counts),
      encrypted: false,
      head: facts.head,
      tookMs: performance.now() - started,
    })
  } catch (error) {
    throw toAppError(error)
  } finally {
    park.close()
    if (partial !== '') rmSync(partial, { force: true })
  }
}

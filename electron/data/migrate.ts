import { AppError } from '@shared/contract/result'
import { currentVersion, migrations } from './migrations'
import type { Migration } from './migrations/migration'
import { inTransaction, type ReadableDb, type WritableDb } from './sql'

/**
 * Brings the structure up to date: all pending steps in one transaction, so that a stop in between leaves the old
 * structure whole. A file from a newer Parkdesk is refused before anything is touched.
 */
export function migrate(db: WritableDb, steps: readonly Migration[] = migrations): void {
  const version = db.pragma('user_version', { simple: true }) as number
  const newest = steps.at(-1)?.version ?? 0
  if (version > newest) throw new AppError('database_newer', { found: version, known: newest })
  const pending = steps.filter((step) => step.version > version)
  if (pending.length === 0) return
  inTransaction(db, () => {
    for (const step of pending) for (const statement of step.statements) db.exec(statement)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new AppError('database_damaged', { detail: 'foreign keys' })
    db.pragma(`user_version = ${newest}`)
  })
}

/** Whether the structure is that of this version of Parkdesk. */
export function isCurrent(db: ReadableDb): boolean {
  return db.pragma('user_version', { simple: true }) === currentVersion
}

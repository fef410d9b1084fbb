import { AppError } from '@shared/contract/result'
import type { ReadableDb } from './sql'

/** Size of the database in bytes, as SQLite knows it. */
export function databaseBytes(db: ReadableDb): number {
  const pages = db.pragma('page_count', { simple: true }) as number
  return pages * (db.pragma('page_size', { simple: true }) as number)
}

/**
 * Looks through a whole database for damage, without comparing indexes with their tables. Errors: `database_damaged`,
 * `disk_error`.
 */
export function mustBeSound(db: ReadableDb): void {
  const found = db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new AppError('database_damaged', { detail: String(found).slice(0, 200) })
  // Every park has one: without it the file is the rest of one.
  const park = db.prepare(`SELECT count(*) FROM settings WHERE key = 'park'`).pluck().get()
  if (park !== 1) throw new AppError('database_damaged', { detail: 'park' })
}

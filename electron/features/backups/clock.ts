import { get, sql, type ReadableDb } from '../../data/sql'
import { hasTable } from '../../data/has-table'

const dayMs = 86_400_000

/**
 * The time that decides what is old: a clock that has run away must cost no backup, so it counts no further than a day
 * after the newest entry of the log.
 */
export function trustedNow(db: ReadableDb, now: number): number {
  if (!hasTable(db, 'change_log')) return now
  const newest = get<{ at: number }>(db, sql`SELECT at FROM change_log ORDER BY seq DESC LIMIT 1`)
  return newest ? Math.min(now, newest.at + dayMs) : now
}

import type { AuditFilter } from '@shared/features/audit/audit.contract'
import { logHead } from '../../data/change-log'
import { get, sql, type ReadableDb } from '../../data/sql'

/** Entries `low` (inclusive) to `high` (exclusive), by their number. */
export type Span = { readonly low: number; readonly high: number }

/** How far the clock of an entry (ms × 1024) may be ahead of its time; see the index `change_log_clock_back`. */
const toleranceMs = 60_000

/** The first entry whose clock has reached an instant (ms): the clock only goes forward, so it is found by halving. */
function firstSince(db: ReadableDb, ms: number, end: number): number {
  let low = 1
  let high = end
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const probe = get<{ clock: number }>(
      db,
      sql`SELECT clock FROM change_log WHERE seq >= ${middle} ORDER BY seq LIMIT 1`,
    )
    if (probe === undefined || probe.clock >= ms * 1024) high = middle
    else low = middle + 1
  }
  return low
}

/** The newest entry before an instant that was written while the clock was set back; 0 without one. */
function lastWithClockBack(db: ReadableDb, before: number): number {
  const found = get<{ seq: number }>(
    db,
    sql`SELECT seq FROM change_log INDEXED BY change_log_clock_back
      WHERE clock - at * 1024 > 61440000 AND at < ${before} ORDER BY seq DESC LIMIT 1`,
  )
  return found?.seq ?? 0
}

/**
 * The part of the log in which everything of a time lies, without looking at the rest. A clock that was set back puts
 * entries of an earlier time behind later ones; those are indexed apart.
 */
export function spanOf(db: ReadableDb, { from, to }: Pick<AuditFilter, 'from' | 'to'>): Span {
  const end = logHead(db).seq + 1
  const low = from === undefined ? 1 : firstSince(db, from, end)
  if (to === undefined) return { low, high: end }
  return { low, high: Math.max(firstSince(db, to + toleranceMs, end), lastWithClockBack(db, to) + 1) }
}

import type { Page } from '@shared/contract/page'
import type { Right } from '@shared/contract/rights'
import type { AuditAction, AuditSubject } from '@shared/features/audit/audit'
import type { AuditEntry, AuditFilter } from '@shared/features/audit/audit.contract'
import { all, every, list, sql, type ReadableDb, type SqlQuery } from '../../data/sql'
import { searchTerms, termsQuery, type SearchTerms } from './search-terms'
import { spanOf, type Span } from './span'
import { asVisible, type StoredRow } from './visible-entry'

/** Entries looked at in one step; a step takes a few milliseconds, whatever is looked for. */
const stepEntries = 10_000
/** After this long a page ends where it is, even with nothing found; the next page goes on. */
const patienceMs = 20

/** Only what an import writes by the hundred thousand is not in these indexes; see migration `0070-audit`. */
const commonActions: ReadonlySet<AuditAction> = new Set(['created', 'updated'])
const commonSubject: AuditSubject = 'requests'

/** Conditions on entries (`l`). SQLite takes an index of some rows only where its condition stands in the query. */
export function conditions(
  { actor, action, subject, from, to }: AuditFilter,
  terms: SearchTerms | undefined,
): SqlQuery[] {
  const parts: SqlQuery[] = []
  if (actor !== undefined) parts.push(sql`l.actor = ${actor}`)
  if (action !== undefined) {
    if (!action.some((each) => commonActions.has(each)))
      parts.push(sql`l.action NOT IN ('created', 'updated')`)
    parts.push(sql`l.action IN ${list(action)}`)
  }
  if (subject !== undefined) {
    if (!subject.includes(commonSubject)) parts.push(sql`l.register <> 'requests'`)
    parts.push(sql`l.register IN ${list(subject)}`)
  }
  if (from !== undefined) parts.push(sql`l.at >= ${from}`)
  if (to !== undefined) parts.push(sql`l.at < ${to}`)
  if (terms !== undefined) parts.push(termsQuery(terms))
  return parts
}

/** The SQL of one step: entries of a span that a filter leaves, newest first. */
export function entriesQuery(where: readonly SqlQuery[], { low, high }: Span, limit: number): SqlQuery {
  return sql`SELECT l.seq, l.at, l.clock, l.actor, l.workstation, l.action, l.register, l.record_id AS recordId, l.changes
    FROM change_log l WHERE ${every([sql`l.seq >= ${low}`, sql`l.seq < ${high}`, ...where])}
    ORDER BY l.seq DESC LIMIT ${limit}`
}

export type EntriesWish = {
  readonly filter: AuditFilter
  /** Only entries before this number; null from the newest on. */
  readonly before: number | null
  readonly limit: number
  readonly rights: ReadonlySet<Right>
}

/**
 * One page of the log, newest first, with what somebody of these rights may see of each entry. However long the log and
 * however rare what is looked for, a page comes soon: it may hold fewer entries than asked for, or none, and still have a
 * page after it.
 */
export function readEntries(
  db: ReadableDb,
  { filter, before, limit, rights }: EntriesWish,
  patience = patienceMs,
): Page<AuditEntry> {
  const terms = searchTerms(db, filter.text)
  const where = conditions(filter, terms)
  const span = spanOf(db, filter)
  const deadline = performance.now() + patience
  const rows: AuditEntry[] = []
  let high = Math.min(before ?? span.high, span.high)
  while (high > span.low && rows.length < limit) {
    const low = Math.max(span.low, high - stepEntries)
    const left = limit - rows.length
    const found = all<StoredRow>(db, entriesQuery(where, { low, high }, left))
    rows.push(...asVisible(db, found, rights, terms))
    high = found.length === left ? (found.at(-1)?.seq ?? low) : low
    if (performance.now() > deadline) break
  }
  return { rows, next: high > span.low ? String(high) : null }
}

/** Everybody the log names, in order. */
export function actorsOf(db: ReadableDb): readonly string[] {
  const rows = all<{ actor: string }>(
    db,
    // From one name to the next along the index, without looking at the million entries between them.
    sql`WITH RECURSIVE known (actor) AS (
        SELECT min(actor) FROM change_log
        UNION ALL SELECT (SELECT min(l.actor) FROM change_log l WHERE l.actor > known.actor) FROM known WHERE known.actor IS NOT NULL
      ) SELECT actor FROM known WHERE actor IS NOT NULL`,
  )
  return rows.map(({ actor }) => actor)
}

import type { Counts, Sums } from '@shared/features/reports/figures'
import { noCurrency } from '@shared/features/reports/cells'
import { requestTypes, type RequestType } from '@shared/features/requests/request'
import { all, get, number, numbers, sql, type ReadableDb, type SqlQuery } from '../../data/sql'

/** Instants [start, end). */
export type Range = { readonly start: number; readonly end: number }
/** Dates [startDate, endDate) of a period and the last day within it. */
export type Dates = { readonly startDate: string; readonly endDate: string; readonly lastDay: string }
export type TypeCounts = Readonly<Record<RequestType, number>>

type KeyCount = { readonly key: string; readonly value: number }

const activeOn = (day: string): SqlQuery =>
  sql`deleted_at IS NULL AND moved_in <= ${day} AND (moved_out IS NULL OR moved_out > ${day})`

const asRecord = (rows: readonly KeyCount[]): Counts =>
  Object.fromEntries(rows.map((row) => [row.key, row.value]))

/** Number and leased area (cm²) of the tenants active on a day, and how many of them are past the end of their lease. */
export function activeTenants(
  db: ReadableDb,
  day: string,
): { readonly active: number; readonly leasedArea: number; readonly leasesExpired: number } {
  const row = get<{ active: number; leasedArea: number; leasesExpired: number }>(
    db,
    sql`SELECT count(*) AS active, coalesce(sum(leased_area), 0) AS leasedArea,
        coalesce(sum(lease_end < ${day}), 0) AS leasesExpired
      FROM tenants WHERE ${activeOn(day)}`,
  )
  return row ?? { active: 0, leasedArea: 0, leasesExpired: 0 }
}

/** Tenants that moved in and out in a period. */
export function tenantMoves(
  db: ReadableDb,
  dates: Dates,
): { readonly movedIn: number; readonly movedOut: number } {
  const within = (column: SqlQuery) =>
    number(
      db,
      sql`SELECT count(*) FROM tenants
        WHERE deleted_at IS NULL AND ${column} >= ${dates.startDate} AND ${column} < ${dates.endDate}`,
    )
  return { movedIn: within(sql`moved_in`), movedOut: within(sql`moved_out`) }
}

/** Tenants active on a day by country, size or sector; those without one are left out. */
export function activeTenantsBy(db: ReadableDb, column: 'country' | 'size' | 'sector', day: string): Counts {
  const key = { country: sql`country`, size: sql`size`, sector: sql`sector` }[column]
  return asRecord(
    all<KeyCount>(
      db,
      sql`SELECT ${key} AS key, count(*) AS value FROM tenants
        WHERE ${activeOn(day)} AND ${key} IS NOT NULL GROUP BY ${key}`,
    ),
  )
}

/** Employees of the tenants active on a day: of each the last return dated by that day, or else its undated figures. */
export function employeesOn(
  db: ReadableDb,
  day: string,
): { readonly employees: number; readonly localEmployees: number } {
  const row = get<{ employees: number; localEmployees: number }>(
    db,
    sql`SELECT coalesce(sum(CASE WHEN h.tenant_id IS NULL THEN t.employees ELSE h.employees END), 0) AS employees,
        coalesce(sum(CASE WHEN h.tenant_id IS NULL THEN t.local_employees ELSE h.local_employees END), 0)
          AS localEmployees
      FROM (SELECT id, employees, local_employees FROM tenants WHERE ${activeOn(day)}) t
      LEFT JOIN headcounts h ON h.tenant_id = t.id
        AND h.as_of = (SELECT max(as_of) FROM headcounts WHERE tenant_id = t.id AND as_of <= ${day})`,
  )
  return row ?? { employees: 0, localEmployees: 0 }
}

/** Requests received in a period, by type. */
export function requestsReceived(db: ReadableDb, range: Range): TypeCounts {
  // A count for each type walks one short stretch of an index; grouping would build a table of its own.
  const of = (type: RequestType) =>
    number(
      db,
      sql`SELECT count(*) FROM requests
        WHERE deleted_at IS NULL AND type = ${type} AND received_at >= ${range.start} AND received_at < ${range.end}`,
    )
  return { customs: of('customs'), logistics: of('logistics'), legal: of('legal'), other: of('other') }
}

const closedIn = (range: Range): SqlQuery =>
  sql`deleted_at IS NULL AND closed_at >= ${range.start} AND closed_at < ${range.end} AND status <> 'cancelled'`

/** Requests closed in a period: by type, those with a due time, and those closed no later than it. */
export function requestsClosed(
  db: ReadableDb,
  range: Range,
): { readonly byType: TypeCounts; readonly withDue: number; readonly onTime: number } {
  const row = get<TypeCounts & { withDue: number; onTime: number }>(
    db,
    sql`SELECT coalesce(sum(type = 'customs'), 0) AS customs, coalesce(sum(type = 'logistics'), 0) AS logistics,
        coalesce(sum(type = 'legal'), 0) AS legal, coalesce(sum(type = 'other'), 0) AS other,
        count(due_at) AS withDue, coalesce(sum(closed_at <= due_at), 0) AS onTime
      FROM requests WHERE ${closedIn(range)}`,
  )
  const counts = (type: RequestType) => row?.[type] ?? 0
  const [customs, logistics, legal, other] = requestTypes.map(counts)
  return {
    byType: { customs: customs ?? 0, logistics: logistics ?? 0, legal: legal ?? 0, other: other ?? 0 },
    withDue: row?.withDue ?? 0,
    onTime: row?.onTime ?? 0,
  }
}

/** Turnaround times of the requests closed in a period, in milliseconds and in no order. */
export function turnarounds(db: ReadableDb, range: Range): number[] {
  return numbers(db, sql`SELECT closed_at - received_at FROM requests WHERE ${closedIn(range)}`)
}

/** Requests received before an instant, not cancelled and not closed before it. */
export function requestsOpenAt(db: ReadableDb, end: number): number {
  // Two halves, each within an index of its own: closed later, and not closed at all. The indexes are named because
  // the planner would rather walk through everything received before the end, row by row.
  return number(
    db,
    sql`SELECT
      (SELECT count(*) FROM requests INDEXED BY requests_by_closed WHERE deleted_at IS NULL AND closed_at >= ${end}
        AND received_at < ${end} AND status <> 'cancelled') +
      (SELECT count(*) FROM requests INDEXED BY requests_open_by_received WHERE deleted_at IS NULL AND closed_at IS NULL
        AND status NOT IN ('cancelled', 'closed') AND received_at < ${end})`,
  )
}

/** Declared value of the customs requests received in a period, in minor units of each currency. */
export function customsValueReceived(db: ReadableDb, range: Range): Sums {
  return asRecord(
    all<KeyCount>(
      db,
      sql`SELECT coalesce(currency, ${noCurrency}) AS key, sum(declared_value) AS value FROM requests
        WHERE deleted_at IS NULL AND type = 'customs' AND received_at >= ${range.start}
          AND received_at < ${range.end} AND declared_value > 0
        GROUP BY key`,
    ),
  )
}

const occurredIn = (range: Range): SqlQuery =>
  sql`deleted_at IS NULL AND occurred_at >= ${range.start} AND occurred_at < ${range.end}`

/** Incidents of a period and the people injured in them. */
export function incidentsOccurred(
  db: ReadableDb,
  range: Range,
): { readonly occurred: number; readonly injured: number } {
  const row = get<{ occurred: number; injured: number }>(
    db,
    sql`SELECT count(*) AS occurred, coalesce(sum(injured), 0) AS injured FROM incidents WHERE ${occurredIn(range)}`,
  )
  return row ?? { occurred: 0, injured: 0 }
}

/** Incidents of a period by severity (`1`…`5`) or by category of the full taxonomy. */
export function incidentsBy(db: ReadableDb, column: 'severity' | 'category', range: Range): Counts {
  const key = { severity: sql`severity`, category: sql`category` }[column]
  return asRecord(
    all<KeyCount>(
      db,
      sql`SELECT ${key} AS key, count(*) AS value FROM incidents WHERE ${occurredIn(range)} GROUP BY ${key}`,
    ),
  )
}

/** Losses of the incidents of a period, in minor units of each currency. */
export function incidentLosses(db: ReadableDb, range: Range): Sums {
  return asRecord(
    all<KeyCount>(
      db,
      sql`SELECT coalesce(currency, ${noCurrency}) AS key, sum(loss) AS value FROM incidents
        WHERE ${occurredIn(range)} AND loss > 0 GROUP BY key`,
    ),
  )
}

/** Incidents that occurred before an instant and were not closed before it. */
export function incidentsOpenAt(db: ReadableDb, end: number): number {
  return number(
    db,
    sql`SELECT count(*) FROM incidents WHERE deleted_at IS NULL AND occurred_at < ${end}
      AND (closed_at >= ${end} OR (closed_at IS NULL AND status <> 'closed'))`,
  )
}

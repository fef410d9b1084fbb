import type { Period } from '@shared/kernel/period'
import { all, get, number, sql, type ReadableDb } from '../../electron/data/sql'

type Instants = { readonly start: number; readonly end: number }

type BarePeriod = {
  readonly received: number
  readonly closed: number
  readonly onTime: number
  readonly openAtEnd: number
  readonly customsValue: number
  readonly median: number
}

/** The sums of one period as somebody would write them by hand. */
export function barePeriod(db: ReadableDb, period: Period, { start, end }: Instants): BarePeriod {
  const received = all<{ type: string; count: number; value: number | null }>(
    db,
    sql`SELECT type, currency, count(*) AS count, sum(CASE WHEN type = 'customs' THEN declared_value END) AS value
      FROM requests WHERE deleted_at IS NULL AND received_at >= ${start} AND received_at < ${end} GROUP BY type, currency`,
  )
  const closed = all<{ count: number; onTime: number }>(
    db,
    sql`SELECT type, count(*) AS count, count(due_at) AS withDue, sum(closed_at <= due_at) AS onTime FROM requests
      WHERE deleted_at IS NULL AND closed_at >= ${start} AND closed_at < ${end} AND status <> 'cancelled' GROUP BY type`,
  )
  const count = closed.reduce((total, row) => total + row.count, 0)
  const turnaround = (fraction: number) =>
    number(
      db,
      sql`SELECT closed_at - received_at AS took FROM requests
        WHERE deleted_at IS NULL AND closed_at >= ${start} AND closed_at < ${end} AND status <> 'cancelled'
        ORDER BY took LIMIT 1 OFFSET ${Math.floor((count - 1) * fraction)}`,
    )
  const median = turnaround(0.5)
  turnaround(0.9)
  const openAtEnd = number(
    db,
    sql`SELECT
      (SELECT count(*) FROM requests WHERE deleted_at IS NULL AND closed_at >= ${end} AND received_at < ${end}
        AND status <> 'cancelled') +
      (SELECT count(*) FROM requests WHERE deleted_at IS NULL AND closed_at IS NULL AND received_at < ${end}
        AND status NOT IN ('cancelled', 'closed'))`,
  )
  bareTenants(db, period)
  bareIncidents(db, { start, end })
  return {
    received: received.reduce((total, row) => total + row.count, 0),
    closed: count,
    onTime: closed.reduce((total, row) => total + row.onTime, 0),
    openAtEnd,
    customsValue: received.reduce((total, row) => total + (row.value ?? 0), 0),
    median,
  }
}

function bareTenants(db: ReadableDb, { startDate, endDate, lastDay }: Period): void {
  get(
    db,
    sql`SELECT sum(moved_in >= ${startDate} AND moved_in < ${endDate}), sum(moved_out >= ${startDate} AND moved_out < ${endDate})
      FROM tenants WHERE deleted_at IS NULL`,
  )
  all(
    db,
    sql`SELECT country, size, sector, count(*), sum(leased_area), sum(employees), sum(local_employees), sum(lease_end < ${lastDay})
      FROM tenants WHERE deleted_at IS NULL AND moved_in <= ${lastDay} AND (moved_out IS NULL OR moved_out > ${lastDay})
      GROUP BY country, size, sector`,
  )
}

function bareIncidents(db: ReadableDb, { start, end }: Instants): void {
  all(
    db,
    sql`SELECT severity, category, currency, count(*), sum(injured), sum(loss) FROM incidents
      WHERE deleted_at IS NULL AND occurred_at >= ${start} AND occurred_at < ${end} GROUP BY severity, category, currency`,
  )
  number(
    db,
    sql`SELECT count(*) FROM incidents WHERE deleted_at IS NULL AND occurred_at < ${end}
      AND (closed_at >= ${end} OR (closed_at IS NULL AND status <> 'closed'))`,
  )
}

/** Requests received in one month, by type. */
export function bareTrend(db: ReadableDb, { start, end }: Instants): readonly unknown[] {
  return all(
    db,
    sql`SELECT type, count(*) FROM requests
      WHERE deleted_at IS NULL AND received_at >= ${start} AND received_at < ${end} GROUP BY type`,
  )
}

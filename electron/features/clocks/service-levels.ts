import { usedTime, type ClockValues } from '@shared/features/clocks/due-times'
import { tallyLevels, type ClosedClock, type ServiceLevels } from '@shared/features/clocks/service-levels'
import { monthPeriod, periodInstants } from '@shared/kernel/period'
import { iterate, sql, type ReadableDb } from '../../data/sql'
import { readPark } from '../settings'
import { readPauses } from './clocks.repo'
import { readClockwork } from './clockwork'

type ClosedRow = ClockValues & {
  readonly id: string
  readonly officer: string | null
  readonly closedAt: number
  readonly firstDueAt: number | null
  readonly dueAt: number | null
  readonly pauses: number
}

const stepRows = 500

/** How the promises of a month were kept, by the requests closed in it. Errors: `period_invalid`, what `step` throws. */
export function countLevels(
  db: ReadableDb,
  month: string,
  { step }: { readonly step: (done: number, total: number | null) => void },
): ServiceLevels {
  const { start, end } = periodInstants(monthPeriod(month), readPark(db).timeZone)
  const { calendar } = readClockwork(db)
  // The pauses are read while the rows are walked, which needs the rows first: a month of them fits into memory.
  const rows = [
    ...iterate<ClosedRow>(
      db,
      sql`SELECT r.id, r.type, r.priority, r.officer, r.received_at AS receivedAt, r.first_response_at AS firstResponseAt,
          r.closed_at AS closedAt, r.first_due_at AS firstDueAt, r.due_at AS dueAt,
          EXISTS (SELECT 1 FROM request_pauses p WHERE p.request_id = r.id) AS pauses
        FROM requests r WHERE r.deleted_at IS NULL AND r.closed_at IS NOT NULL
          AND r.closed_at >= ${start} AND r.closed_at < ${end} AND r.status <> 'cancelled'`,
    ),
  ]
  const closed = rows.map((row, index): ClosedClock => {
    if (index % stepRows === 0) step(index, rows.length)
    const pauses = row.pauses === 1 ? readPauses(db, row.id) : []
    const { working } = usedTime(calendar, row, 'resolution', pauses, row.closedAt)
    return { ...row, respondedAt: row.firstResponseAt ?? row.closedAt, working }
  })
  return tallyLevels(month, closed)
}

import type { MovePreview, Moved } from '@shared/features/clocks/clocks.contract'
import { uncoveredYears, type CalendarDay } from '@shared/features/clocks/calendar'
import {
  clockNames,
  dueByTarget,
  dueFields,
  stoppedAt,
  type ClockName,
  type Clockwork,
  type ClockValues,
} from '@shared/features/clocks/due-times'
import { utcToZoned } from '@shared/kernel/zone'
import { all, iterate, sql, type ReadableDb } from '../../data/sql'
import type { RequestPause } from '@shared/features/clocks/pauses'

/** An open request whose deadlines come from a target, at least one of them. */
export type OpenRequest = ClockValues & {
  readonly id: string
  readonly reference: string
  readonly subject: string | null
  readonly dueAt: number | null
  readonly firstDueAt: number | null
  readonly firstResponseRule: string | null
  readonly resolutionRule: string | null
}

export type Change = readonly [number | null, number | null]

/** A request with the deadlines that differ. */
export type MovedRequest = {
  readonly request: OpenRequest
  readonly changes: Partial<Record<ClockName, Change>>
}

const open = sql`r.deleted_at IS NULL AND r.closed_at IS NULL AND r.status NOT IN ('cancelled', 'closed')`

/** Open requests whose deadlines come from a target, the oldest first: few, however many a park has. */
export const openRequestsQuery = sql`SELECT r.id, r.reference, r.subject, r.type, r.priority, r.received_at AS receivedAt,
        r.first_response_at AS firstResponseAt, r.closed_at AS closedAt, r.due_at AS dueAt, r.first_due_at AS firstDueAt,
        r.first_due_rule AS firstResponseRule, r.due_rule AS resolutionRule
      FROM requests r WHERE ${open} AND (r.first_due_rule = 'target' OR r.due_rule = 'target')
      ORDER BY r.received_at, r.seq`

/** The pauses of all open requests, by request. */
function openPauses(db: ReadableDb): ReadonlyMap<string, readonly RequestPause[]> {
  const pauses = new Map<string, RequestPause[]>()
  const rows = iterate<RequestPause & { readonly requestId: string }>(
    db,
    sql`SELECT p.request_id AS requestId, p.from_at AS "from", p.to_at AS "to", p.reason
      FROM requests r JOIN request_pauses p ON p.request_id = r.id WHERE ${open} ORDER BY p.seq`,
  )
  for (const { requestId, ...pause } of rows) {
    const known = pauses.get(requestId)
    if (known) known.push(pause)
    else pauses.set(requestId, [pause])
  }
  return pauses
}

/** What a walk over the open requests tells of itself. */
export type Walk = { readonly step: (done: number, total: number) => void }

const stepRows = 500

/**
 * Open requests whose deadlines are others by this calendar and these targets; `each` is given every one of them.
 * Answers how many requests were looked at. Errors: `deadline_too_far`, and what `step` throws.
 */
export function walkMoved(
  db: ReadableDb,
  clockwork: Clockwork,
  { step }: Walk,
  each: (moved: MovedRequest) => void,
): number {
  const requests = all<OpenRequest>(db, openRequestsQuery)
  const pauses = openPauses(db)
  requests.forEach((request, index) => {
    if (index % stepRows === 0) step(index, requests.length)
    const changes = changesOf(clockwork, request, pauses.get(request.id) ?? [])
    if (Object.keys(changes).length > 0) each({ request, changes })
  })
  return requests.length
}

function changesOf(
  clockwork: Clockwork,
  request: OpenRequest,
  pauses: readonly RequestPause[],
): MovedRequest['changes'] {
  const changes: Partial<Record<ClockName, Change>> = {}
  for (const clock of clockNames) {
    // A clock that has been stopped keeps the promise it was stopped under.
    if (request[`${clock}Rule`] !== 'target' || stoppedAt(request, clock) !== null) continue
    const before = request[dueFields[clock]]
    const after = dueByTarget(clockwork, request, clock, pauses)
    if (before !== after) changes[clock] = [before, after]
  }
  return changes
}

const longestList = 200

/** Which deadlines another calendar and other targets move. Errors: as `walkMoved`. */
export function previewMoves(
  db: ReadableDb,
  clockwork: Clockwork,
  days: readonly CalendarDay[],
  walk: Walk,
): MovePreview {
  const rows: Moved[] = []
  let moved = 0
  let [first, last] = [Infinity, -Infinity]
  const open = walkMoved(db, clockwork, walk, ({ request, changes }) => {
    moved += 1
    const { id, reference, subject } = request
    const { firstResponse = null, resolution = null } = changes
    if (rows.length < longestList) rows.push({ id, reference, subject, firstResponse, resolution })
    for (const [, after] of [firstResponse, resolution].filter((change) => change !== null)) {
      if (after === null) continue
      first = Math.min(first, after)
      last = Math.max(last, after)
    }
  })
  const dateOf = (at: number) => utcToZoned(at, clockwork.calendar.timeZone).date
  const uncovered = last < first ? [] : uncoveredYears(days, dateOf(first), dateOf(last))
  return { open, moved, rows, uncovered }
}

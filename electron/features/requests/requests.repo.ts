import type { SoonUntil } from '@shared/features/clocks/due-soon'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { rowColumns, type RegisterList, type Rights } from '../../data/records'
import { all, get, joined, number, sql, type ReadableDb } from '../../data/sql'

/** When it is: the instant, where the park's day ends, and until when a request must be due to be due soon. */
export type Moment = { readonly now: number; readonly dayEnd: number; readonly soonUntil: () => SoonUntil }

const open = sql`r.closed_at IS NULL AND r.status NOT IN ('cancelled', 'closed')`
const extras = { tenantName: sql`t.name`, containerStatus: sql`r.identifier_status` }
const columns = rowColumns('requests', extras)
// Every request has its tenant; the left join keeps the order of the requests' index the outer one.
const from = sql`requests r LEFT JOIN tenants t ON t.id = r.tenant_id`
/** As indexed: a request without a due time comes last. */
const due = sql`ifnull(r.due_at, 9007199254740991)`

/** The request register. */
export function requestList(moment: Moment, rights: Rights): RegisterList {
  return {
    register: 'requests',
    rights,
    liveIndex: sql`requests_by_received`,
    from,
    extras,
    sorts: {
      receivedAt: { expression: sql`r.received_at` },
      dueAt: { expression: due },
      reference: { expression: sql`r.reference_key` },
    },
    defaultSort: { field: 'receivedAt', direction: 'desc' },
    view: (view, at) => requestView(view, typeof at === 'number' ? at : moment.now, moment),
  }
}

/** Each type and priority has its own notice; what is due after the latest of all is out without a look at its row. */
function dueSoon({ now, soonUntil }: Moment) {
  const soon = soonUntil()
  const latest = Math.max(...soon.values())
  if (soon.size === 0) return sql`FALSE`
  const cases = [...soon].map(([key, until]) => sql`WHEN ${key} THEN ${until}`)
  // The plus keeps SQLite with the indexes of open requests in order: any other would have to be sorted.
  return sql`+r.due_at >= ${now} AND +r.due_at <= ${latest}
    AND +r.due_at <= CASE r.type || '/' || r.priority ${joined(cases, ' ')} END`
}

function requestView(view: string, at: number, moment: Moment) {
  switch (view) {
    case 'open':
      return open
    case 'overdue':
      return sql`${open} AND r.due_at < ${at}`
    case 'dueToday':
      return sql`${open} AND r.due_at >= ${moment.now} AND r.due_at < ${moment.dayEnd}`
    case 'dueSoon':
      return sql`${open} AND ${dueSoon(moment)}`
    case 'waiting':
      // The plus keeps SQLite with the index of open requests, which is in order; that of states would have to be sorted.
      return sql`${open} AND +r.status IN ('waiting_tenant', 'waiting_authority')`
    case 'openAt':
      return sql`r.received_at < ${at} AND r.status <> 'cancelled' AND (r.closed_at IS NULL OR r.closed_at >= ${at})`
    case 'closed':
      return sql`r.closed_at IS NOT NULL AND r.status <> 'cancelled'`
    case 'onTime':
      return sql`r.closed_at <= r.due_at AND r.status <> 'cancelled'`
    case 'withDue':
      return sql`r.closed_at IS NOT NULL AND r.due_at IS NOT NULL AND r.status <> 'cancelled'`
    default:
      return undefined
  }
}

/** One request with its tenant's name. */
export function findRequest(db: ReadableDb, id: string): RequestRow | undefined {
  return get<RequestRow>(db, sql`SELECT ${columns} FROM ${from} WHERE r.id = ${id}`)
}

/** Open requests that are due soon. */
export function countDueSoon(db: ReadableDb, moment: Moment): number {
  return number(
    db,
    sql`SELECT count(*) AS rows FROM requests r WHERE r.deleted_at IS NULL AND ${open} AND ${dueSoon(moment)}`,
  )
}

type OpenCounts = { open: number; overdue: number; dueToday: number; waiting: number }

/** Rows of the views of open requests, out of the small index of those alone. */
export function openRequestCounts(db: ReadableDb, moment: Moment): OpenCounts {
  const counts = get<OpenCounts>(
    db,
    sql`SELECT count(*) AS open, ifnull(sum(r.due_at < ${moment.now}), 0) AS overdue,
      ifnull(sum(r.due_at >= ${moment.now} AND r.due_at < ${moment.dayEnd}), 0) AS dueToday,
      ifnull(sum(r.status IN ('waiting_tenant', 'waiting_authority')), 0) AS waiting
      FROM requests r WHERE r.deleted_at IS NULL AND ${open}`,
  )
  return counts ?? { open: 0, overdue: 0, dueToday: 0, waiting: 0 }
}

/** Open requests whose time runs out next, the overdue first. */
export function requestsDueSoon(db: ReadableDb, limit: number): RequestRow[] {
  return all<RequestRow>(
    db,
    sql`SELECT ${columns} FROM ${from} WHERE r.deleted_at IS NULL AND ${open} AND r.due_at IS NOT NULL
      ORDER BY ${due}, r.seq LIMIT ${limit}`,
  )
}

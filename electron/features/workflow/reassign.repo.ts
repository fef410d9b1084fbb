import type { ReassignPreview, ReassignSource, Workload } from '@shared/features/workflow/reassign'
import { filterQuery, type RegisterList } from '../../data/records'
import { all, list, sql, type ReadableDb, type SqlQuery } from '../../data/sql'
import type { Moment } from '../requests'

const open = sql`r.deleted_at IS NULL AND r.closed_at IS NULL AND r.status NOT IN ('cancelled', 'closed')`

/** What every officer of open requests has to do, by name; those nobody has stand under the empty name. */
export function workloads(db: ReadableDb, { now, dayEnd }: Moment): readonly Workload[] {
  return all<Workload>(
    db,
    sql`SELECT ifnull(r.officer, '') AS officer, count(*) AS open, ifnull(sum(r.due_at < ${now}), 0) AS overdue,
      ifnull(sum(r.due_at >= ${now} AND r.due_at < ${dayEnd}), 0) AS dueToday
      FROM requests r WHERE ${open} GROUP BY r.officer ORDER BY r.officer`,
  )
}

/** Display names of the accounts that may sign in. */
export function accountNames(db: ReadableDb): readonly string[] {
  return all<{ name: string }>(
    db,
    sql`SELECT display_name AS name FROM accounts WHERE disabled_at IS NULL ORDER BY display_name`,
  ).map(({ name }) => name)
}

function meant(register: RegisterList, source: ReassignSource): SqlQuery {
  if ('ids' in source) return sql`r.id IN ${list(source.ids)}`
  if ('officer' in source) return sql`r.officer IS ${source.officer}`
  return filterQuery(register, source.filter)
}

type Row = ReassignPreview['rows'][number]

/** The open requests of a source in the order of their receipt, with whoever has each. */
export function meantRequests(
  db: ReadableDb,
  register: RegisterList,
  source: ReassignSource,
): readonly Row[] {
  return all<Row>(
    db,
    sql`SELECT r.id, r.reference, ifnull(t.name, '') AS tenantName, r.officer FROM requests r
      LEFT JOIN tenants t ON t.id = r.tenant_id WHERE ${open} AND ${meant(register, source)} ORDER BY r.received_at, r.seq`,
  )
}

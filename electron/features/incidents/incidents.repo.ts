import type { IncidentRow } from '@shared/features/incidents/incidents.contract'
import { rowColumns, visibleRows, type RegisterList, type Rights } from '../../data/records'
import { all, get, sql, type ReadableDb } from '../../data/sql'

const extras = { tenantName: sql`t.name` }
const columns = rowColumns('incidents', extras)
const from = sql`incidents r LEFT JOIN tenants t ON t.id = r.tenant_id`
const open = sql`r.closed_at IS NULL AND r.status NOT IN ('closed', 'false_alarm')`

/** The incident register. */
export function incidentList(now: number, rights: Rights): RegisterList {
  return {
    register: 'incidents',
    rights,
    liveIndex: sql`incidents_by_occurred`,
    from,
    extras,
    sorts: {
      occurredAt: { expression: sql`r.occurred_at` },
      severity: { expression: sql`r.severity` },
      reference: { expression: sql`r.reference_key` },
    },
    defaultSort: { field: 'occurredAt', direction: 'desc' },
    view: (view, at) => {
      const instant = typeof at === 'number' ? at : now
      switch (view) {
        case 'open':
          return open
        case 'openAt':
          return sql`r.occurred_at < ${instant} AND (r.closed_at IS NULL OR r.closed_at >= ${instant})`
        case 'severe':
          return sql`r.severity >= 4`
        case 'closed':
          return sql`r.closed_at IS NOT NULL`
        default:
          return undefined
      }
    },
  }
}

/** One incident with its tenant's name. */
export function findIncident(db: ReadableDb, id: string): IncidentRow | undefined {
  return get<IncidentRow>(db, sql`SELECT ${columns} FROM ${from} WHERE r.id = ${id}`)
}

const visible = (rights: Rights) => visibleRows('incidents', rights) ?? sql`TRUE`

type ViewCounts = { all: number; open: number; severe: number }

/** Rows of the views shown as chips. */
export function incidentViewCounts(db: ReadableDb, rights: Rights): ViewCounts {
  const counts = get<ViewCounts>(
    db,
    sql`SELECT count(*) AS "all", ifnull(sum(${open}), 0) AS open, ifnull(sum(r.severity >= 4), 0) AS severe
      FROM incidents r WHERE r.deleted_at IS NULL AND ${visible(rights)}`,
  )
  return counts ?? { all: 0, open: 0, severe: 0 }
}

/** The incidents that occurred last. */
export function recentIncidents(db: ReadableDb, limit: number, rights: Rights): IncidentRow[] {
  return all<IncidentRow>(
    db,
    sql`SELECT ${columns} FROM ${from} WHERE r.deleted_at IS NULL AND ${visible(rights)}
      ORDER BY r.occurred_at DESC, r.seq DESC LIMIT ${limit}`,
  )
}

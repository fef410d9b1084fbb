import type { Headcount } from '@shared/features/tenants/tenant'
import { everyRight } from '@shared/contract/rights'
import type { TenantOption, TenantRow } from '@shared/features/tenants/tenants.contract'
import { compareKey } from '@shared/kernel/text'
import { countRows, rowColumns, visibleRows, type RegisterList, type Rights } from '../../data/records'
import { matchQuery } from '../../data/search-index'
import { all, get, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

const extras = { registrationStatus: sql`r.identifier_status` }
const columns = rowColumns('tenants', extras)

const dayText = (at: string | number | undefined) => (typeof at === 'string' ? at : null)

/** The tenant register: a tenant is active from its first day to the day before it moved out. */
export function tenantList(today: string, rights: Rights): RegisterList {
  return {
    register: 'tenants',
    rights,
    liveIndex: sql`tenants_by_name`,
    from: sql`tenants r`,
    extras,
    sorts: {
      name: { expression: sql`r.sort_key` },
      movedIn: { expression: sql`ifnull(r.moved_in, '')` },
      movedOut: { expression: sql`ifnull(r.moved_out, '')` },
      leaseEnd: { expression: sql`ifnull(r.lease_end, '')` },
      country: { expression: sql`ifnull(r.country, '')` },
      unit: { expression: sql`ifnull(r.unit, '')` },
      leasedArea: { expression: sql`ifnull(r.leased_area, -1)` },
      employees: { expression: sql`ifnull(r.employees, -1)` },
    },
    defaultSort: { field: 'name', direction: 'asc' },
    view: (view, at) => {
      const day = dayText(at) ?? today
      switch (view) {
        case 'active':
          return sql`r.moved_in <= ${day} AND (r.moved_out IS NULL OR r.moved_out > ${day})`
        case 'movedIn':
          return sql`r.moved_in > ${day}`
        case 'movedOut':
          return sql`r.moved_out <= ${day}`
        case 'leaseExpired':
          return sql`r.moved_in <= ${day} AND (r.moved_out IS NULL OR r.moved_out > ${day}) AND r.lease_end < ${day}`
        case 'leaseExpiring':
          return sql`r.moved_in <= ${day} AND (r.moved_out IS NULL OR r.moved_out > ${day})
            AND r.lease_end >= ${day} AND r.lease_end < date(${day}, '+90 days')`
        default:
          return undefined
      }
    },
  }
}

/** One tenant with the state of its registration number. */
export function findTenant(db: ReadableDb, id: string): TenantRow | undefined {
  return get<TenantRow>(db, sql`SELECT ${columns} FROM tenants r WHERE r.id = ${id}`)
}

type TenantTotals = {
  requestsOpen: number
  requestsTotal: number
  incidentsOpen: number
  incidentsTotal: number
}

/** Requests and incidents that hang on a tenant, as far as somebody may see them. */
export function tenantTotals(db: ReadableDb, id: string, rights: Rights): TenantTotals {
  const ofTenant = sql`r.tenant_id = ${id} AND r.deleted_at IS NULL`
  const requests = rights.has('requests.read') ? ofTenant : sql`FALSE`
  const visible = visibleRows('incidents', rights) ?? sql`TRUE`
  const incidents = rights.has('incidents.read') ? sql`${ofTenant} AND ${visible}` : sql`FALSE`
  const totals = get<TenantTotals>(
    db,
    sql`SELECT
      (SELECT count(*) FROM requests r WHERE ${requests}
        AND r.closed_at IS NULL AND r.status NOT IN ('cancelled', 'closed')) AS requestsOpen,
      (SELECT count(*) FROM requests r WHERE ${requests}) AS requestsTotal,
      (SELECT count(*) FROM incidents r WHERE ${incidents} AND r.closed_at IS NULL) AS incidentsOpen,
      (SELECT count(*) FROM incidents r WHERE ${incidents}) AS incidentsTotal`,
  )
  return totals ?? { requestsOpen: 0, requestsTotal: 0, incidentsOpen: 0, incidentsTotal: 0 }
}

/** The dated head-count returns of a tenant, newest first. */
export function tenantHeadcounts(db: ReadableDb, id: string): Headcount[] {
  return all<Headcount>(
    db,
    sql`SELECT as_of AS asOf, employees, local_employees AS localEmployees FROM headcounts
      WHERE tenant_id = ${id} ORDER BY as_of DESC`,
  )
}

/** Records a dated return, in place of an earlier one of the same day. */
export function putHeadcount(db: WritableDb, id: string, count: Headcount): void {
  runOne(
    db,
    sql`INSERT INTO headcounts (tenant_id, as_of, employees, local_employees)
      VALUES (${id}, ${count.asOf}, ${count.employees}, ${count.localEmployees})
      ON CONFLICT (tenant_id, as_of) DO UPDATE SET employees = excluded.employees, local_employees = excluded.local_employees`,
  )
}

/** Takes back the return of a day; nothing happens where there is none. */
export function dropHeadcount(db: WritableDb, id: string, asOf: string): void {
  run(db, sql`DELETE FROM headcounts WHERE tenant_id = ${id} AND as_of = ${asOf}`)
}

const option = sql`r.id AS id, r.name AS name, r.registration_no AS registrationNo`

/** Tenants by what somebody types: the beginning of a name or number first, then any words, pinyin or initials. */
export function lookupTenants(db: ReadableDb, text: string, limit: number): TenantOption[] {
  const match = matchQuery(text)
  if (match === null) {
    return all(
      db,
      sql`SELECT ${option} FROM tenants r WHERE r.deleted_at IS NULL ORDER BY r.sort_key, r.seq LIMIT ${limit}`,
    )
  }
  const key = compareKey(text)
  return all(
    db,
    sql`SELECT ${option} FROM tenants_search s JOIN tenants r ON r.seq = s.rowid
      WHERE tenants_search MATCH ${match} AND r.deleted_at IS NULL
      ORDER BY EXISTS (SELECT 1 FROM tenant_keys k WHERE k.tenant_id = r.id AND k.key = ${key}) DESC, s.rank, r.sort_key
      LIMIT ${limit}`,
  )
}

/** Tenants who are in the park on a day (`YYYY-MM-DD`), for the navigation. */
export function activeTenants(db: ReadableDb, day: string): number {
  return countRows(db, tenantList(day, everyRight), { view: 'active', conditions: [], deleted: false })
}

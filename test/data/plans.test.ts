import { expect, test } from 'vitest'
import { everyRight } from '@shared/contract/rights'
import { unpackPage, type Filter, type PageRequest } from '@shared/contract/page'
import { memoryPark, addRequest, addTenant, testNow } from '../support/park'
import { allMatches, countRows, pageQuery, readPage, walkedQuery } from '../../electron/data/records'
import { remembered } from '../../electron/data/remembered'
import { matchQuery } from '../../electron/data/search-index'
import { all, run, sql, type ReadableDb, type SqlQuery } from '../../electron/data/sql'
import { requestList } from '../../electron/features/requests'

const soonUntil = () => new Map([['customs/normal', testNow + 3_600_000]])
const list = requestList({ now: testNow, dayEnd: testNow + 3_600_000, soonUntil }, everyRight)
const filterOf = (parts: Partial<Filter>): Filter => ({ conditions: [], deleted: false, ...parts })

function planOf(db: ReadableDb, query: SqlQuery): string {
  const lines = all<{ detail: string }>(db, sql`EXPLAIN QUERY PLAN ${query}`)
  return lines.map(({ detail }) => detail).join('\n')
}

const pagePlan = (db: ReadableDb, filter: Partial<Filter>, field = 'receivedAt') =>
  planOf(
    db,
    pageQuery(list, {
      filter: filterOf(filter),
      sort: { field, direction: 'desc' },
      cursor: null,
      limit: 200,
    }),
  )

test('every index of the registers has its line in the statistics, and every line its index', () => {
  const db = memoryPark()
  const indexes = all<{ tbl: string; idx: string }>(
    db,
    sql`SELECT tbl_name AS tbl, name AS idx FROM sqlite_schema WHERE type = 'index'
      AND tbl_name IN ('tenants', 'requests', 'incidents', 'change_log') ORDER BY tbl, idx`,
  )
  const counted = all<{ tbl: string; idx: string }>(
    db,
    sql`SELECT tbl, idx FROM sqlite_stat1
      WHERE tbl IN ('tenants', 'requests', 'incidents', 'change_log') ORDER BY tbl, idx`,
  )
  expect(counted).toEqual(indexes)
})

test.each([
  [{}, 'receivedAt', 'requests_by_received'],
  [{}, 'dueAt', 'requests_by_due'],
  [{ view: 'open' }, 'receivedAt', 'requests_open_by_received'],
  [{ view: 'overdue' }, 'receivedAt', 'requests_open_by_received'],
  [{ view: 'overdue' }, 'dueAt', 'requests_open_by_due'],
  [{ view: 'waiting' }, 'receivedAt', 'requests_open_by_received'],
  [{ view: 'dueSoon' }, 'receivedAt', 'requests_open_by_received'],
  [{ view: 'dueSoon' }, 'dueAt', 'requests_open_by_due'],
  [{ conditions: [{ field: 'tenantId', in: ['a'] }] }, 'receivedAt', 'requests_of_tenant'],
] as const)('a page of %j sorted by %s walks the index %s and sorts nothing', (filter, field, index) => {
  const plan = pagePlan(memoryPark(), filter as Partial<Filter>, field)
  expect(plan).toContain(index)
  expect(plan).not.toContain('TEMP B-TREE')
})

const idsOf = (db: ReadableDb, query: SqlQuery) => all<{ id: string }>(db, query).map(({ id }) => id)

test('a text that stands in many rows is found on the same pages by walking them as by looking for it', () => {
  const db = memoryPark()
  const tenant = addTenant(db)
  const other = addTenant(db, { name: 'Other' })
  for (let index = 0; index < 60; index += 1) {
    const subject = index % 3 === 0 ? '进口清关' : 'other'
    addRequest(db, index % 2 === 0 ? tenant : other, { subject, receivedAt: testNow - (index % 7) })
  }
  const matches = allMatches(db, 'requests', matchQuery('清关') ?? '')
  for (const conditions of [[], [{ field: 'tenantId', in: [other] }]])
    for (const direction of ['asc', 'desc'] as const)
      for (const limit of [1, 4, 200]) {
        let cursor: string | null = null
        const seen: string[] = []
        do {
          const sort = { field: 'receivedAt', direction }
          const request: PageRequest = { filter: filterOf({ text: '清关', conditions }), sort, cursor, limit }
          const walked = walkedQuery(db, list, request, matches) ?? sql``
          expect(idsOf(db, walked)).toEqual(idsOf(db, pageQuery(list, request)))
          const page = unpackPage(readPage<{ id: string }>(db, list, request))
          seen.push(...page.rows.map(({ id }) => id))
          cursor = page.next
        } while (cursor !== null)
        expect(new Set(seen).size).toBe(conditions.length === 0 ? 20 : 10)
      }
})

test('a text that stands in few of the rows that come first is not walked to', () => {
  const db = memoryPark()
  const tenant = addTenant(db)
  run(
    db,
    sql`INSERT INTO requests (id, version, created_at, created_by, updated_at, updated_by, reference, reference_key,
      type, tenant_id, subject, received_at, status, priority)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
      SELECT printf('%036d', i), 1, 0, '', 0, '', 'M-' || i, 'm-' || i, 'legal', ${tenant}, 'other', ${testNow} + i, 'new', 'normal'
      FROM n`,
  )
  const old = addRequest(db, tenant, { subject: '进口清关', receivedAt: 1 })
  const request = { filter: filterOf({ text: '清关' }), cursor: null, limit: 200 }
  const matches = allMatches(db, 'requests', matchQuery('清关') ?? '')
  expect(walkedQuery(db, list, request, matches)).toBeUndefined()
  expect(idsOf(db, pageQuery(list, request))).toEqual([old])
})

test('a text is counted in few rows and in a view of them', () => {
  const db = memoryPark()
  const tenant = addTenant(db)
  for (let index = 0; index < 30; index += 1)
    addRequest(db, tenant, { subject: index % 3 === 0 ? '进口清关' : 'other' })
  expect(countRows(db, list, filterOf({ text: '清关' }))).toBe(10)
  expect(countRows(db, list, filterOf({ text: '清关', view: 'open' }))).toBe(10)
  expect(countRows(db, list, filterOf({}))).toBe(30)
})

test('what is remembered is counted again after a change and only then', () => {
  const db = memoryPark()
  const tenant = addTenant(db)
  let counted = 0
  const count = () => remembered(db, 'requests', () => (counted += 1))
  expect([count(), count()]).toEqual([1, 1])
  addRequest(db, tenant)
  expect([count(), count()]).toEqual([2, 2])
})

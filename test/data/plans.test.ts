import { expect, test } from 'vitest'
import { everyRight } from '@shared/contract/rights'
import { unpackPage, type Filter } from '@shared/contract/page'
import { memoryPark, addRequest, addTenant, testNow } from '../support/park'
import { countRows, pageQuery, readPage } from '../../electron/data/records'
import { remembered } from '../../electron/data/remembered'
import { all, sql, type ReadableDb, type SqlQuery } from '../../electron/data/sql'
import { requestList } from '../../electron/features/requests'

const list = requestList({ now: testNow, dayEnd: testNow + 3_600_000 }, everyRight)
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
  [{ conditions: [{ field: 'tenantId', in: ['a'] }] }, 'receivedAt', 'requests_of_tenant'],
] as const)('a page of %j sorted by %s walks the index %s and sorts nothing', (filter, field, index) => {
  const plan = pagePlan(memoryPark(), filter as Partial<Filter>, field)
  expect(plan).toContain(index)
  expect(plan).not.toContain('TEMP B-TREE')
})

test('a text that stands in a few rows or in thousands finds the same page and count', () => {
  const db = memoryPark()
  const tenant = addTenant(db)
  const ids = Array.from({ length: 30 }, (_, index) =>
    addRequest(db, tenant, { subject: index % 3 === 0 ? '进口清关' : 'other', receivedAt: testNow + index }),
  )
  const request = { filter: filterOf({ text: '清关' }), cursor: null, limit: 200 }
  const wanted = ids.filter((_, index) => index % 3 === 0).reverse()
  const walked = all<{ id: string }>(db, pageQuery(list, request, true)).map(({ id }) => id)
  const found = unpackPage(readPage<{ id: string }>(db, list, request)).rows.map(({ id }) => id)
  expect(walked).toEqual(wanted)
  expect(found).toEqual(wanted)
  expect(countRows(db, list, request.filter)).toBe(wanted.length)
  expect(countRows(db, list, filterOf({ text: '清关', view: 'open' }))).toBe(wanted.length)
  expect(countRows(db, list, filterOf({}))).toBe(ids.length)
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

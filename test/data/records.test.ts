import fc from 'fast-check'
import { everyRight } from '@shared/contract/rights'
import { describe, expect, test } from 'vitest'
import { filterSchema, pageSchema, unpackPage } from '@shared/contract/page'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { checkChain } from '../../electron/data/check-chain'
import {
  createRecord,
  pageQuery,
  readPage,
  readRecord,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../electron/data/records'
import { all, inTransaction, number, sql } from '../../electron/data/sql'
import { requestList } from '../../electron/features/requests'
import { searchAll } from '../../electron/features/search'
import { verifyDatabase } from '../../electron/features/storage'
import { addIncident, addRequest, addTenant, memoryPark, testNow, testWrite } from '../support/park'

const moment = { now: testNow, dayEnd: testNow + 3_600_000, soonUntil: () => new Map() }

describe('a record', () => {
  test('keeps what was entered, and says who and when', () => {
    const db = memoryPark()
    const id = addTenant(db, { name: 'Zhongya', country: 'KZ', registrationNo: '020240000555' })
    expect(readRecord(db, 'tenants', id)).toMatchObject({
      name: 'Zhongya',
      country: 'KZ',
      version: 1,
      createdBy: 'operator',
      createdAt: testNow,
      deletedAt: null,
    })
  })

  test('changed by somebody else in the meantime is refused, and nothing is written', () => {
    const db = memoryPark()
    const id = addTenant(db)
    inTransaction(db, () => updateRecord(db, 'tenants', id, { unit: 'A-1' }, 1, testWrite))
    expect(() =>
      inTransaction(db, () => updateRecord(db, 'tenants', id, { unit: 'B-2' }, 1, testWrite)),
    ).toThrow('changed_meanwhile')
    expect(readRecord(db, 'tenants', id)).toMatchObject({ unit: 'A-1', version: 2 })
  })

  test('saved without a difference keeps its version and writes no log', () => {
    const db = memoryPark()
    const id = addTenant(db, { unit: 'A-1' })
    expect(
      inTransaction(db, () => updateRecord(db, 'tenants', id, { unit: 'A-1' }, 1, testWrite)).changed,
    ).toBe(false)
    expect(number(db, sql`SELECT count(*) FROM change_log`)).toBe(1)
  })

  test('stays in the bin while the tenant it names is there, too', () => {
    const db = memoryPark()
    const tenant = addTenant(db)
    const request = addRequest(db, tenant)
    inTransaction(db, () => removeRecord(db, 'requests', request, null, testWrite))
    inTransaction(db, () => removeRecord(db, 'tenants', tenant, null, testWrite))
    const back = (register: 'tenants' | 'requests', id: string) =>
      inTransaction(db, () => restoreRecord(db, register, id, null, testWrite))
    expect(() => back('requests', request)).toThrow('unknown_reference')
    back('tenants', tenant)
    back('requests', request)
    expect(readRecord(db, 'requests', request)).toMatchObject({ deletedAt: null, tenantId: tenant })
  })

  test('goes to the bin and comes back, found again by search', () => {
    const db = memoryPark()
    const id = addIncident(db, { description: 'Задымление на складе' })
    inTransaction(db, () => removeRecord(db, 'incidents', id, 1, testWrite))
    expect(searchAll(db, 'склад', { limit: 10, counted: 100 }, everyRight).total).toBe(0)
    inTransaction(db, () => restoreRecord(db, 'incidents', id, 2, testWrite))
    expect(searchAll(db, 'складе', { limit: 10, counted: 100 }, everyRight).results).toMatchObject([{ id }])
  })

  test('of a tenant with requests is not deleted from under them', () => {
    const db = memoryPark()
    const tenant = addTenant(db)
    addRequest(db, tenant)
    expect(() => inTransaction(db, () => removeRecord(db, 'tenants', tenant, 1, testWrite))).toThrow(
      'still_referenced',
    )
  })

  test('a failed change leaves neither row nor log entry', () => {
    const db = memoryPark()
    const missing = '00000000-0000-7000-8000-000000000000'
    expect(() => addRequest(db, missing)).toThrow()
    expect(number(db, sql`SELECT count(*) FROM requests`)).toBe(0)
    expect(number(db, sql`SELECT count(*) FROM change_log`)).toBe(0)
  })
})

describe('the change log', () => {
  test('holds old and new value of every field', () => {
    const db = memoryPark()
    const id = addTenant(db, { unit: 'A-1' })
    inTransaction(db, () => updateRecord(db, 'tenants', id, { unit: 'B-2', note: 'moved' }, 1, testWrite))
    const entries = all<{ changes: string }>(db, sql`SELECT changes FROM change_log ORDER BY seq`)
    expect(JSON.parse(entries[1]?.changes ?? '')).toEqual({ unit: ['A-1', 'B-2'], note: [null, 'moved'] })
    expect(checkChain(db).firstBroken).toBeNull()
  })

  test('refuses to be edited or shortened', () => {
    const db = memoryPark()
    addTenant(db)
    expect(() => db.exec(`UPDATE change_log SET actor = 'somebody'`)).toThrow('the log is final')
    expect(() => db.exec('DELETE FROM change_log')).toThrow('the log is kept')
  })

  test('edited behind its back is noticed at the entry', () => {
    const db = memoryPark()
    addTenant(db)
    addTenant(db, { name: 'Other' })
    db.exec('DROP TRIGGER change_log_is_final')
    db.exec(`UPDATE change_log SET actor = 'somebody' WHERE seq = 1`)
    expect(checkChain(db).firstBroken).toBe(1)
    expect(verifyDatabase(db)).toMatchObject({ ok: false, problems: [{ kind: 'log_chain', detail: '1' }] })
  })
})

describe('pages of a register', () => {
  test('together hold every row once and in order, whatever is sorted by and however many share a value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.nat(4), due: fc.option(fc.nat(3), { nil: null }) }), { maxLength: 60 }),
        fc.constantFrom('receivedAt', 'dueAt', 'reference'),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 9 }),
        (rows, field, direction, limit) => {
          const db = memoryPark()
          const tenant = addTenant(db)
          const ids = rows.map(({ day, due }) =>
            addRequest(db, tenant, { receivedAt: testNow - day, dueAt: due === null ? null : testNow + due }),
          )
          const seen: string[] = []
          let cursor: string | null = null
          do {
            const request = pageSchema.parse({ sort: { field, direction }, cursor, limit })
            const page: { rows: readonly RequestRow[]; next: string | null } = unpackPage(
              readPage<RequestRow>(db, requestList(moment, everyRight), request),
            )
            seen.push(...page.rows.map((row) => row.id))
            cursor = page.next
          } while (cursor !== null)
          expect([...seen].sort()).toEqual([...ids].sort())
          const whole = unpackPage(
            readPage<RequestRow>(
              db,
              requestList(moment, everyRight),
              pageSchema.parse({ sort: { field, direction }, limit: 500 }),
            ),
          )
          expect(seen).toEqual(whole.rows.map((row) => row.id))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('are read along an index, without sorting, from any cursor', () => {
    const db = memoryPark()
    const cursor = Buffer.from('[1,1]').toString('base64url')
    for (const field of Object.keys(requestList(moment, everyRight).sorts)) {
      const request = pageSchema.parse({ sort: { field, direction: 'desc' }, cursor, limit: 200 })
      const { text, values } = pageQuery(requestList(moment, everyRight), request)
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]
      const steps = plan.map((step) => step.detail).join(' | ')
      expect(steps).not.toContain('TEMP B-TREE')
      expect(steps).toMatch(/SEARCH r USING INDEX requests_by_/)
    }
  })

  test('of a view show the same rows as its count', () => {
    const db = memoryPark()
    const tenant = addTenant(db)
    addRequest(db, tenant, { dueAt: testNow - 1 })
    addRequest(db, tenant, { dueAt: testNow + 1 })
    addRequest(db, tenant, { dueAt: testNow - 1, status: 'closed', closedAt: testNow })
    addRequest(db, tenant, { dueAt: testNow - 1, status: 'cancelled' })
    const page = unpackPage(
      readPage<RequestRow>(
        db,
        requestList(moment, everyRight),
        pageSchema.parse({ filter: filterSchema.parse({ view: 'overdue' }), limit: 10 }),
      ),
    )
    expect(page.rows).toHaveLength(1)
  })
})

describe('the search', () => {
  const found = (query: string) => {
    const db = memoryPark()
    const id = addTenant(db, { name: '霍尔果斯天山农机制造有限公司', nameRu: 'Хоргос «Ёлка-Склады»' })
    addTenant(db, { name: 'Unrelated LLC' })
    return searchAll(db, query, { limit: 10, counted: 100 }, everyRight).results.some((hit) => hit.id === id)
  }

  test.each([
    '农',
    '天山',
    '山农',
    '天山 公司',
    'hegs',
    'tiansh',
    'елка',
    'ЁЛКА',
    'склад',
    'складов',
    'хорг',
  ])('finds a name by %s', (query) => expect(found(query)).toBe(true))

  test.each(['天农', 'xyz', '"', '*', 'OR', ')('])('does not find it by %s', (query) =>
    expect(found(query)).toBe(false),
  )
})

test('a tenant is entered only together with its names', () => {
  const db = memoryPark()
  inTransaction(db, () =>
    createRecord(db, 'tenants', { name: 'A', nameZh: 'Ａ', registrationNo: '12 34' }, testWrite),
  )
  expect(all(db, sql`SELECT key FROM tenant_keys ORDER BY key`)).toEqual([{ key: '1234' }, { key: 'a' }])
})

import { describe, expect, test } from 'vitest'
import { everyRight, type Right } from '@shared/contract/rights'
import type { Page } from '@shared/contract/page'
import type { AuditEntry, AuditFilter } from '@shared/features/audit/audit.contract'
import { appendToLog, type LogEntry } from '../../../electron/data/change-log'
import { createRecord, updateRecord } from '../../../electron/data/records'
import { all, inTransaction, run, sql, type WritableDb } from '../../../electron/data/sql'
import { actorsOf, readEntries } from '../../../electron/features/audit/entries.repo'
import { addIncident, addRequest, addTenant, memoryPark, testNow, testWrite } from '../../support/park'
import { bridge } from '../../support/router'
import { disarm, fillLog } from './tamper'

const day = 86_400_000

function append(db: WritableDb, entry: LogEntry, changes: Partial<typeof testWrite> = {}): void {
  inTransaction(db, () => appendToLog(db, entry, { ...testWrite, ...changes }))
}

const refused: LogEntry = { action: 'refused', register: 'audit', recordId: 'exports.run', changes: {} }

/** Every entry a filter leaves, page by page. */
function found(
  db: WritableDb,
  filter: AuditFilter,
  rights: ReadonlySet<Right> = everyRight,
  limit = 7,
  patience?: number,
): AuditEntry[] {
  const rows: AuditEntry[] = []
  let before: number | null = null
  for (;;) {
    const page: Page<AuditEntry> = readEntries(db, { filter, before, limit, rights }, patience)
    rows.push(...page.rows)
    if (page.next === null) return rows
    before = Number(page.next)
  }
}

const numbers = (entries: readonly AuditEntry[]) => entries.map(({ sequence }) => sequence)

describe('a page of the log', () => {
  test('begins with the newest entry, ends where it was asked to, and the next one goes on', () => {
    const db = memoryPark()
    fillLog(db, 30)
    expect(numbers(found(db, {}))).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index))
    expect(readEntries(db, { filter: {}, before: null, limit: 7, rights: everyRight })).toMatchObject({
      next: '24',
      rows: [
        { sequence: 30, actor: 'operator', workstation: 'desk-1', subject: 'tenants', clockBack: false },
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    })
  })

  test('out of patience ends early, and nothing is missed', () => {
    const db = memoryPark()
    fillLog(db, 30)
    append(db, refused)
    fillLog(db, 30)
    expect(numbers(found(db, { action: ['refused'] }, everyRight, 7, 0))).toEqual([31])
  })

  test('holds what a person, an action, a subject and a time leave, and together', () => {
    const db = memoryPark()
    fillLog(db, 5)
    append(db, refused, { actor: 'ivan', now: testNow + day })
    append(
      db,
      { ...refused, action: 'read', register: 'incidents' },
      { actor: 'ivan', now: testNow + 2 * day },
    )
    expect(numbers(found(db, { actor: 'ivan' }))).toEqual([7, 6])
    expect(numbers(found(db, { action: ['refused', 'exported'] }))).toEqual([6])
    expect(numbers(found(db, { action: ['refused', 'updated'], actor: 'operator' }))).toEqual([5, 4, 3, 2, 1])
    expect(numbers(found(db, { subject: ['incidents', 'audit'] }))).toEqual([7, 6])
    expect(numbers(found(db, { from: testNow + day }))).toEqual([7, 6])
    expect(numbers(found(db, { from: testNow + 1000, to: testNow + day }))).toEqual([5, 4, 3, 2])
    expect(numbers(found(db, { actor: 'ivan', subject: ['tenants'] }))).toEqual([])
    expect(actorsOf(db)).toEqual(['ivan', 'operator'])
  })

  test('finds a time also where the clock was set back or ran far ahead', () => {
    const db = memoryPark()
    append(db, refused, { now: testNow })
    append(db, refused, { now: testNow + 1000 * day })
    append(db, refused, { now: testNow + day })
    append(db, refused, { now: testNow + 2 * day })
    expect(numbers(found(db, { from: testNow + day, to: testNow + 2 * day }))).toEqual([3])
    expect(numbers(found(db, { from: testNow + 2 * day }))).toEqual([4, 2])
    expect(numbers(found(db, { to: testNow + 1 }))).toEqual([1])
    expect(found(db, {}).map(({ clockBack }) => clockBack)).toEqual([true, true, false, false])
  })
})

describe('a text', () => {
  test('is found in changed values without case, by the number of a record and by the name of a tenant', () => {
    const db = memoryPark()
    const tenant = addTenant(db, { name: 'ООО «Берёзка»' })
    const request = addRequest(db, tenant, { reference: 'CU-2026-000017', subject: 'Ввоз ЗАПЧАСТЕЙ 100%' })
    inTransaction(db, () => updateRecord(db, 'requests', request, { priority: 'high' }, null, testWrite))
    expect(numbers(found(db, { text: 'запчастей' }))).toEqual([2])
    expect(numbers(found(db, { text: '100%' }))).toEqual([2])
    expect(numbers(found(db, { text: '1_0%' }))).toEqual([])
    expect(numbers(found(db, { text: 'cu-2026-000017' }))).toEqual([3, 2])
    // Both the tenant's own entry and the request that names it.
    expect(numbers(found(db, { text: 'ооо "березка"' }))).toEqual([2, 1])
    expect(found(db, { text: 'cu-2026-000017' })[0]?.title).toBe('CU-2026-000017')
  })
})

describe('who may read the log', () => {
  const auditor = (...others: Right[]) => new Set<Right>(['public', 'signedIn', 'audit.read', ...others])

  test('sees of a record only what they may see of it elsewhere', () => {
    const db = memoryPark()
    const tenant = addTenant(db, { rent: 12_345, unit: 'A-1' })
    addIncident(db, { confidentiality: 'restricted', description: 'sealed' })
    addRequest(db, tenant, { subject: 'visible' })
    const seen = (rights: ReadonlySet<Right>) =>
      found(db, {}, rights).map(({ changes, title }) => [Object.keys(changes).length > 0, title !== null])
    expect(seen(everyRight)).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ])
    expect(seen(auditor())).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ])
    expect(seen(auditor('tenants.read', 'incidents.read'))).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ])
    const [, , ofTenant] = found(db, {}, auditor('tenants.read'))
    expect(ofTenant?.changes).toMatchObject({ unit: [null, 'A-1'] })
    expect(ofTenant?.changes).not.toHaveProperty('rent')
  })

  test('cannot find by a text what they may not see', () => {
    const db = memoryPark()
    addTenant(db, { rent: 1_234_567 })
    addIncident(db, { confidentiality: 'restricted', reference: 'INC-1', description: 'sealed' })
    const rights = auditor('tenants.read', 'incidents.read')
    for (const text of ['1234567', 'sealed', 'INC-1']) {
      expect(found(db, { text }, everyRight)).toHaveLength(1)
      expect(found(db, { text }, rights)).toEqual([])
    }
  })

  test('is noted for the restricted records whose changes they were shown, once an hour', async () => {
    const db = memoryPark()
    const ids = [1, 2].map((serial) =>
      addIncident(db, { confidentiality: 'restricted', location: `gate ${serial}` }),
    )
    addIncident(db, { confidentiality: 'internal' })
    const { ask } = bridge(db)
    await ask('audit.entries')
    await ask('audit.entries')
    const reads = all<{ changes: string }>(db, sql`SELECT changes FROM change_log WHERE action = 'read'`)
    expect(reads).toHaveLength(1)
    for (const id of ids) expect(reads[0]?.changes).toContain(id)
  })
})

test('an entry whose changes were erased is still listed', () => {
  const db = memoryPark()
  fillLog(db, 2)
  disarm(db)
  run(db, sql`UPDATE change_log SET changes = 'null' WHERE seq = 2`)
  expect(found(db, {})[0]).toMatchObject({ sequence: 2, changes: {} })
})

test('cursors that are none and texts that are too long are refused', async () => {
  const { fail } = bridge(memoryPark())
  expect((await fail('audit.entries', { cursor: '1 OR 1' })).code).toBe('invalid_input')
  expect((await fail('audit.entries', { filter: { text: 'x'.repeat(201) } })).code).toBe('invalid_input')
  expect((await fail('audit.entries', { filter: { action: ['dropped'] } })).code).toBe('invalid_input')
})

test('records are still found by their own history whatever else the log says of them', () => {
  const db = memoryPark()
  const id = inTransaction(db, () => createRecord(db, 'tenants', { name: 'A' }, testWrite))
  append(db, { action: 'read', register: 'tenants', recordId: id, changes: {} })
  expect(numbers(found(db, { text: id }))).toEqual([2, 1])
})

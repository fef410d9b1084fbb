import { expect, test } from 'vitest'
import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge } from '../../support/router'

const day = 86_400_000

test('a request taken in with four fields gets its number of the series and year, a status and a priority', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  addRequest(db, tenantId, { reference: 'CUS-2026-000002' })
  const { ask } = bridge(db)
  const take = (type: string) =>
    ask<RequestRow>('requests.create', {
      values: { type, tenantId, subject: 'Clearance', receivedAt: testNow },
    })
  expect(await take('customs')).toMatchObject({
    reference: 'CUS-2026-000001',
    status: 'new',
    priority: 'normal',
    tenantName: 'ООО «Ёлка»',
  })
  expect((await take('customs')).reference).toBe('CUS-2026-000003')
  expect((await take('legal')).reference).toBe('LEX-2026-000001')
})

test('the year of a number is the park’s: an evening of 31 December in UTC is already the new year in Almaty', async () => {
  const db = memoryPark()
  const { ask } = bridge(db)
  const values = { type: 'other', tenantId: addTenant(db), receivedAt: Date.UTC(2026, 11, 31, 20) }
  expect((await ask<RequestRow>('requests.create', { values })).reference).toBe('OTH-2027-000001')
})

test('a number that is taken, however it is written, is refused beside its field', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  addRequest(db, tenantId, { reference: 'C-2026-1' })
  const { fail } = bridge(db)
  const values = { reference: ' c‑2026‑1 ', type: 'customs', tenantId, receivedAt: testNow }
  expect((await fail('requests.create', { values })).fields).toMatchObject([
    { path: 'reference', code: 'duplicate' },
  ])
})

test('dates out of order, a value without currency and a close without its time are pointed out', async () => {
  const db = memoryPark()
  const { fail } = bridge(db)
  const values = {
    type: 'customs',
    tenantId: addTenant(db),
    receivedAt: testNow,
    firstResponseAt: testNow - 1,
    declaredValue: 100,
    status: 'closed',
  }
  const failure = await fail('requests.create', { values })
  expect(failure.fields?.map(({ path, code }) => [path, code])).toEqual([
    ['firstResponseAt', 'inconsistent_dates'],
    ['currency', 'required'],
    ['closedAt', 'required'],
  ])
})

test('a container with a wrong check digit is taken and flagged', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  const { ask } = bridge(db)
  const make = (container: string) =>
    ask<RequestRow>('requests.create', {
      values: { type: 'logistics', tenantId, receivedAt: testNow, container },
    })
  expect((await make('CSQU3054383')).containerStatus).toBe('ok')
  expect((await make('CSQU3054384')).containerStatus).toBe('error')
})

test('every view’s count is the number of its rows', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  addRequest(db, tenantId, { dueAt: testNow - day })
  addRequest(db, tenantId, { dueAt: testNow + 3_600_000, status: 'waiting_tenant' })
  addRequest(db, tenantId, { dueAt: testNow + 3 * day })
  addRequest(db, tenantId, {
    status: 'closed',
    receivedAt: testNow - 2 * day,
    closedAt: testNow - day,
    dueAt: testNow,
  })
  addRequest(db, tenantId, { status: 'cancelled', dueAt: testNow - day })
  const { ask } = bridge(db)
  const counts = await ask<Record<string, number>>('requests.viewCounts')
  expect(counts).toEqual({ all: 5, open: 3, overdue: 1, dueToday: 1, dueSoon: 1, waiting: 1 })
  for (const view of ['open', 'overdue', 'dueToday', 'dueSoon', 'waiting']) {
    expect(await ask('requests.count', { view }), view).toBe(counts[view])
    const page = await ask<PackedPage<RequestRow>>('requests.page', { filter: { view }, limit: 100 })
    expect(page.cells, view).toHaveLength(counts[view] ?? -1)
  }
  expect(await ask('requests.count', { view: 'openAt', viewAt: testNow - day })).toBe(1)
  expect(await ask('requests.count', { view: 'openAt', viewAt: testNow + 1 })).toBe(3)
  expect(await ask('requests.count', { view: 'onTime' })).toBe(1)
})

test('filters narrow by code, by empty value, by span and by words', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  addRequest(db, tenantId, { type: 'legal', subject: 'Проверка договора', receivedAt: testNow - day })
  addRequest(db, tenantId, { type: 'customs', subject: '进口设备清关', officer: '陈静' })
  const { ask, fail } = bridge(db)
  const count = (filter: unknown) => ask<number>('requests.count', filter)
  expect(await count({ conditions: [{ field: 'type', in: ['legal', 'other'] }] })).toBe(1)
  expect(await count({ conditions: [{ field: 'officer', in: [null] }] })).toBe(1)
  expect(await count({ conditions: [{ field: 'officer', in: [null, '陈静'] }] })).toBe(2)
  expect(await count({ conditions: [{ field: 'receivedAt', from: testNow - day, to: testNow }] })).toBe(1)
  expect(await count({ text: 'договор' })).toBe(1)
  expect(await count({ text: '清关', conditions: [{ field: 'type', in: ['customs'] }] })).toBe(1)
  expect((await fail('requests.count', { conditions: [{ field: 'id; DROP TABLE', in: ['1'] }] })).code).toBe(
    'invalid_input',
  )
  expect((await fail('requests.page', { limit: 10, sort: { field: 'note', direction: 'asc' } })).code).toBe(
    'invalid_input',
  )
  expect((await fail('requests.page', { limit: 10, cursor: 'bm90IGEgY3Vyc29y' })).code).toBe('invalid_input')
})

test('a page holds of its rows the fields that were asked for', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  addRequest(db, tenantId, { dueAt: testNow, container: 'CSQU3054384' })
  addRequest(db, tenantId, { dueAt: testNow - day, note: 'long' })
  const { ask, fail } = bridge(db)
  const page = async (fields?: readonly string[]) =>
    unpackPage(await ask<PackedPage<RequestRow>>('requests.page', { limit: 10, fields })).rows
  const asked = ['reference', 'tenantName', 'dueAt', 'containerStatus', 'dueAt'] as const
  const whole = await page()
  expect(await page(asked)).toEqual(
    whole.map((row) => ({
      id: row.id,
      reference: row.reference,
      tenantName: row.tenantName,
      dueAt: row.dueAt,
      containerStatus: row.containerStatus,
    })),
  )
  expect((await fail('requests.page', { limit: 10, fields: ['reference_key'] })).code).toBe('invalid_input')
})

import { expect, test } from 'vitest'
import { everyRight } from '@shared/contract/rights'
import type { SearchAnswer } from '@shared/features/search/search.contract'
import { searchAll } from '../../../electron/features/search'
import { addIncident, addRequest, addTenant, memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

test('one box finds tenants, requests and incidents; an exact number comes first', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db, { name: 'Khorgos Logistics' })
  addRequest(db, tenantId, { reference: 'CUS-2026-000012', subject: 'Khorgos clearance' })
  const wanted = addRequest(db, tenantId, {
    reference: 'CUS-2026-00001',
    subject: 'Other',
    note: 'CUS-2026-000012',
  })
  addIncident(db, { location: 'Khorgos gate' })
  const { ask } = bridge(db)
  const all = await ask<SearchAnswer>('search.find', { text: 'khorgos' })
  expect(all.total).toBe(3)
  expect(new Set(all.results.map((hit) => hit.feature))).toEqual(
    new Set(['tenants', 'requests', 'incidents']),
  )
  const exact = await ask<SearchAnswer>('search.find', { text: 'cus-2026-00001' })
  expect(exact.results[0]).toMatchObject({ id: wanted, number: 'CUS-2026-00001' })
  expect(exact.results).toHaveLength(2)
})

test('a changed record is found by its new words only', async () => {
  const db = memoryPark()
  const id = addTenant(db, { name: 'Старое имя' })
  const { ask } = bridge(db)
  await ask('tenants.update', { id, version: 1, values: { name: '新名称有限公司' } })
  expect(await ask('search.find', { text: 'старое' })).toEqual({ results: [], total: 0, more: false })
  expect(await ask<SearchAnswer>('search.find', { text: '名称' })).toMatchObject({
    total: 1,
    results: [{ id }],
  })
})

test('nothing typed, nothing found', async () => {
  const { ask } = bridge(memoryPark())
  expect(await ask('search.find', { text: '  ' })).toEqual({ results: [], total: 0, more: false })
})

test('of a word that stands nearly everywhere no more are counted than anybody would look through', () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  for (let index = 0; index < 510; index += 1) addRequest(db, tenantId, { subject: 'clearance' })
  const bounds = { limit: 5, counted: 505 }
  expect(searchAll(db, 'clearance', bounds, everyRight)).toMatchObject({ total: 505, more: true })
  expect(searchAll(db, 'clearance', { ...bounds, counted: 510 }, everyRight)).toMatchObject({
    total: 510,
    more: false,
  })
})

import { expect, test } from 'vitest'
import type { TenantDetail, TenantOption, TenantRow } from '@shared/features/tenants/tenants.contract'
import type { Headcount } from '@shared/features/tenants/tenant'
import { addRequest, addTenant, memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

test('a tenant entered in a form is there with its number checked, and can be changed, binned and restored', async () => {
  const { ask, changed } = bridge(memoryPark())
  const values = { name: 'ТОО «Тянь-Шань»', country: 'KZ', registrationNo: '020240000556' }
  const made = await ask<TenantRow>('tenants.create', { values })
  expect(made).toMatchObject({ ...values, version: 1, registrationStatus: 'error' })
  const right = await ask<TenantRow>('tenants.update', {
    id: made.id,
    version: 1,
    values: { registrationNo: '020240000555' },
  })
  expect(right).toMatchObject({ registrationStatus: 'ok', version: 2 })
  const binned = await ask<TenantRow>('tenants.remove', { id: made.id, version: 2 })
  expect(await ask('tenants.count', {})).toBe(0)
  expect(await ask('tenants.count', { deleted: true })).toBe(1)
  await ask('tenants.restore', { id: made.id, version: binned.version })
  expect(await ask('tenants.count', {})).toBe(1)
  expect(changed).toEqual(['tenants', 'tenants', 'tenants', 'tenants'])
})

test('a form with faults names each field and keeps nothing', async () => {
  const { ask, fail } = bridge(memoryPark())
  const missing = await fail('tenants.create', { values: { country: 'Atlantis', movedIn: '2026-02-30' } })
  expect(missing.fields?.map(({ path, code }) => [path, code])).toEqual([
    ['name', 'required'],
    ['country', 'unknown_value'],
    ['movedIn', 'invalid_input'],
  ])
  const contradictory = await fail('tenants.create', {
    values: { name: 'A', movedIn: '2026-02-02', movedOut: '2026-02-01', employees: 5, localEmployees: 6 },
  })
  expect(contradictory.fields?.map(({ path, code }) => [path, code])).toEqual([
    ['movedOut', 'inconsistent_dates'],
    ['localEmployees', 'out_of_range'],
  ])
  expect(await ask('tenants.count', {})).toBe(0)
})

test('views count who is active on a day: from the first day to the day before moving out', async () => {
  const db = memoryPark()
  addTenant(db, { name: 'A', movedIn: '2026-10-31' })
  addTenant(db, { name: 'B', movedIn: '2026-01-01', movedOut: '2026-10-31' })
  addTenant(db, { name: 'C', movedIn: '2026-01-01', movedOut: '2026-11-01', leaseEnd: '2026-10-01' })
  const { ask } = bridge(db)
  const active = (viewAt: string) => ask<number>('tenants.count', { view: 'active', viewAt })
  expect(await active('2026-10-30')).toBe(2)
  expect(await active('2026-10-31')).toBe(2)
  expect(await active('2026-11-01')).toBe(1)
  expect(await ask('tenants.count', { view: 'leaseExpired', viewAt: '2026-10-31' })).toBe(1)
  expect(await ask('tenants.viewCounts')).toMatchObject({ all: 3, active: 1, movedOut: 2 })
})

test('a pick list finds a tenant by name in any script, by pinyin and by number', async () => {
  const db = memoryPark()
  const id = addTenant(db, {
    name: '新疆天山农机',
    nameRu: 'Тянь-Шань Агро',
    registrationNo: '91330100799655058B',
  })
  addTenant(db, { name: 'Other LLC' })
  const { ask } = bridge(db)
  for (const text of ['天山', 'тянь', 'xjts', '91330100', 'tianshan']) {
    const options = await ask<TenantOption[]>('tenants.lookup', { text })
    expect(
      options.map((option) => option.id),
      text,
    ).toEqual([id])
  }
  expect(await ask('tenants.lookup', { text: '' })).toHaveLength(2)
})

test('a tenant’s page shows what hangs on it and its head-count returns', async () => {
  const db = memoryPark()
  const id = addTenant(db, { employees: 40, localEmployees: 20 })
  addRequest(db, id)
  addRequest(db, id, { status: 'cancelled' })
  const { ask, fail } = bridge(db)
  await ask('tenants.setHeadcount', { id, asOf: '2026-09-30', employees: 44, localEmployees: 21 })
  const kept = await ask<Headcount[]>('tenants.setHeadcount', {
    id,
    asOf: '2026-10-31',
    employees: 50,
    localEmployees: 22,
  })
  expect(kept.map((count) => count.asOf)).toEqual(['2026-10-31', '2026-09-30'])
  await ask('tenants.setHeadcount', { id, asOf: '2026-09-30', employees: null, localEmployees: null })
  const detail = await ask<TenantDetail>('tenants.get', { id })
  expect(detail).toMatchObject({
    requestsOpen: 1,
    requestsTotal: 2,
    headcounts: [{ asOf: '2026-10-31', employees: 50 }],
  })
  const failure = await fail('tenants.setHeadcount', {
    id,
    asOf: '2026-10-31',
    employees: 1,
    localEmployees: 2,
  })
  expect(failure.fields).toMatchObject([{ path: 'localEmployees', code: 'out_of_range' }])
})

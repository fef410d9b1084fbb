import { expect, test } from 'vitest'
import type { IncidentRow } from '@shared/features/incidents/incidents.contract'
import { addIncident, memoryPark, testNow } from '../../support/park'
import { bridge } from '../../support/router'

test('an incident is entered without a tenant, numbered by year, and closed with its time', async () => {
  const { ask, fail } = bridge(memoryPark())
  const values = { category: 'fire', severity: 3, occurredAt: testNow, location: 'Цех 2' }
  const made = await ask<IncidentRow>('incidents.create', { values })
  expect(made).toMatchObject({ reference: 'INC-2026-0001', status: 'reported', tenantName: null })
  const closing = { id: made.id, version: 1, values: { status: 'closed' } }
  expect((await fail('incidents.update', closing)).fields).toMatchObject([
    { path: 'closedAt', code: 'required' },
  ])
  const closed = await ask<IncidentRow>('incidents.update', {
    ...closing,
    values: { status: 'closed', closedAt: testNow + 60_000 },
  })
  expect(closed.closedAt).toBe(testNow + 60_000)
})

test('severity is 1 to 5 and the category one of the list', async () => {
  const { fail } = bridge(memoryPark())
  const values = { category: 'earthworks', severity: 6, occurredAt: testNow }
  expect((await fail('incidents.create', { values })).fields?.map(({ path, code }) => [path, code])).toEqual([
    ['category', 'unknown_value'],
    ['severity', 'out_of_range'],
  ])
})

test('views count open and severe incidents', async () => {
  const db = memoryPark()
  addIncident(db, { severity: 5 })
  addIncident(db, { severity: 4, status: 'closed', closedAt: testNow + 1 })
  addIncident(db, { status: 'false_alarm' })
  const { ask } = bridge(db)
  expect(await ask('incidents.viewCounts')).toEqual({ all: 3, open: 1, severe: 2 })
  expect(await ask('incidents.count', { view: 'open' })).toBe(1)
  expect(await ask('incidents.count', { view: 'severe' })).toBe(2)
  expect(await ask('incidents.count', { view: 'openAt', viewAt: testNow + 1 })).toBe(3)
})

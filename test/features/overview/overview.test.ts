import { expect, test } from 'vitest'
import type { Overview } from '@shared/features/overview/overview.contract'
import { addIncident, addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge } from '../../support/router'

test('the first screen shows this month, what is due next and what happened last', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db, { movedIn: '2026-01-01' })
  const late = addRequest(db, tenantId, { dueAt: testNow - 1 })
  const next = addRequest(db, tenantId, { dueAt: testNow + 1 })
  addRequest(db, tenantId, { dueAt: testNow - 1, status: 'cancelled' })
  const incident = addIncident(db)
  const { ask } = bridge(db)
  const shown = await ask<Overview>('overview.show')
  expect(shown).toMatchObject({
    month: '2026-11',
    current: { tenants: { active: 1 }, incidents: { occurred: 1 } },
  })
  expect(shown.dueSoon.map((request) => request.id)).toEqual([late, next])
  expect(shown.recentIncidents.map((row) => row.id)).toEqual([incident])
  expect(await ask('overview.counts')).toEqual({
    tenants: 1,
    requestsOpen: 2,
    requestsOverdue: 1,
    incidentsOpen: 1,
  })
})

import { expect, test } from 'vitest'
import type { OverviewFigures, OverviewLists } from '@shared/features/overview/overview.contract'
import type { TrendMonth } from '@shared/features/reports/figures'
import { countFigures } from '../../../electron/features/reports'
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
  expect(await ask<OverviewFigures>('overview.figures')).toMatchObject({
    month: '2026-11',
    current: { tenants: { active: 1 }, incidents: { occurred: 1 } },
    nothingYet: false,
  })
  expect(await ask<TrendMonth[]>('overview.trend')).toHaveLength(12)
  const shown = await ask<OverviewLists>('overview.lists')
  expect(shown.dueSoon.map((request) => request.id)).toEqual([late, next])
  expect(shown.recentIncidents.map((row) => row.id)).toEqual([incident])
  expect(await ask('overview.counts')).toEqual({
    tenants: 1,
    requestsOpen: 2,
    requestsOverdue: 1,
    incidentsOpen: 1,
  })
})

test('the first screen says when no register has a record', async () => {
  const db = memoryPark()
  const { ask } = bridge(db)
  expect(await ask<OverviewFigures>('overview.figures')).toMatchObject({ nothingYet: true })
  addTenant(db, { movedIn: null })
  expect(await ask<OverviewFigures>('overview.figures')).toMatchObject({ nothingYet: false })
})

test('the figures of the first screen are those of the month’s report', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db, { movedIn: '2026-01-01', country: 'CN' })
  addRequest(db, tenantId, {
    receivedAt: testNow - 9e6,
    closedAt: testNow - 3e6,
    status: 'closed',
    dueAt: testNow,
  })
  addRequest(db, tenantId, { receivedAt: testNow - 8e6, closedAt: testNow - 1e6, status: 'closed', dueAt: 1 })
  addIncident(db)
  const figures = await bridge(db).ask<OverviewFigures>('overview.figures')
  const report = countFigures(db, 'monthly', figures.month, testNow)
  expect(report.current).toMatchObject(figures.current)
  expect(report.previous).toMatchObject(figures.previous)
  expect(await bridge(db).ask('overview.trend')).toEqual(report.trend)
  expect(figures.current.requests).toMatchObject({ onTimeRatio: 0.5, closedWithDue: 2 })
})

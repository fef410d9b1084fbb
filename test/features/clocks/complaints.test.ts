import { describe, expect, test } from 'vitest'
import type { Explanation, RequestClocks } from '@shared/features/clocks/clocks.contract'
import type { ServiceLevels } from '@shared/features/clocks/service-levels'
import { countLevels } from '../../../electron/features/clocks/service-levels'
import { clockPark, local } from './clock-park'

const hour = 3_600_000
const walk = { step: () => undefined }

/** Named after what users of other request desks complain of. */
describe('complaint', () => {
  test('16: a target in days with a pause over the weekend comes to the right day', async () => {
    const { at, take, change } = clockPark('2026-11-19T09:00')
    // Three working days: Thursday, Friday, Monday.
    const { id, dueAt } = await take({ type: 'logistics' })
    expect(dueAt).toBe(local('2026-11-23T18:00'))
    at('2026-11-20T18:00')
    await change(id, { status: 'waiting_tenant' })
    at('2026-11-23T09:00')
    expect((await change(id, { status: 'in_progress' })).dueAt).toBe(dueAt)
  })

  test('18 and 22: what is due soon follows working time and every change, and nothing remembers it was told', async () => {
    const { ask, at, take, change } = clockPark('2026-11-20T16:00')
    // Due on Monday at 11:00; notice is given an hour of working time before.
    const { id } = await take()
    const soon = () => ask<number>('requests.count', { view: 'dueSoon' })
    expect(await soon()).toBe(0)
    at('2026-11-22T12:00')
    expect(await soon()).toBe(0)
    at('2026-11-23T10:00')
    expect(await soon()).toBe(1)
    await change(id, { dueAt: local('2026-11-25T12:00') })
    expect(await soon()).toBe(0)
    at('2026-11-25T11:30')
    expect(await soon()).toBe(1)
    at('2026-11-25T12:01')
    expect([await soon(), await ask('requests.count', { view: 'overdue' })]).toEqual([0, 1])
  })

  test('18: a Friday evening gives notice of what is due on Monday morning', async () => {
    const { ask, at, take } = clockPark('2026-11-20T16:00')
    await take({ dueAt: local('2026-11-23T09:00') })
    at('2026-11-20T17:30')
    expect(await ask('requests.count', { view: 'dueSoon' })).toBe(1)
  })

  test('19: a first response out of hours counts by working time, and the real time stands beside it', async () => {
    const { ask, take } = clockPark('2026-11-21T12:00')
    const { id, firstDueAt } = await take({
      receivedAt: local('2026-11-20T17:30'),
      firstResponseAt: local('2026-11-21T11:30'),
    })
    expect(firstDueAt).toBe(local('2026-11-23T09:30'))
    const { clocks } = await ask<RequestClocks>('clocks.ofRequest', { id })
    expect(clocks[0]).toMatchObject({
      clock: 'firstResponse',
      stoppedAt: local('2026-11-21T11:30'),
      used: { working: hour / 2, real: 18 * hour },
      left: null,
    })
  })

  test('25: a hold over off-hours moves the deadline by the working time it took and no more', async () => {
    const { ask, at, take, change } = clockPark('2026-11-19T17:00')
    const { id } = await take()
    at('2026-11-19T17:30')
    await change(id, { status: 'waiting_authority' })
    const held = await ask<RequestClocks>('clocks.ofRequest', { id })
    expect(held.standsStill).toEqual({ since: local('2026-11-19T17:30'), reason: 'waiting_authority' })
    expect(held.clocks[1]).toMatchObject({ dueAt: null, target: 240, left: 3.5 * hour, isDueSoon: false })
    at('2026-11-20T09:30')
    // Half an hour in the evening and half an hour in the morning were held: 21:00 would have been by length.
    expect((await change(id, { status: 'in_progress' })).dueAt).toBe(local('2026-11-20T14:00') - hour)
  })

  test('26: no clock runs through lunch', async () => {
    const { ask, take } = clockPark('2026-11-20T12:30')
    const { id, dueAt } = await take({ priority: 'urgent' })
    expect(dueAt).toBe(local('2026-11-20T15:30'))
    const explained = await ask<Explanation>('clocks.explain', { id, clock: 'resolution' })
    expect(explained.lines.map((line) => line.kind === 'work' && [line.from, line.to])).toEqual([
      [local('2026-11-20T12:30'), local('2026-11-20T13:00')],
      [local('2026-11-20T14:00'), local('2026-11-20T15:30')],
    ])
  })

  test('27: a week of Tuesdays and a week from Saturday to Wednesday work', async () => {
    const { db, take } = clockPark('2026-11-20T12:00')
    const keep = (week: unknown) =>
      db
        .prepare(`INSERT OR REPLACE INTO settings VALUES ('workingTime', ?)`)
        .run(JSON.stringify({ version: 1, week }))
    const free = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    keep({ ...free, tue: [['09:00', '11:00']] })
    expect((await take()).dueAt).toBe(local('2026-12-01T11:00'))
    const day = [['08:00', '16:00']]
    keep({ ...free, sat: day, sun: day, mon: day, tue: day, wed: day, thu: [['08:00', '12:00']] })
    expect((await take()).dueAt).toBe(local('2026-11-21T12:00'))
  })

  test('28: a month tells by type and by officer which promises were kept, in working time and in real time', async () => {
    const { db, ask, take } = clockPark('2026-11-20T12:00')
    const done = (closedAt: string, values: Readonly<Record<string, unknown>>) =>
      take({ status: 'closed', receivedAt: local('2026-11-19T09:00'), closedAt: local(closedAt), ...values })
    await done('2026-11-19T12:00', { officer: 'Айгуль', firstResponseAt: local('2026-11-19T09:30') })
    await done('2026-11-20T10:00', { officer: 'Айгуль', firstResponseAt: local('2026-11-19T10:30') })
    await done('2026-11-19T18:00', { type: 'legal', officer: null })
    await done('2026-10-30T18:00', { receivedAt: local('2026-10-30T09:00') })
    await take({ status: 'cancelled' })
    const levels = countLevels(db, '2026-11', walk)
    const first = {
      closed: 2,
      firstResponse: { met: 1, missed: 1 },
      resolution: { met: 1, missed: 1 },
      workingTime: 6 * hour,
      realTime: 14 * hour,
    }
    const second = {
      closed: 1,
      firstResponse: { met: 0, missed: 1 },
      resolution: { met: 1, missed: 0 },
      workingTime: 8 * hour,
      realTime: 9 * hour,
    }
    expect(levels).toEqual({
      month: '2026-11',
      total: {
        key: '',
        closed: 3,
        firstResponse: { met: 1, missed: 2 },
        resolution: { met: 2, missed: 1 },
        workingTime: 8 * hour,
        realTime: 9 * hour,
      },
      byType: [
        { ...first, key: 'customs' },
        { ...second, key: 'legal' },
      ],
      byOfficer: [
        { ...first, key: 'Айгуль' },
        { ...second, key: '' },
      ],
    } satisfies ServiceLevels)
    // The register counts the same.
    const november = { field: 'closedAt', from: local('2026-11-01T00:00'), to: local('2026-12-01T00:00') }
    expect(await ask('requests.count', { view: 'onTime', conditions: [november] })).toBe(2)
    expect(() => countLevels(db, '2026-13', walk)).toThrow('period_invalid')
  })
})

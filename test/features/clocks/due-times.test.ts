import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import type { Page } from '@shared/contract/page'
import { all, sql, type ReadableDb } from '../../../electron/data/sql'
import { clockPark, local } from './clock-park'

const rulesOf = (db: ReadableDb) =>
  all(db, sql`SELECT first_due_rule AS first, due_rule AS resolution FROM requests ORDER BY seq`)

const pausesOf = (db: ReadableDb) =>
  all<{ reason: string }>(
    db,
    sql`SELECT from_at AS "from", to_at AS "to", reason FROM request_pauses ORDER BY seq`,
  )

describe('a request without a due time', () => {
  test('gets both from the target of its type and priority, in working time', async () => {
    const { db, take } = clockPark('2026-11-20T16:30')
    // Customs, normal: an hour to the first response, four to the release; Friday at 18:00 the office closes.
    expect(await take()).toMatchObject({
      firstDueAt: local('2026-11-20T17:30'),
      dueAt: local('2026-11-23T11:30'),
    })
    expect(await take({ priority: 'urgent' })).toMatchObject({ dueAt: local('2026-11-23T09:30') })
    expect(rulesOf(db)[0]).toEqual({ first: 'target', resolution: 'target' })
  })

  test('keeps the one that was typed, and is told from those that follow the target', async () => {
    const { db, take, change } = clockPark()
    const typed = await take({ dueAt: local('2026-12-01T09:00') })
    expect(rulesOf(db)).toEqual([{ first: 'target', resolution: 'given' }])
    expect((await change(typed.id, { priority: 'low' })).dueAt).toBe(local('2026-12-01T09:00'))
    // Emptied, it follows the target again.
    expect((await change(typed.id, { dueAt: null })).dueAt).toBe(local('2026-11-23T12:00'))
    expect(rulesOf(db)).toEqual([{ first: 'target', resolution: 'target' }])
  })

  test('follows a change of type, priority or time of receipt, in the same entry of the log', async () => {
    const { ask, take, change } = clockPark()
    const { id, dueAt } = await take()
    const changed = await change(id, { priority: 'urgent' })
    expect(changed.dueAt).toBe(local('2026-11-20T15:00'))
    const { rows } = await ask<Page<HistoryEntry>>('history.ofRecord', { register: 'requests', id, limit: 5 })
    expect(rows[0]?.changes).toEqual({
      priority: ['normal', 'urgent'],
      firstDueAt: [local('2026-11-20T13:00'), local('2026-11-20T12:15')],
      dueAt: [dueAt, changed.dueAt],
    })
  })

  test('that is over keeps what it has: editing an old request gives it no deadline to have missed', async () => {
    const { ask, take, change } = clockPark()
    const values = {
      status: 'closed',
      closedAt: local('2026-11-20T11:30'),
      receivedAt: local('2026-11-20T11:00'),
    }
    const { id, dueAt } = await take(values)
    expect((await change(id, { note: 'filed', priority: 'low' })).dueAt).toBe(dueAt)
    expect(await ask('requests.count', { view: 'onTime' })).toBe(1)
  })
})

describe('waiting for the applicant or an authority', () => {
  test('pauses the clock, and leaving it moves the deadline by the working time it took', async () => {
    const { db, at, take, change } = clockPark('2026-11-20T10:00')
    const { id, dueAt } = await take({ firstResponseAt: local('2026-11-20T10:00') })
    expect(dueAt).toBe(local('2026-11-20T15:00'))
    at('2026-11-20T11:00')
    expect((await change(id, { status: 'waiting_tenant' })).dueAt).toBeNull()
    // A weekend goes by: three hours of it were working time on Friday up to 13 and from 14 on, one on Monday.
    at('2026-11-23T10:00')
    expect((await change(id, { status: 'in_progress' })).dueAt).toBe(local('2026-11-23T13:00'))
    expect(pausesOf(db)).toEqual([
      { from: local('2026-11-20T11:00'), to: local('2026-11-23T10:00'), reason: 'waiting_tenant' },
    ])
  })

  test('that begins after the deadline leaves it where it is: overdue stays overdue', async () => {
    const { ask, at, take, change } = clockPark('2026-11-20T10:00')
    const { id, dueAt } = await take()
    at('2026-11-20T16:00')
    expect((await change(id, { status: 'waiting_authority' })).dueAt).toBe(dueAt)
    expect(await ask('requests.count', { view: 'overdue' })).toBe(1)
  })

  test('goes on from the applicant to an authority as one standstill in two parts', async () => {
    const { db, at, take, change } = clockPark('2026-11-20T10:00')
    const { id } = await take()
    await change(id, { status: 'waiting_tenant' })
    at('2026-11-20T11:00')
    expect((await change(id, { status: 'waiting_authority' })).dueAt).toBeNull()
    at('2026-11-20T12:00')
    expect((await change(id, { status: 'in_progress' })).dueAt).toBe(local('2026-11-20T17:00'))
    expect(pausesOf(db)).toHaveLength(2)
  })

  test('ends with closing and with cancelling, and reopening lets the clock go on where it stopped', async () => {
    const { db, at, take, change } = clockPark('2026-11-20T10:00')
    const { id } = await take({ firstResponseAt: local('2026-11-20T10:00') })
    await change(id, { status: 'waiting_tenant' })
    at('2026-11-20T11:00')
    const closed = await change(id, { status: 'closed', closedAt: local('2026-11-20T11:00') })
    expect(closed.dueAt).toBe(local('2026-11-20T16:00'))
    at('2026-11-23T09:00')
    // One hour waited, four to work; closed from 11:00 on. Nothing was used up.
    expect((await change(id, { status: 'in_progress', closedAt: null })).dueAt).toBe(
      local('2026-11-23T13:00'),
    )
    at('2026-11-23T10:00')
    await change(id, { status: 'cancelled' })
    at('2026-11-23T12:00')
    expect((await change(id, { status: 'in_progress' })).dueAt).toBe(local('2026-11-23T16:00'))
    expect(pausesOf(db).map(({ reason }) => reason)).toEqual(['waiting_tenant', 'closed', 'cancelled'])
  })

  test('does not move a due time that was given', async () => {
    const { at, take, change } = clockPark('2026-11-20T10:00')
    const { id, dueAt } = await take({ dueAt: local('2026-11-20T18:00') })
    expect((await change(id, { status: 'waiting_tenant' })).dueAt).toBe(dueAt)
    at('2026-11-20T12:00')
    expect((await change(id, { status: 'in_progress' })).dueAt).toBe(dueAt)
  })
})

test('a request taken out of the bin has the deadline of the calendar as it is now', async () => {
  const { db, ask, take } = clockPark('2026-11-20T16:30')
  const { id } = await take()
  const removed = await ask<{ version: number }>('requests.remove', { id, version: 1 })
  db.exec(`INSERT INTO calendar_days (date, kind, intervals) VALUES ('2026-11-23', 'holiday', '[]')`)
  const restored = await ask('requests.restore', { id, version: removed.version })
  expect(restored).toMatchObject({ dueAt: local('2026-11-24T11:30') })
})

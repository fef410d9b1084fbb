import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CalendarDay } from '@shared/features/clocks/calendar'
import type { MovePreview, WorkingTime } from '@shared/features/clocks/clocks.contract'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import type { Page } from '@shared/contract/page'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { addTenant, parkFolder } from '../../support/park'
import { openFolder } from '../../support/folder-bridge'
import { local } from './clock-park'

const holiday = (date: string, note = 'Park day'): CalendarDay => ({
  date,
  kind: 'holiday',
  intervals: [],
  note,
  holiday: null,
  source: null,
  country: null,
  bySighting: false,
})

async function desk() {
  const { ask, fail, park, changed } = openFolder(parkFolder(), '', { now: () => local('2026-11-20T16:30') })
  const tenantId = addTenant(park.db)
  const take = (values: Readonly<Record<string, unknown>> = {}) =>
    ask<RequestRow>('requests.create', {
      values: { type: 'customs', tenantId, receivedAt: local('2026-11-20T16:30'), ...values },
    })
  const { version, ...working } = await ask<WorkingTime>('clocks.workingTime')
  const wanted = (changes: Partial<WorkingTime>) => ({ jobId: randomUUID(), ...working, ...changes })
  return { ask, fail, take, wanted, version, working, changed, db: park.db }
}

test('a change of the calendar shows which deadlines would move before it is saved, and moves exactly those', async () => {
  const { ask, take, wanted, version, changed } = await desk()
  const moving = await take({ subject: 'Clearance' })
  const given = await take({ dueAt: local('2026-11-23T11:30'), firstResponseAt: local('2026-11-20T16:40') })
  const early = await take({ receivedAt: local('2026-11-20T09:00') })
  const change = wanted({ days: [holiday('2026-11-23')] })
  const preview = await ask<MovePreview>('clocks.preview', change)
  expect(preview).toEqual({
    open: 3,
    moved: 1,
    rows: [
      {
        id: moving.id,
        reference: moving.reference,
        subject: 'Clearance',
        firstResponse: null,
        resolution: [local('2026-11-23T11:30'), local('2026-11-24T11:30')],
      },
    ],
    uncovered: [],
  })
  expect((await ask<RequestRow>('requests.get', { id: moving.id })).dueAt).toBe(moving.dueAt)
  expect(await ask('clocks.save', { ...change, version })).toEqual({ moved: 1 })
  expect(changed).toEqual(expect.arrayContaining(['clocks', 'requests']))
  const dueOf = async ({ id }: RequestRow) => (await ask<RequestRow>('requests.get', { id })).dueAt
  expect(await dueOf(moving)).toBe(local('2026-11-24T11:30'))
  expect(await dueOf(given)).toBe(given.dueAt)
  expect(await dueOf(early)).toBe(early.dueAt)
  // Saved once more, nothing is done twice.
  expect(await ask('clocks.preview', change)).toMatchObject({ moved: 0, rows: [] })
})

test('complaint 24: who changed a target, a day or the week, and what it was before, is in the log with each deadline moved', async () => {
  const { ask, take, wanted, version, working } = await desk()
  const { id, dueAt } = await take()
  const targets = working.targets.map((target) =>
    target.type === 'customs' && target.priority === 'normal' ? { ...target, resolution: 300 } : target,
  )
  const week = { ...working.week, mon: [['10:00', '18:00']] as const }
  await ask('clocks.save', { ...wanted({ targets, week, days: [holiday('2026-12-16')] }), version })
  const { rows } = await ask<Page<AuditEntry>>('audit.entries', {
    filter: { subject: ['clocks', 'requests'], action: ['updated'] },
  })
  expect(rows.map(({ subject, recordId, changes }) => [subject, recordId, changes])).toEqual([
    ['requests', id, { dueAt: [dueAt, local('2026-11-23T13:30')] }],
    ['clocks', 'customs/normal', { resolution: [240, 300] }],
    ['clocks', '2026-12-16', { workingHours: [null, '–'], note: [null, 'Park day'] }],
    ['clocks', 'week', { mon: ['09:00–13:00, 14:00–18:00', '10:00–18:00'] }],
  ])
})

test('somebody who saw an older state is told, and nothing is changed', async () => {
  const { ask, fail, wanted, version } = await desk()
  await ask('clocks.save', { ...wanted({ days: [holiday('2026-11-23')] }), version })
  const failure = await fail('clocks.save', { ...wanted({ days: [] }), version })
  expect(failure.code).toBe('changed_meanwhile')
  expect((await ask<WorkingTime>('clocks.workingTime')).days).toHaveLength(1)
})

test.each<[string, Partial<WorkingTime>, string]>([
  [
    'an empty week',
    { week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } },
    'calendar_empty',
  ],
  [
    'overlapping intervals',
    {
      week: {
        mon: [
          ['09:00', '13:00'],
          ['12:00', '18:00'],
        ],
        tue: [],
        wed: [],
        thu: [],
        fri: [],
        sat: [],
        sun: [],
      },
    },
    'calendar_intervals_overlap',
  ],
  ['a day twice', { days: [holiday('2026-11-23'), holiday('2026-11-23')] }, 'calendar_date_twice'],
  [
    'complaint 17: a week so short that a promise is never reached',
    { week: { mon: [['09:00', '09:01']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } },
    'deadline_too_far',
  ],
  [
    'a holiday with working hours',
    { days: [{ ...holiday('2026-11-23'), intervals: [['09:00', '10:00']] }] },
    'invalid_input',
  ],
])('%s is refused, in the preview and when it is saved', async (_name, change, code) => {
  const { fail, wanted, version, working } = await desk()
  const targets = working.targets.map((target) => ({ ...target, resolution: 6000 }))
  expect((await fail('clocks.preview', wanted({ targets, ...change }))).code).toBe(code)
  expect((await fail('clocks.save', { ...wanted({ targets, ...change }), version })).code).toBe(code)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reckoned, usualWeek, type CalendarDay } from '@shared/features/clocks/calendar'
import { isDueSoon, soonUntil } from '@shared/features/clocks/due-soon'
import { explainDeadline } from '@shared/features/clocks/explain'
import { pausesAfter, type RequestPause, type Standing } from '@shared/features/clocks/pauses'
import { targetsByKey } from '@shared/features/clocks/targets'
import { workBetween } from '@shared/kernel/working-time/deadline'
import { local } from './clock-park'

const minute = 60_000
const day = (date: string, changes: Partial<CalendarDay> = {}): CalendarDay => ({
  date,
  kind: 'holiday',
  intervals: [],
  note: null,
  holiday: null,
  source: null,
  country: null,
  bySighting: false,
  ...changes,
})

const nauryz = ['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24', '2026-03-25'].map((date) =>
  day(date, { note: 'Nauryz' }),
)
const worked = day('2026-03-28', { kind: 'workingDay', intervals: [['10:00', '12:00']], note: 'For Friday' })
const days = [...nauryz, worked]
const calendar = reckoned({ week: usualWeek('KZ'), days }, 'Asia/Almaty')

test('a deadline explains itself by interval, pause, holiday by name and weekend', () => {
  const pause = {
    from: local('2026-03-20T17:30'),
    to: local('2026-03-26T09:30'),
    reason: 'waiting_tenant',
  } as const
  const { deadline, lines } = explainDeadline({
    calendar,
    days,
    receivedAt: local('2026-03-20T17:00'),
    minutes: 17 * 60,
    pauses: [pause],
    now: local('2026-03-27T12:00'),
  })
  expect(deadline.at).toBe(local('2026-03-28T11:00'))
  const work = (from: string, to: string, day: CalendarDay | null = null) => ({
    kind: 'work',
    from: local(from),
    to: local(to),
    day,
  })
  expect(lines).toEqual([
    work('2026-03-20T17:00', '2026-03-20T17:30'),
    { kind: 'pause', ...pause, working: 60 * minute },
    ...nauryz.map((holiday) => ({ kind: 'free', date: holiday.date, until: holiday.date, day: holiday })),
    work('2026-03-26T09:30', '2026-03-26T13:00'),
    work('2026-03-26T14:00', '2026-03-26T18:00'),
    work('2026-03-27T09:00', '2026-03-27T13:00'),
    work('2026-03-27T14:00', '2026-03-27T18:00'),
    work('2026-03-28T10:00', '2026-03-28T11:00', worked),
  ])
})

test('an ordinary weekend is one line, and a clock that stands still says since when', () => {
  const pause = { from: local('2026-04-06T10:00'), to: null, reason: 'waiting_authority' } as const
  const receivedAt = local('2026-04-03T17:30')
  const now = local('2026-04-06T12:00')
  const { deadline, lines } = explainDeadline({
    calendar,
    days,
    receivedAt,
    minutes: 120,
    pauses: [pause],
    now,
  })
  expect(deadline.at).toBeNull()
  expect(lines).toEqual([
    { kind: 'work', from: receivedAt, to: local('2026-04-03T18:00'), day: null },
    { kind: 'free', date: '2026-04-04', until: '2026-04-05', day: null },
    { kind: 'work', from: local('2026-04-06T09:00'), to: local('2026-04-06T10:00'), day: null },
    { kind: 'pause', ...pause, working: 120 * minute },
  ])
})

const pausesArbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 4 })
  .map((spans) =>
    spans.map(([from, length]): RequestPause => ({
      from: local('2026-03-18T09:00') + from * minute,
      to: local('2026-03-18T09:00') + (from + length) * minute,
      reason: 'waiting_tenant',
    })),
  )

test('whatever the pauses, the intervals of an explanation add up to what was promised and lie outside of them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 3000 }),
      pausesArbitrary,
      (after, minutes, pauses) => {
        const receivedAt = local('2026-03-16T00:00') + after * minute
        const { deadline, lines } = explainDeadline({
          calendar,
          days,
          receivedAt,
          minutes,
          pauses,
          now: receivedAt,
        })
        const work = lines.filter((line) => line.kind === 'work')
        expect(work.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(minutes * minute)
        for (const { from, to } of work) {
          expect(workBetween(calendar, { from, to }, pauses)).toBe(to - from)
          expect(to).toBeLessThanOrEqual(deadline.at ?? -1)
        }
        const starts = work.map(({ from }) => from)
        expect(starts).toEqual(starts.toSorted((one, other) => one - other))
      },
    ),
  )
})

const statuses = ['new', 'in_progress', 'waiting_tenant', 'waiting_authority', 'closed', 'cancelled'] as const

test('whatever way a request goes, at most one pause lasts, none overlaps, and one lasts exactly while it waits', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...statuses), fc.integer({ min: 0, max: 5000 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(steps, (course) => {
      let now = local('2026-03-16T09:00')
      let standing: Standing = { status: 'new', closedAt: null }
      let pauses: readonly RequestPause[] = []
      for (const [status, minutes] of course) {
        now += minutes * minute
        const next = { status, closedAt: status === 'closed' ? (standing.closedAt ?? now) : null }
        pauses = pausesAfter(pauses, standing, next, now)
        standing = next
        const lasting = pauses.filter(({ to }) => to === null)
        expect(lasting.map(({ reason }) => reason)).toEqual(
          ['waiting_tenant', 'waiting_authority', 'cancelled'].includes(status) ? [status] : [],
        )
        pauses.forEach(({ to }, index) => {
          const following = pauses[index + 1]
          if (following) expect(to).toBeLessThanOrEqual(following.from)
        })
      }
    }),
  )
})

test('due soon is what has no more working time left than the notice', () => {
  const targets = targetsByKey([
    { type: 'customs', priority: 'normal', firstResponse: null, resolution: 240, dueSoon: 90 },
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14_000 }), fc.integer({ min: 0, max: 6000 }), (start, ahead) => {
      const now = local('2026-03-16T00:00') + start * minute
      const dueAt = now + ahead * minute
      const request = { type: 'customs', priority: 'normal', dueAt }
      const left = workBetween(calendar, { from: now, to: dueAt })
      expect(isDueSoon(soonUntil({ calendar, targets }, now), request, now)).toBe(left <= 90 * minute)
    }),
  )
})

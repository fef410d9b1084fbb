import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '@shared/contract/result'
import {
  checkCalendar,
  weekdays,
  type CheckedCalendar,
  type WorkingCalendar,
  type WorkingInterval,
} from '@shared/kernel/working-time/calendar'
import { deadlineAfter, workBetween, type Pause } from '@shared/kernel/working-time/deadline'
import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'
import { clockOf } from './wall-clock'

const minute = 60_000
const hour = 60 * minute

const officeHours: readonly WorkingInterval[] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
]

function office(timeZone: string, changes: Partial<WorkingCalendar> = {}): WorkingCalendar {
  const week = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, officeHours]))
  return { timeZone, week, exceptions: [], ...changes }
}

const holiday = (date: string) => ({ date, intervals: [] })
const workday = (date: string) => ({ date, intervals: officeHours })

/** A deadline as people read it. */
function localDeadline(
  calendar: WorkingCalendar,
  from: string,
  minutes: number,
  pauses: readonly Pause[] = [],
) {
  const [date = '', time] = from.split('T')
  const checked = checkCalendar(calendar)
  const { at } = deadlineAfter(checked, zonedToUtc(date, time, calendar.timeZone), minutes, pauses)
  if (at === null) return null
  const local = utcToZoned(at, calendar.timeZone)
  return `${local.date}T${local.time.slice(0, 5)}`
}

function span(zone: string, from: string, to: string): Pause {
  const at = (text: string) => zonedToUtc(text.slice(0, 10), text.slice(11), zone)
  return { from: at(from), to: at(to) }
}

describe('a deadline', () => {
  const zone = 'Asia/Shanghai'
  // The Spring Festival of 2026: nine free days, for which the Saturdays before and after are worked.
  const springFestival = office(zone, {
    exceptions: [
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => holiday(`2026-02-${day}`)),
      workday('2026-02-14'),
      workday('2026-02-28'),
    ],
  })

  test('goes over the Spring Festival of 2026 and its make-up days', () => {
    expect(localDeadline(springFestival, '2026-02-13T16:30', 960)).toBe('2026-02-24T16:30')
    expect(localDeadline(springFestival, '2026-02-13T16:30', 90)).toBe('2026-02-13T18:00')
    expect(localDeadline(springFestival, '2026-02-13T16:30', 91)).toBe('2026-02-14T09:01')
    expect(localDeadline(springFestival, '2026-02-27T17:00', 120)).toBe('2026-02-28T10:00')
  })

  test('follows a week from Saturday to Wednesday with a short Thursday', () => {
    const week = {
      ...Object.fromEntries(['sat', 'sun', 'mon', 'tue', 'wed'].map((day) => [day, [['08:00', '16:00']]])),
      thu: [['08:00', '12:00']],
    } as WorkingCalendar['week']
    const iran = { timeZone: 'Asia/Tehran', week, exceptions: [holiday('2026-03-21')] }
    // Wednesday afternoon, the short Thursday, Friday and Nowruz free, then Sunday.
    expect(localDeadline(iran, '2026-03-18T15:00', 360)).toBe('2026-03-22T09:00')
  })

  test('is the end of an interval and not the beginning of the next, and no time is reached at once', () => {
    expect(localDeadline(office(zone), '2026-11-20T17:00', 60)).toBe('2026-11-20T18:00')
    expect(localDeadline(office(zone), '2026-11-21T10:00', 0)).toBe('2026-11-21T10:00')
    expect(localDeadline(office(zone), '2026-11-21T10:00', 1)).toBe('2026-11-23T09:01')
  })

  test('waits by the working time of a pause, not by its length', () => {
    const overnight = span(zone, '2026-11-19T17:30', '2026-11-20T09:30')
    expect(localDeadline(office(zone), '2026-11-19T17:00', 120, [overnight])).toBe('2026-11-20T11:00')
    const weekend = span(zone, '2026-11-20T18:00', '2026-11-23T09:00')
    expect(localDeadline(office(zone), '2026-11-20T17:00', 120, [weekend])).toBe('2026-11-23T10:00')
    const waiting = { from: zonedToUtc('2026-11-20', '17:30', zone), to: null }
    expect(localDeadline(office(zone), '2026-11-20T17:00', 120, [waiting])).toBeNull()
    expect(localDeadline(office(zone), '2026-11-20T17:00', 30, [waiting])).toBe('2026-11-20T17:30')
  })

  test('of a week with one minute is found, and one beyond a hundred years is refused', () => {
    const tuesday = { timeZone: zone, week: { tue: [['23:59', '24:00']] }, exceptions: [] } as const
    expect(localDeadline(tuesday, '2026-11-20T12:00', 2)).toBe('2026-12-02T00:00')
    expect(() => localDeadline(tuesday, '2026-11-20T12:00', 100 * 54)).toThrow(
      expect.objectContaining({ code: 'deadline_too_far' }) as Error,
    )
  })
})

describe('a calendar is refused', () => {
  const refused = (changes: Partial<WorkingCalendar>) => {
    try {
      checkCalendar(office('Asia/Almaty', changes))
    } catch (error) {
      return error instanceof AppError ? error.code : error
    }
    return null
  }

  test.each<[string, Partial<WorkingCalendar>, string]>([
    ['without working time', { week: {}, exceptions: [workday('2026-01-10')] }, 'calendar_empty'],
    [
      'with an interval that ends before it begins',
      { week: { mon: [['18:00', '09:00']] } },
      'calendar_interval_invalid',
    ],
    ['with a time that is none', { week: { mon: [['09:00', '25:00']] } }, 'calendar_interval_invalid'],
    [
      'with intervals that overlap',
      {
        week: {
          mon: [
            ['09:00', '13:00'],
            ['12:59', '18:00'],
          ],
        },
      },
      'calendar_intervals_overlap',
    ],
    [
      'with two exceptions for a day',
      { exceptions: [holiday('2026-01-01'), workday('2026-01-01')] },
      'calendar_date_twice',
    ],
    ['with a day that is none', { exceptions: [holiday('2026-02-30')] }, 'invalid_date'],
    ['with a zone that is none', { timeZone: 'Asia/Nowhere' }, 'time_zone_invalid'],
  ])('%s', (_name, changes, code) => {
    expect(refused(changes)).toBe(code)
  })

  test('not where its intervals only meet', () => {
    expect(
      refused({
        week: {
          mon: [
            ['13:00', '18:00'],
            ['09:00', '13:00'],
          ],
        },
      }),
    ).toBeNull()
  })
})

/** Zones with an instant at which their clocks were changed, or were not. */
const changes = [
  ['Asia/Shanghai', '2026-02-14T00:00Z'],
  ['Asia/Almaty', '2024-02-29T18:00Z'],
  ['Asia/Tehran', '2022-03-21T20:30Z'],
  ['Asia/Tehran', '2022-09-21T19:30Z'],
  ['Europe/Moscow', '2014-10-25T22:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['Asia/Kolkata', '2026-01-26T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
] as const

const time = (at: number) =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

/** Up to three intervals of a day, apart or meeting. */
const intervalsOf = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 24 * 60 }), fc.constantFrom(0, 60, 120, 150, 180, 1440)), {
    minLength: 0,
    maxLength: 6,
  })
  .map((cuts) => {
    const sorted = cuts.toSorted((one, other) => one - other)
    const pairs: WorkingInterval[] = []
    for (let at = 0; at + 1 < sorted.length; at += 2)
      pairs.push([time(sorted[at] ?? 0), time(sorted[at + 1] ?? 0)])
    return pairs
  })

const around = 3 * 24 * 60

const caseOf = fc.constantFrom(...changes).chain(([timeZone, change]) => {
  const middle = Date.parse(change)
  const instant = (reach: number) =>
    fc.integer({ min: -reach, max: reach }).map((off) => middle + off * minute)
  const day = fc
    .integer({ min: -3, max: 9 })
    .map((off) => utcToZoned(middle + off * 24 * hour, timeZone).date)
  return fc.record({
    week: fc.record(Object.fromEntries(weekdays.map((name) => [name, intervalsOf]))),
    exceptions: fc.uniqueArray(fc.record({ date: day, intervals: intervalsOf }), {
      maxLength: 3,
      selector: ({ date }) => date,
    }),
    timeZone: fc.constant(timeZone),
    from: instant(around),
    minutes: fc.integer({ min: 0, max: 1500 }),
    pauses: fc.array(
      fc
        .record({ from: instant(around), length: fc.integer({ min: 0, max: 3000 }) })
        .map(({ from, length }) => ({
          from,
          to: from + length * minute,
        })),
      { maxLength: 3 },
    ),
  })
})

function checked({ timeZone, week, exceptions }: WorkingCalendar): CheckedCalendar | null {
  const isEmpty = Object.values(week).every((intervals) => (intervals ?? []).length === 0)
  return isEmpty ? null : checkCalendar({ timeZone, week, exceptions })
}

describe('an independent reckoning, minute by minute, agrees', () => {
  test('on deadlines and on what was counted for them', () => {
    let compared = 0
    fc.assert(
      fc.property(caseOf, (each) => {
        const calendar = checked(each)
        fc.pre(calendar !== null)
        if (calendar === null) return
        const found = deadlineAfter(calendar, each.from, each.minutes, each.pauses)
        const clock = clockOf(each)
        // Beyond the days around the change nothing is special any more; what is later was not looked at.
        const wanted = clock.deadline(each.from, each.minutes, each.pauses)
        if (wanted === null) return
        compared += 1
        expect(found.at).toBe(wanted)
        const counted = found.counted.reduce((sum, span) => sum + span.to - span.from, 0)
        expect(counted).toBe(each.minutes * minute)
        expect(found.counted.every((span) => clock.countsAll(span, each.pauses))).toBe(true)
        expect(workBetween(calendar, { from: each.from, to: wanted }, each.pauses)).toBe(
          each.minutes * minute,
        )
      }),
      { numRuns: 10_000 },
    )
    expect(compared).toBeGreaterThan(8000)
  })
})

describe('whatever the calendar', () => {
  const calendars = caseOf.filter((each) => checked(each) !== null)
  const deadline = (
    each: typeof calendars extends fc.Arbitrary<infer T> ? T : never,
    pauses: readonly Pause[],
  ) => deadlineAfter(checkCalendar(each), each.from, each.minutes, pauses).at ?? Infinity

  test('a pause never makes a deadline earlier', () => {
    fc.assert(
      fc.property(calendars, (each) => {
        expect(deadline(each, each.pauses)).toBeGreaterThanOrEqual(deadline(each, each.pauses.slice(1)))
      }),
    )
  })

  test('who begins later does not end earlier, and two parts take as long as the whole', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 2000 }), (each, later) => {
        const calendar = checkCalendar(each)
        const begun = deadlineAfter(calendar, each.from + later * minute, each.minutes, each.pauses).at ?? 0
        expect(begun).toBeGreaterThanOrEqual(deadline(each, each.pauses))
        const half = Math.floor(each.minutes / 2)
        const first = deadlineAfter(calendar, each.from, half, each.pauses).at ?? 0
        const second = deadlineAfter(calendar, first, each.minutes - half, each.pauses).at
        expect(second).toBe(each.minutes === half ? first : deadline(each, each.pauses))
      }),
    )
  })
})

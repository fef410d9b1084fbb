import {
  checkCalendar,
  weekdays,
  type CheckedCalendar,
  type Weekday,
  type WorkingInterval,
} from '../../kernel/working-time/calendar'

/** How a day differs from its weekday. */
export const dayKinds = ['holiday', 'workingDay', 'shortDay'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day of the park that is unlike its weekday. */
export type CalendarDay = {
  /** `YYYY-MM-DD` in the park's zone. */
  readonly date: string
  readonly kind: DayKind
  /** When it is worked; none on a holiday. */
  readonly intervals: readonly WorkingInterval[]
  /** In the park's own words; null: what the shipped table calls it. */
  readonly note: string | null
  /** The holiday by its name in the shipped table; null for a day somebody entered. */
  readonly holiday: string | null
  /** Where it is written that the day is free or worked. */
  readonly source: string | null
  /** Whose holiday it is, ISO 3166 alpha-2. */
  readonly country: string | null
  /** Set by sighting the moon: it may come a day earlier or later. */
  readonly bySighting: boolean
}

export type WorkingWeek = Readonly<Record<Weekday, readonly WorkingInterval[]>>

/** When the park's offices work, in the park's zone. */
export type ParkCalendar = { readonly week: WorkingWeek; readonly days: readonly CalendarDay[] }

const fullDay: readonly WorkingInterval[] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
]
const morning: readonly WorkingInterval[] = [['09:00', '13:00']]

const freeWeek: WorkingWeek = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const mondayToFriday: WorkingWeek = {
  ...freeWeek,
  mon: fullDay,
  tue: fullDay,
  wed: fullDay,
  thu: fullDay,
  fri: fullDay,
}

/** The usual week of a country where it is not Monday to Friday. */
const otherWeeks: Readonly<Record<string, WorkingWeek>> = {
  // Friday is free, Thursday a half day.
  IR: { ...freeWeek, sat: fullDay, sun: fullDay, mon: fullDay, tue: fullDay, wed: fullDay, thu: morning },
  // Sunday is free; many offices work on Saturday morning.
  IN: { ...mondayToFriday, sat: morning },
}

/** The usual working week of a country, two intervals a day; where none is named, Monday to Friday. */
export function usualWeek(country: string | null): WorkingWeek {
  return (country === null ? undefined : otherWeeks[country]) ?? mondayToFriday
}

/**
 * The park's calendar ready for reckoning.
 *
 * @throws AppError as `checkCalendar`
 */
export function reckoned({ week, days }: ParkCalendar, timeZone: string): CheckedCalendar {
  return checkCalendar({ timeZone, week, exceptions: days })
}

/** The years for which the calendar has any day of its own; of others nobody has entered the holidays yet. */
export function coveredYears(days: readonly Pick<CalendarDay, 'date'>[]): ReadonlySet<number> {
  return new Set(days.map(({ date }) => Number(date.slice(0, 4))))
}

/** The years from one day to another whose holidays nobody has entered. */
export function uncoveredYears(
  days: readonly Pick<CalendarDay, 'date'>[],
  from: string,
  to: string,
): number[] {
  const covered = coveredYears(days)
  const first = Number(from.slice(0, 4))
  const years = Array.from(
    { length: Math.max(0, Number(to.slice(0, 4)) - first + 1) },
    (_, index) => first + index,
  )
  return years.filter((year) => !covered.has(year))
}

/** Intervals as people write them: `09:00–13:00, 14:00–18:00`; a dash for none. */
export function intervalsText(intervals: readonly WorkingInterval[]): string {
  return intervals.map(([from, to]) => `${from}–${to}`).join(', ') || '–'
}

/** The day of the week of a date. */
export function weekdayOf(date: string): Weekday {
  // 1 January 1970 was a Thursday.
  return weekdays[(Math.floor(Date.parse(date) / 86_400_000) + 3) % 7] ?? 'mon'
}

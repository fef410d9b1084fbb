import { AppError } from '../../contract/result'
import { isTimeZone, zonedToUtc } from '../zone'

/** The days of the week in the order of ISO 8601. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Local times `HH:MM`; the second is the first moment after it and may be `24:00`. */
export type WorkingInterval = readonly [from: string, to: string]

/** When an office works. */
export type WorkingCalendar = {
  /** By its IANA name, as `Asia/Almaty`. */
  readonly timeZone: string
  /** The intervals of each day of the week; a day left out is free. */
  readonly week: Readonly<Partial<Record<Weekday, readonly WorkingInterval[]>>>
  /** Days that are unlike their weekday: a holiday has no interval, a working day moved to a weekend has some. */
  readonly exceptions: readonly { readonly date: string; readonly intervals: readonly WorkingInterval[] }[]
}

/** Minutes since local midnight, `to` exclusive. */
export type MinuteSpan = { readonly from: number; readonly to: number }

/** A calendar in which nothing contradicts anything else; the only kind that is reckoned with. */
export type CheckedCalendar = {
  readonly timeZone: string
  /** Intervals of each day of the week in order, Monday first. */
  readonly week: readonly (readonly MinuteSpan[])[]
  readonly exceptions: ReadonlyMap<string, readonly MinuteSpan[]>
}

const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/u
const dayMinutes = 24 * 60

/** Minutes since midnight of `HH:MM`; NaN for anything else. */
function minuteOf(time: string): number {
  if (time === '24:00') return dayMinutes
  const [, hours, minutes] = timePattern.exec(time) ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** The intervals of one day in order. Errors: `calendar_interval_invalid`, `calendar_intervals_overlap`. */
function spansOf(day: string, intervals: readonly WorkingInterval[]): readonly MinuteSpan[] {
  const spans = intervals.map(([from, to]) => {
    const span = { from: minuteOf(from), to: minuteOf(to) }
    if (!(span.from < span.to)) throw new AppError('calendar_interval_invalid', { day, from, to })
    return span
  })
  spans.sort((one, other) => one.from - other.from)
  spans.forEach((span, index) => {
    const next = spans[index + 1]
    if (next && next.from < span.to) throw new AppError('calendar_intervals_overlap', { day })
  })
  return spans
}

/**
 * Checks a calendar and makes it ready for reckoning.
 *
 * A calendar whose week has no working time is refused, also where some exception has: whoever looks for working time in
 * it would look for ever.
 *
 * @throws AppError `time_zone_invalid`, `calendar_interval_invalid`, `calendar_intervals_overlap`, `calendar_date_twice`,
 *   `calendar_empty`, `invalid_date`
 */
export function checkCalendar({ timeZone, week, exceptions }: WorkingCalendar): CheckedCalendar {
  if (!isTimeZone(timeZone)) throw new AppError('time_zone_invalid', { zone: timeZone })
  const days = weekdays.map((day) => spansOf(day, week[day] ?? []))
  if (days.every((spans) => spans.length === 0)) throw new AppError('calendar_empty')
  const dates = new Map<string, readonly MinuteSpan[]>()
  for (const { date, intervals } of exceptions) {
    zonedToUtc(date, undefined, timeZone)
    if (dates.has(date)) throw new AppError('calendar_date_twice', { date })
    dates.set(date, spansOf(date, intervals))
  }
  return { timeZone, week: days, exceptions: dates }
}

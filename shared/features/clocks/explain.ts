import { deadlineAfter, workBetween, type Deadline } from '../../kernel/working-time/deadline'
import { dateAfter, workOn, type Span } from '../../kernel/working-time/working-days'
import { utcToZoned } from '../../kernel/zone'
import type { CheckedCalendar } from '../../kernel/working-time/calendar'
import type { CalendarDay } from './calendar'
import type { PauseReason, RequestPause } from './pauses'

/** One line of why a deadline is when it is, in the order of time; instants in milliseconds. */
export type ExplainLine =
  /** Time that was counted; `day` where the day is unlike its weekday. */
  | { readonly kind: 'work'; readonly from: number; readonly to: number; readonly day: CalendarDay | null }
  /** Time in which the clock stood still, and how much of it was working time (ms). */
  | {
      readonly kind: 'pause'
      readonly from: number
      readonly to: number | null
      readonly reason: PauseReason
      readonly working: number
    }
  /** Days without working time, `date` to `until`: of the calendar (`day`), or free as every week. */
  | { readonly kind: 'free'; readonly date: string; readonly until: string; readonly day: CalendarDay | null }

type Placed = { readonly at: number; readonly line: ExplainLine }

/** What a deadline was reckoned with. */
export type Reckoning = {
  readonly calendar: CheckedCalendar
  readonly days: readonly CalendarDay[]
  readonly receivedAt: number
  readonly minutes: number
  readonly pauses: readonly RequestPause[]
  /** Up to here a pause that lasts is shown, milliseconds. */
  readonly now: number
}

/**
 * Every interval, pause and free day between receipt and deadline.
 *
 * @throws AppError `deadline_too_far`, `pause_invalid`
 */
export function explainDeadline(reckoning: Reckoning): {
  readonly deadline: Deadline
  readonly lines: readonly ExplainLine[]
} {
  const { calendar, receivedAt, minutes, pauses, now } = reckoning
  const deadline = deadlineAfter(calendar, receivedAt, minutes, pauses)
  const end = deadline.at ?? Math.max(now, ...deadline.counted.map(({ to }) => to))
  const byDate = new Map(reckoning.days.map((day) => [day.date, day]))
  const placed: Placed[] = [
    ...deadline.counted.map((span) => ({ at: span.from, line: workLine(span, calendar.timeZone, byDate) })),
    ...pauses
      .filter(({ from }) => from < end)
      .map((pause) => ({ at: Math.max(pause.from, receivedAt), line: pauseLine(calendar, pause, end) })),
    ...freeLines(calendar, { from: receivedAt, to: end }, byDate),
  ]
  placed.sort((one, other) => one.at - other.at)
  return { deadline, lines: placed.map(({ line }) => line) }
}

type DaysByDate = ReadonlyMap<string, CalendarDay>

function workLine({ from, to }: Span, zone: string, days: DaysByDate): ExplainLine {
  return { kind: 'work', from, to, day: days.get(utcToZoned(from, zone).date) ?? null }
}

function pauseLine(calendar: CheckedCalendar, { from, to, reason }: RequestPause, end: number): ExplainLine {
  const working = workBetween(calendar, { from, to: to ?? end })
  return { kind: 'pause', from, to, reason, working }
}

/** Days without working time; those that are free every week are drawn together. */
function freeLines(calendar: CheckedCalendar, { from, to }: Span, days: DaysByDate): Placed[] {
  const placed: { at: number; line: ExplainLine & { readonly kind: 'free' } }[] = []
  const last = utcToZoned(to, calendar.timeZone).date
  for (let { date } = utcToZoned(from, calendar.timeZone); date <= last; date = dateAfter(date)) {
    if (workOn(calendar, date).length > 0) continue
    const day = days.get(date) ?? null
    const before = placed.at(-1)
    if (before && day === null && before.line.day === null && dateAfter(before.line.until) === date)
      before.line = { ...before.line, until: date }
    else placed.push({ at: noonOf(date, calendar), line: { kind: 'free', date, until: date, day } })
  }
  return placed
}

/** Any instant within a local day, to put it in its place among others. */
function noonOf(date: string, { timeZone }: CheckedCalendar): number {
  const noon = Date.parse(`${date}T12:00Z`)
  const shown = utcToZoned(noon, timeZone)
  return noon - (Date.parse(`${shown.date}T${shown.time}Z`) - noon)
}

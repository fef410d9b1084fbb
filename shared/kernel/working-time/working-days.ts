import { utcToZoned, zonedToUtc, zoneOffsetMinutes } from '../zone'
import type { CheckedCalendar, MinuteSpan } from './calendar'

/** Instants in milliseconds since 1970, `to` exclusive. */
export type Span = { readonly from: number; readonly to: number }

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** The date after one, `YYYY-MM-DD`. */
export function dateAfter(date: string): string {
  return new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10)
}

/** A stretch of a local day in which the clocks are not changed. */
type Stretch = Span & { readonly offset: number }

const offsetAt = (at: number, zone: string): number => zoneOffsetMinutes(at, zone) * minuteMs

/** A local day, in parts where the clocks change within it; none for a day that a zone left out. */
function stretchesOf(date: string, zone: string): readonly Stretch[] {
  const from = zonedToUtc(date, undefined, zone)
  const to = zonedToUtc(dateAfter(date), undefined, zone)
  if (from >= to) return []
  const first = offsetAt(from, zone)
  const last = offsetAt(to - 1, zone)
  if (first === last) return [{ from, to, offset: first }]
  const change = firstOtherOffset({ from, to }, first, zone)
  return [
    { from, to: change, offset: first },
    { from: change, to, offset: last },
  ]
}

/** The instant within a span from which on clocks are no longer ahead by `offset`. */
function firstOtherOffset(span: Span, offset: number, zone: string): number {
  let { from, to } = span
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (offsetAt(middle, zone) === offset) from = middle
    else to = middle
  }
  return to
}

function spansOn({ week, exceptions }: CheckedCalendar, date: string): readonly MinuteSpan[] {
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(Date.parse(date) / dayMs) + 3) % 7
  return exceptions.get(date) ?? week.at(weekday) ?? []
}

const knownDays = new WeakMap<CheckedCalendar, Map<string, readonly Span[]>>()

/**
 * When an office works on a local day, in order. It works whenever its clock shows a time within one of its intervals:
 * an hour that is skipped in spring is none, one that comes twice in autumn is two. Remembered as long as the calendar:
 * thousands of deadlines go over the same days.
 */
export function workOn(calendar: CheckedCalendar, date: string): readonly Span[] {
  let known = knownDays.get(calendar)
  if (!known) knownDays.set(calendar, (known = new Map()))
  let spans = known.get(date)
  if (!spans) known.set(date, (spans = reckonDay(calendar, date)))
  return spans
}

function reckonDay(calendar: CheckedCalendar, date: string): readonly Span[] {
  const midnight = Date.parse(date)
  const spans = spansOn(calendar, date)
  if (spans.length === 0) return []
  return stretchesOf(date, calendar.timeZone)
    .flatMap((stretch) =>
      spans.map((span) => ({
        from: Math.max(stretch.from, midnight + span.from * minuteMs - stretch.offset),
        to: Math.min(stretch.to, midnight + span.to * minuteMs - stretch.offset),
      })),
    )
    .filter(({ from, to }) => from < to)
}

/** Working time from an instant on, day by day and without end: a calendar's week is never empty. */
export function* workFrom(calendar: CheckedCalendar, from: number): Generator<Span> {
  for (let { date } = utcToZoned(from, calendar.timeZone); ; date = dateAfter(date)) {
    for (const span of workOn(calendar, date)) {
      if (span.to > from) yield { from: Math.max(span.from, from), to: span.to }
    }
  }
}

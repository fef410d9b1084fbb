import { AppError } from '../../contract/result'
import type { CheckedCalendar } from './calendar'
import { workFrom, type Span } from './working-days'

/**
 * A time in which the clock of a request stands still because somebody else has to act: the applicant or an authority.
 * Milliseconds since 1970; `to` is null while it lasts.
 */
export type Pause = { readonly from: number; readonly to: number | null }

/** A deadline, null while a pause lasts before it, and the working time that was counted up to it, piece by piece. */
export type Deadline = { readonly at: number | null; readonly counted: readonly Span[] }

const minuteMs = 60_000
/** Nobody promises anything for later than this. */
const farthestMs = 100 * 366 * 24 * 60 * minuteMs

/** Pauses in order, those that meet or overlap made one. Errors: `pause_invalid` for one that ends before it begins. */
function joined(pauses: readonly Pause[]): readonly Span[] {
  const spans = pauses.map(({ from, to }) => {
    if (to !== null && to < from) throw new AppError('pause_invalid')
    return { from, to: to ?? Infinity }
  })
  spans.sort((one, other) => one.from - other.from)
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}

/** What is left of a span outside of the pauses, which are in order and apart. */
function outside(span: Span, pauses: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let { from } = span
  for (const pause of pauses) {
    if (pause.to <= from) continue
    if (pause.from >= span.to) break
    if (pause.from > from) left.push({ from, to: pause.from })
    from = pause.to
  }
  if (from < span.to) left.push({ from, to: span.to })
  return left
}

/** Working time from an instant on that no pause takes away; it ends where a pause begins that still lasts. */
function* countedFrom(calendar: CheckedCalendar, from: number, pauses: readonly Span[]): Generator<Span> {
  const standstill = pauses.find(({ to }) => to === Infinity)?.from ?? Infinity
  for (const span of workFrom(calendar, from)) {
    if (span.from >= standstill) return
    if (span.from - from > farthestMs) throw new AppError('deadline_too_far')
    yield* outside(span, pauses)
  }
}

/**
 * The moment at which so much working time has passed. Only working time counts, and of it only what lies outside the
 * pauses; a deadline that falls on the end of an interval is that end and not the beginning of the next one.
 *
 * @param from milliseconds since 1970
 * @param workingMinutes 0 or more; 0 is reached at once
 * @throws AppError `pause_invalid`; `deadline_too_far` beyond a hundred years
 */
export function deadlineAfter(
  calendar: CheckedCalendar,
  from: number,
  workingMinutes: number,
  pauses: readonly Pause[] = [],
): Deadline {
  let left = workingMinutes * minuteMs
  const counted: Span[] = []
  if (left <= 0) return { at: from, counted }
  for (const span of countedFrom(calendar, from, joined(pauses))) {
    const to = Math.min(span.to, span.from + left)
    counted.push({ from: span.from, to })
    left -= to - span.from
    if (left <= 0) return { at: to, counted }
  }
  return { at: null, counted }
}

/**
 * Working time between two instants that no pause took away, in milliseconds; 0 where the second is not the later one.
 *
 * @throws AppError `pause_invalid`; `deadline_too_far` beyond a hundred years
 */
export function workBetween(
  calendar: CheckedCalendar,
  { from, to }: Span,
  pauses: readonly Pause[] = [],
): number {
  let sum = 0
  for (const span of countedFrom(calendar, from, joined(pauses))) {
    if (span.from >= to) break
    sum += Math.min(span.to, to) - span.from
  }
  return sum
}

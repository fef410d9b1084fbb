import { useState } from 'react'
import { weekdayOf, type CalendarDay, type DayKind, type WorkingWeek } from '@shared/features/clocks/calendar'
import { dayName } from '@shared/features/clocks/holiday-names'
import { parseDateTime } from '@shared/kernel/parse-date'
import { useFormat } from '../../i18n/format'
import { hoursText, parseHours } from './hours-text'
import { hoursProblem } from './use-working-draft'

export type TypedDay = {
  readonly date: string
  readonly kind: DayKind
  readonly hours: string
  readonly name: string
}

export type DayProblem =
  | 'days.dateWrong'
  | 'days.dateTaken'
  | 'days.hoursNeeded'
  | 'problem.interval'
  | 'problem.overlap'

const ownDay = { holiday: null, source: null, country: null, bySighting: false } as const

/** What is typed of a day (null: a new one), and what is wrong with it. `others` are the days there are beside it. */
export function useDayDraft(
  day: CalendarDay | null,
  others: readonly CalendarDay[],
  week: WorkingWeek,
  onDone: (day: CalendarDay) => void,
) {
  const { language } = useFormat()
  const shownName = day === null ? '' : (dayName(day, language) ?? '')
  const [typed, setTyped] = useState<TypedDay>({
    date: day?.date ?? '',
    kind: day?.kind ?? 'holiday',
    hours: hoursText(day?.intervals ?? []),
    name: shownName,
  })
  const [problem, setProblem] = useState<DayProblem | null>(null)
  const change = (part: Partial<TypedDay>) => {
    setProblem(null)
    setTyped({ ...typed, ...part })
  }
  const chooseKind = (kind: DayKind) =>
    change({ kind, hours: kind === 'holiday' ? typed.hours : typed.hours || usualHours(typed.date, week) })
  const submit = () => {
    const date = dateOf(typed.date)
    const intervals = typed.kind === 'holiday' ? [] : parseHours(typed.hours)
    const found = problemOf(typed.kind, date, intervals, others)
    setProblem(found)
    if (found !== null || date === undefined || intervals === undefined) return
    // The shipped name is shown in every language as long as nobody wrote another.
    const note = typed.name.trim() === shownName ? (day?.note ?? null) : typed.name.trim() || null
    const holiday = note === null ? (day?.holiday ?? null) : null
    onDone({ ...(day ?? ownDay), date, kind: typed.kind, intervals, note, holiday })
  }
  return { typed, problem, change, chooseKind, submit }
}

/** A date in any usual way of writing it, as `YYYY-MM-DD`. */
function dateOf(text: string): string | undefined {
  const reading = parseDateTime(text)
  return reading.ok && reading.time === undefined ? reading.date : undefined
}

function usualHours(text: string, week: WorkingWeek): string {
  const date = dateOf(text)
  const own = date === undefined ? [] : week[weekdayOf(date)]
  const usual = Object.values(week).find((intervals) => intervals.length > 0) ?? []
  return hoursText(own.length > 0 ? own : usual)
}

function problemOf(
  kind: DayKind,
  date: string | undefined,
  intervals: CalendarDay['intervals'] | undefined,
  others: readonly CalendarDay[],
): DayProblem | null {
  if (date === undefined) return 'days.dateWrong'
  if (others.some((other) => other.date === date)) return 'days.dateTaken'
  if (intervals === undefined) return 'problem.interval'
  if (kind !== 'holiday' && intervals.length === 0) return 'days.hoursNeeded'
  const wrong = hoursProblem(intervals)
  return wrong === undefined ? null : `problem.${wrong}`
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarDay, WorkingWeek } from '@shared/features/clocks/calendar'
import type { WorkingTime } from '@shared/features/clocks/clocks.contract'
import {
  mostTargetMinutes,
  targetKey,
  targetMeasures,
  type ServiceTarget,
  type TargetMeasure,
} from '@shared/features/clocks/targets'
import { AppError } from '@shared/contract/result'
import { checkCalendar, weekdays, type Weekday } from '@shared/kernel/working-time/calendar'
import { durationText, hoursText, parseDuration, parseHours } from './hours-text'

/** Working time as it stands in the form: what was typed, right or not. */
export type WorkingDraft = {
  readonly week: Readonly<Record<Weekday, string>>
  readonly days: readonly CalendarDay[]
  /** By `type/priority`. */
  readonly targets: Readonly<Record<string, Readonly<Record<TargetMeasure, string>>>>
}

export type WeekProblem = 'interval' | 'overlap' | 'empty'

/** What a draft means, and what is wrong in it. */
export type ReadDraft = {
  readonly week: WorkingWeek
  readonly days: readonly CalendarDay[]
  readonly targets: readonly ServiceTarget[]
  /** By day of the week; `week`: of the week as a whole. */
  readonly weekProblems: Readonly<Partial<Record<Weekday | 'week', WeekProblem>>>
  /** `type/priority/measure` of what is no duration. */
  readonly targetProblems: ReadonlySet<string>
}

/** The draft of stored working time. */
export function draftOf({ week, days, targets }: WorkingTime): WorkingDraft {
  const byKey = targets.map((target) => [
    targetKey(target),
    Object.fromEntries(targetMeasures.map((measure) => [measure, durationText(target[measure])])),
  ])
  const typed = weekdays.map((day) => [day, hoursText(week[day])])
  return {
    week: Object.fromEntries(typed) as WorkingDraft['week'],
    days,
    targets: Object.fromEntries(byKey) as WorkingDraft['targets'],
  }
}

/** Reads a draft; where something is wrong, what was stored stands in its place. */
export function readDraft(draft: WorkingDraft, stored: WorkingTime): ReadDraft {
  const { week, weekProblems } = readWeek(draft)
  const targetProblems = new Set<string>()
  const targets = stored.targets.map((target) => {
    const key = targetKey(target)
    const read = (measure: TargetMeasure): number | null => {
      const minutes = parseDuration(draft.targets[key]?.[measure] ?? '')
      if (minutes !== undefined && isPossible(minutes, measure)) return minutes
      targetProblems.add(`${key}/${measure}`)
      return target[measure]
    }
    return {
      ...target,
      firstResponse: read('firstResponse'),
      resolution: read('resolution'),
      dueSoon: read('dueSoon') ?? 0,
    }
  })
  return { week, days: draft.days, targets, weekProblems, targetProblems }
}

function isPossible(minutes: number | null, measure: TargetMeasure): boolean {
  if (minutes === null) return true
  return minutes <= mostTargetMinutes && (minutes > 0 || measure === 'dueSoon')
}

function readWeek(draft: WorkingDraft) {
  const weekProblems: Partial<Record<Weekday | 'week', WeekProblem>> = {}
  const week = Object.fromEntries(
    weekdays.map((day) => {
      const intervals = parseHours(draft.week[day])
      const problem = intervals === undefined ? 'interval' : hoursProblem(intervals)
      if (problem) weekProblems[day] = problem
      return [day, intervals ?? []]
    }),
  ) as WorkingWeek
  if (Object.keys(weekProblems).length === 0 && weekdays.every((day) => week[day].length === 0))
    weekProblems.week = 'empty'
  return { week, weekProblems }
}

/** What is wrong with the intervals of a day. */
export function hoursProblem(intervals: WorkingWeek[Weekday]): 'interval' | 'overlap' | undefined {
  if (intervals.length === 0) return undefined
  try {
    checkCalendar({ timeZone: 'UTC', week: { mon: intervals }, exceptions: [] })
    return undefined
  } catch (error) {
    return error instanceof AppError && error.code === 'calendar_intervals_overlap' ? 'overlap' : 'interval'
  }
}

const draftKey = ['workingTimeDraft']

/** What was typed and not saved yet: kept while another screen is shown, and gone with the session. */
export function useKeptDraft() {
  const client = useQueryClient()
  const { data } = useQuery<WorkingDraft | null>({
    queryKey: draftKey,
    queryFn: () => null,
    enabled: false,
    gcTime: Infinity,
  })
  return {
    kept: data ?? null,
    keep: (draft: WorkingDraft | null) => void client.setQueryData(draftKey, draft),
  }
}

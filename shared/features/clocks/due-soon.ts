import { deadlineAfter } from '../../kernel/working-time/deadline'
import { targetKey, type Targets } from './targets'
import type { CheckedCalendar } from '../../kernel/working-time/calendar'

/** By type and priority: the last instant (ms) at which a request due then is due soon. */
export type SoonUntil = ReadonlyMap<string, number>

/**
 * Until when a request must be due to be due soon now. Derived from the targets each time and never stored, so that it
 * cannot be out of date.
 */
export function soonUntil(
  { calendar, targets }: { readonly calendar: CheckedCalendar; readonly targets: Targets },
  now: number,
): SoonUntil {
  const known = new Map<number, number>()
  return new Map(
    [...targets].map(([key, { dueSoon }]) => {
      const until = known.get(dueSoon) ?? lastWithin(calendar, now, dueSoon)
      known.set(dueSoon, until)
      return [key, until]
    }),
  )
}

const oneMillisecond = 1 / 60_000

/** The last instant up to which no more than so much working time passes: free time after it belongs to it. */
function lastWithin(calendar: CheckedCalendar, now: number, minutes: number): number {
  const { at } = deadlineAfter(calendar, now, minutes + oneMillisecond)
  return Math.round(at ?? now) - 1
}

/** Whether a request that is due and not over yet is due soon. */
export function isDueSoon(
  soon: SoonUntil,
  request: { readonly type: string; readonly priority: string; readonly dueAt: number | null },
  now: number,
): boolean {
  const { dueAt } = request
  return dueAt !== null && dueAt >= now && dueAt <= (soon.get(targetKey(request)) ?? -Infinity)
}

import type { CheckedCalendar } from '../../kernel/working-time/calendar'
import { deadlineAfter, workBetween, type Deadline, type Pause } from '../../kernel/working-time/deadline'
import { targetKey, type ServiceTarget, type Targets } from './targets'

/** What deadlines are reckoned with. */
export type Clockwork = { readonly calendar: CheckedCalendar; readonly targets: Targets }

/** The two clocks of a request. */
export const clockNames = ['firstResponse', 'resolution'] as const
export type ClockName = (typeof clockNames)[number]

/** Of a request what its clocks depend on; instants in milliseconds. */
export type ClockValues = {
  readonly type: string
  readonly priority: string
  readonly receivedAt: number
  readonly firstResponseAt: number | null
  readonly closedAt: number | null
}

/** The field each clock's deadline is kept in. */
export const dueFields = { firstResponse: 'firstDueAt', resolution: 'dueAt' } as const satisfies Record<
  ClockName,
  string
>

/** When each clock was stopped. */
export function stoppedAt(values: ClockValues, clock: ClockName): number | null {
  return clock === 'firstResponse' ? (values.firstResponseAt ?? values.closedAt) : values.closedAt
}

/** The pauses that held a clock up: none begins or lasts after it was stopped. */
export function pausesOf<P extends Pause>(
  values: ClockValues,
  clock: ClockName,
  pauses: readonly P[],
): readonly P[] {
  const end = stoppedAt(values, clock)
  if (end === null) return pauses
  return pauses
    .filter(({ from }) => from < end)
    .map((pause) => ({ ...pause, to: Math.min(pause.to ?? end, end) }))
}

/** What is promised for a request of this type and priority; undefined where nothing is. */
export function targetOf(
  targets: Targets,
  values: Pick<ClockValues, 'type' | 'priority'>,
): ServiceTarget | undefined {
  return targets.get(targetKey(values))
}

/**
 * The deadline a target gives a clock, with what was counted; undefined where nothing is promised.
 *
 * @throws AppError `deadline_too_far`
 */
export function targetDeadline(
  { calendar, targets }: Clockwork,
  values: ClockValues,
  clock: ClockName,
  pauses: readonly Pause[],
): Deadline | undefined {
  const minutes = targetOf(targets, values)?.[clock] ?? null
  if (minutes === null) return undefined
  return deadlineAfter(calendar, values.receivedAt, minutes, pausesOf(values, clock, pauses))
}

/**
 * When a request is due by its target: null where nothing is promised, and while a pause lasts.
 *
 * @throws AppError `deadline_too_far`
 */
export function dueByTarget(
  clockwork: Clockwork,
  values: ClockValues,
  clock: ClockName,
  pauses: readonly Pause[],
): number | null {
  return targetDeadline(clockwork, values, clock, pauses)?.at ?? null
}

/** Milliseconds a clock ran: working time outside of the pauses, and all the time that passed. */
export function usedTime(
  calendar: CheckedCalendar,
  values: ClockValues,
  clock: ClockName,
  pauses: readonly Pause[],
  now: number,
): { readonly working: number; readonly real: number } {
  const to = stoppedAt(values, clock) ?? now
  const span = { from: values.receivedAt, to }
  return {
    working: workBetween(calendar, span, pausesOf(values, clock, pauses)),
    real: Math.max(0, to - span.from),
  }
}

import { uncoveredYears } from '@shared/features/clocks/calendar'
import type { ClockState, Explanation, RequestClocks } from '@shared/features/clocks/clocks.contract'
import {
  clockNames,
  dueFields,
  pausesOf,
  stoppedAt,
  targetOf,
  usedTime,
  type ClockName,
  type ClockValues,
} from '@shared/features/clocks/due-times'
import { isDueSoon, soonUntil } from '@shared/features/clocks/due-soon'
import { explainDeadline } from '@shared/features/clocks/explain'
import { isEnded, type RequestPause } from '@shared/features/clocks/pauses'
import { workBetween } from '@shared/kernel/working-time/deadline'
import { utcToZoned } from '@shared/kernel/zone'
import type { QueryContext } from '../../data/handlers'
import { mustSeeRecord, type StoredRecord } from '../../data/records'
import { readDays, readDueRules, readPauses } from './clocks.repo'
import { knownClockwork } from './clockwork'
import { clockValues, standingOf } from './follow'

type Read = {
  readonly record: StoredRecord
  readonly values: ClockValues
  readonly pauses: readonly RequestPause[]
  readonly now: number
}

function readRequest({ db, session, now }: QueryContext, id: string): Read {
  const record = mustSeeRecord(db, 'requests', id, session.rights)
  return { record, values: clockValues(record), pauses: readPauses(db, id), now: now() }
}

/** Where the clocks of a request stand. Errors: `not_found`. */
export function requestClocks(context: QueryContext, id: string): RequestClocks {
  const read = readRequest(context, id)
  const { record, pauses, now } = read
  const clocks = clockNames.map((clock) => clockState(context, read, clock))
  const lasting = isEnded(standingOf(record)) ? undefined : pauses.find(({ to }) => to === null)
  const last = Math.max(now, ...clocks.map(({ dueAt }) => dueAt ?? now))
  const runs = clocks.some(({ rule, stoppedAt }) => rule === 'target' && stoppedAt === null)
  return {
    clocks,
    pauses,
    standsStill: lasting ? { since: lasting.from, reason: lasting.reason } : null,
    uncovered: runs ? uncovered(context, read.values.receivedAt, last) : [],
  }
}

function uncovered({ db }: QueryContext, from: number, to: number): readonly number[] {
  const { timeZone } = knownClockwork(db).calendar
  const dateOf = (at: number) => utcToZoned(at, timeZone).date
  return uncoveredYears(readDays(db), dateOf(from), dateOf(to))
}

function clockState(
  { db }: QueryContext,
  { record, values, pauses, now }: Read,
  clock: ClockName,
): ClockState {
  const clockwork = knownClockwork(db)
  const { calendar } = clockwork
  const due = record[dueFields[clock]]
  const dueAt = typeof due === 'number' ? due : null
  const isTarget = readDueRules(db, record.id)[clock] === 'target'
  const target = isTarget ? (targetOf(clockwork.targets, values)?.[clock] ?? null) : null
  const stopped = stoppedAt(values, clock) ?? (isEnded(standingOf(record)) ? record.updatedAt : null)
  const used = usedTime(calendar, { ...values, closedAt: stopped }, clock, pauses, now)
  const leftOfDue =
    dueAt === null ? null : workLeft(now, dueAt, (from, to) => workBetween(calendar, { from, to }, pauses))
  const left = target === null ? leftOfDue : target * 60_000 - used.working
  return {
    clock,
    rule: dueAt === null && target === null ? null : isTarget ? 'target' : 'given',
    target,
    dueAt,
    stoppedAt: stopped,
    used,
    left: stopped === null ? left : null,
    isDueSoon: stopped === null && isDueSoon(soonUntil(clockwork, now), { ...values, dueAt }, now),
  }
}

function workLeft(now: number, dueAt: number, work: (from: number, to: number) => number): number {
  return dueAt >= now ? work(now, dueAt) : -work(dueAt, now)
}

/** Why a deadline of a request is when it is; null where it comes from no target. Errors: `not_found`. */
export function explainClock(context: QueryContext, id: string, clock: ClockName): Explanation | null {
  const { values, pauses, now, record } = readRequest(context, id)
  const { calendar, targets } = knownClockwork(context.db)
  const target = targetOf(targets, values)?.[clock] ?? null
  if (target === null || readDueRules(context.db, id)[clock] !== 'target') return null
  const days = readDays(context.db)
  const { receivedAt } = values
  const { deadline, lines } = explainDeadline({
    calendar,
    days,
    receivedAt,
    minutes: target,
    pauses: pausesOf(values, clock, pauses),
    now,
  })
  const kept = record[dueFields[clock]]
  return {
    clock,
    receivedAt,
    target,
    dueAt: typeof kept === 'number' ? kept : null,
    reckoned: deadline.at,
    lines,
    uncovered: uncovered(context, receivedAt, deadline.at ?? now),
  }
}

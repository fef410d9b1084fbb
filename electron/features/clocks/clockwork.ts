import { reckoned, type ParkCalendar } from '@shared/features/clocks/calendar'
import type { Clockwork } from '@shared/features/clocks/due-times'
import { targetMeasures, targetsByKey, type ServiceTarget } from '@shared/features/clocks/targets'
import { deadlineAfter } from '@shared/kernel/working-time/deadline'
import { remembered } from '../../data/remembered'
import type { ReadableDb } from '../../data/sql'
import { readPark } from '../settings'
import { readCalendar, readTargets } from './clocks.repo'

/** A calendar and targets ready for reckoning in the park's zone. Errors: those of `checkCalendar`. */
export function clockworkOf(
  db: ReadableDb,
  calendar: ParkCalendar,
  targets: readonly ServiceTarget[],
): Clockwork {
  return { calendar: reckoned(calendar, readPark(db).timeZone), targets: targetsByKey(targets) }
}

/**
 * The same for working time that somebody wants: the longest promise must be reached, too. Errors: those of
 * `checkCalendar`, `deadline_too_far`.
 */
export function wantedClockwork(
  db: ReadableDb,
  wanted: ParkCalendar & { readonly targets: readonly ServiceTarget[] },
  now: number,
): Clockwork {
  const clockwork = clockworkOf(db, wanted, wanted.targets)
  const minutes = wanted.targets.flatMap((target) => targetMeasures.map((measure) => target[measure] ?? 0))
  deadlineAfter(clockwork.calendar, now, Math.max(0, ...minutes))
  return clockwork
}

/** What the park's deadlines are reckoned with. */
export function readClockwork(db: ReadableDb): Clockwork {
  return clockworkOf(db, readCalendar(db), readTargets(db))
}

/** The same for queries, read once until something changes. */
export function knownClockwork(db: ReadableDb): Clockwork {
  return remembered(db, 'clockwork', () => readClockwork(db))
}

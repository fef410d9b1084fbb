import { reckoned, type ParkCalendar } from '@shared/features/clocks/calendar'
import type { Clockwork } from '@shared/features/clocks/due-times'
import { targetsByKey, type ServiceTarget } from '@shared/features/clocks/targets'
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

/** What the park's deadlines are reckoned with. */
export function readClockwork(db: ReadableDb): Clockwork {
  return clockworkOf(db, readCalendar(db), readTargets(db))
}

/** The same for queries, read once until something changes. */
export function knownClockwork(db: ReadableDb): Clockwork {
  return remembered(db, 'clockwork', () => readClockwork(db))
}

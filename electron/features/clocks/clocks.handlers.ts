import { soonUntil, type SoonUntil } from '@shared/features/clocks/due-soon'
import type { Handlers, QueryContext } from '../../data/handlers'
import { readCalendar, readTargets, readWorkingTimeVersion } from './clocks.repo'
import { knownClockwork, wantedClockwork } from './clockwork'
import { explainClock, requestClocks } from './request-clocks'

/** Until when a request must be due to be due soon now. */
export function parkSoonUntil({ db, now }: Pick<QueryContext, 'db' | 'now'>): SoonUntil {
  return soonUntil(knownClockwork(db), now())
}

export const clocksHandlers: Handlers<'clocks'> = {
  workingTime: (_input, { db }) => ({
    ...readCalendar(db),
    targets: readTargets(db),
    version: readWorkingTimeVersion(db),
  }),
  preview: ({ jobId, ...wanted }, context) => {
    // Refused at once and not by a worker that has to be started first.
    wantedClockwork(context.db, wanted, context.now())
    return context.runTask('clocks.preview', jobId, wanted)
  },
  save: async ({ jobId, ...wanted }, context) => {
    wantedClockwork(context.db, wanted, context.now())
    const saved = await context.runTask('clocks.save', jobId, wanted)
    context.changed('clocks', 'requests', 'audit')
    return saved
  },
  ofRequest: ({ id }, context) => requestClocks(context, id),
  explain: ({ id, clock }, context) => explainClock(context, id, clock),
  soonUntil: (_input, context) => Object.fromEntries(parkSoonUntil(context)),
  serviceLevels: ({ jobId, month }, context) => context.runTask('clocks.serviceLevels', jobId, { month }),
}

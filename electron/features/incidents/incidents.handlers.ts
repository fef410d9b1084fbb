import { incidentSeries } from '@shared/features/incidents/incident'
import { incidentProblems } from '@shared/features/incidents/incident.rules'
import type { AnyValues } from '@shared/kernel/registers'
import { utcToZoned } from '@shared/kernel/zone'
import type { Handlers } from '../../data/handlers'
import {
  countRows,
  idOfReference,
  nextNumber,
  mustFind,
  readPage,
  recordCommands,
  type RecordRules,
} from '../../data/records'
import type { WritableDb } from '../../data/sql'
import { readPark } from '../settings'
import { findIncident, incidentList, incidentViewCounts } from './incidents.repo'

/** Gives a new incident its number and status where the form left them empty. */
function complete(db: WritableDb, values: AnyValues): AnyValues {
  const year = Number(utcToZoned(Number(values['occurredAt']), readPark(db).timeZone).date.slice(0, 4))
  return {
    ...values,
    reference:
      values['reference'] ??
      nextNumber(
        db,
        incidentSeries,
        year,
        4,
        (number) => idOfReference(db, 'incidents', number) !== undefined,
      ),
    status: values['status'] ?? (values['closedAt'] ? 'closed' : 'reported'),
  }
}

const rules: RecordRules = { register: 'incidents', problems: incidentProblems, complete }

export const incidentsHandlers: Handlers<'incidents'> = {
  page: (request, { db, now }) => readPage(db, incidentList(now()), request),
  count: (filter, { db, now }) => countRows(db, incidentList(now()), filter),
  viewCounts: (_input, { db }) => incidentViewCounts(db),
  get: ({ id }, { db }) => mustFind(findIncident(db, id), 'incidents'),
  ...recordCommands(rules, findIncident),
}

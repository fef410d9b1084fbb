import { incidentSeries } from '@shared/features/incidents/incident'
import { incidentProblems } from '@shared/features/incidents/incident.rules'
import type { AnyValues } from '@shared/kernel/registers'
import { utcToZoned } from '@shared/kernel/zone'
import { unpackPage } from '@shared/contract/page'
import type { IncidentRow } from '@shared/features/incidents/incidents.contract'
import type { Handlers, QueryContext } from '../../data/handlers'
import {
  countRows,
  idOfReference,
  isRestricted,
  nextNumber,
  mustFind,
  mustSeeRecord,
  readPage,
  manyCommands,
  recordCommands,
  shown,
  type RecordRules,
} from '../../data/records'
import type { WritableDb } from '../../data/sql'
import { noteRestrictedReads } from '../audit'
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

function registerOf({ now, session }: QueryContext) {
  return incidentList(now(), session.rights)
}

function noteReads(context: QueryContext, rows: readonly IncidentRow[]): void {
  const read = rows.filter((row) => isRestricted('incidents', row)).map(({ id }) => id)
  if (read.length > 0) noteRestrictedReads(context, read)
}

const rules: RecordRules = { register: 'incidents', problems: incidentProblems, complete }

export const incidentsHandlers: Handlers<'incidents'> = {
  page: (request, context) => {
    // Whether a row is restricted has to be known of every one that is read.
    const fields = request.fields && [...request.fields, 'confidentiality']
    const found = readPage<IncidentRow>(context.db, registerOf(context), { ...request, fields })
    noteReads(context, unpackPage(found).rows)
    return found
  },
  count: (filter, context) => countRows(context.db, registerOf(context), filter),
  viewCounts: (_input, { db, session }) => incidentViewCounts(db, session.rights),
  get: ({ id }, context) => {
    const { db, session } = context
    mustSeeRecord(db, 'incidents', id, session.rights)
    const incident = mustFind(findIncident(db, id), 'incidents')
    noteReads(context, [incident])
    return shown('incidents', incident, session.rights)
  },
  ...recordCommands(rules, findIncident),
  ...manyCommands(rules, registerOf),
}

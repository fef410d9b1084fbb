import { requestSeries, type RequestType } from '@shared/features/requests/request'
import { requestProblems } from '@shared/features/requests/request.rules'
import type { AnyValues } from '@shared/kernel/registers'
import { utcToZoned } from '@shared/kernel/zone'
import type { Handlers, QueryContext } from '../../data/handlers'
import {
  countRows,
  idOfReference,
  nextNumber,
  mustFind,
  readPage,
  manyCommands,
  recordCommands,
  shown,
  type RecordRules,
} from '../../data/records'
import type { WritableDb } from '../../data/sql'
import { parkDay } from '../../platform/park-time'
import { startOwnChecklist } from '../checklists'
import { followClocks, parkSoonUntil } from '../clocks'
import { readPark } from '../settings'
import { countDueSoon, findRequest, openRequestCounts, requestList, type Moment } from './requests.repo'

/** Gives a new request its number, status and priority where the form left them empty. */
function complete(db: WritableDb, values: AnyValues): AnyValues {
  const receivedAt = Number(values['receivedAt'])
  const year = Number(utcToZoned(receivedAt, readPark(db).timeZone).date.slice(0, 4))
  const series = requestSeries[values['type'] as RequestType]
  return {
    ...values,
    reference:
      values['reference'] ??
      nextNumber(db, series, year, 6, (number) => idOfReference(db, 'requests', number) !== undefined),
    status: values['status'] ?? (values['closedAt'] ? 'closed' : 'new'),
    priority: values['priority'] ?? 'normal',
  }
}

/** What a request is stored by, however it is changed. */
export const requestRules: RecordRules = {
  register: 'requests',
  problems: requestProblems,
  complete,
  created: startOwnChecklist,
  follow: (db, record, values, write) => followClocks(db, record, values, write, { how: 'window' }),
}

/** Now, as far as the views of requests depend on it. */
export function requestMoment(context: QueryContext): Moment {
  const { db, now } = context
  const { end } = parkDay(now(), readPark(db).timeZone)
  return { now: now(), dayEnd: end, soonUntil: () => parkSoonUntil(context) }
}

function registerOf(context: QueryContext) {
  return requestList(requestMoment(context), context.session.rights)
}

/** Rows of the views shown as chips. */
function viewCounts(context: QueryContext) {
  const moment = requestMoment(context)
  const all = countRows(context.db, requestList(moment, context.session.rights), {
    conditions: [],
    deleted: false,
  })
  return { all, ...openRequestCounts(context.db, moment), dueSoon: countDueSoon(context.db, moment) }
}

export const requestsHandlers: Handlers<'requests'> = {
  page: (request, context) => readPage(context.db, registerOf(context), request),
  count: (filter, context) => countRows(context.db, registerOf(context), filter),
  viewCounts: (_input, context) => viewCounts(context),
  get: ({ id }, { db, session }) =>
    shown('requests', mustFind(findRequest(db, id), 'requests'), session.rights),
  ...recordCommands(requestRules, findRequest),
  ...manyCommands(requestRules, registerOf),
}

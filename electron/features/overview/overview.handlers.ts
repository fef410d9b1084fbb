import type { NavigationCounts, Overview } from '@shared/features/overview/overview.contract'
import type { Handlers, QueryContext } from '../../data/handlers'
import { isRestricted, shown } from '../../data/records'
import { remembered } from '../../data/remembered'
import { parkDay } from '../../platform/park-time'
import { incidentViewCounts, recentIncidents } from '../incidents'
import { noteRestrictedReads } from '../audit'
import { countFigures } from '../reports'
import { openRequestCounts, requestMoment, requestsDueSoon } from '../requests'
import { readPark } from '../settings'
import { activeTenants } from '../tenants'

const listed = 10

function overview({ db, now, session: { rights } }: QueryContext): Overview {
  const month = parkDay(now(), readPark(db).timeZone).date.slice(0, 7)
  return remembered(db, `overview of ${month} for ${[...rights].sort().join()}`, () => {
    const { current, previous, trend } = countFigures(db, 'monthly', month, now())
    return {
      month,
      current,
      previous,
      trend,
      dueSoon: rights.has('requests.read')
        ? requestsDueSoon(db, listed).map((row) => shown('requests', row, rights))
        : [],
      recentIncidents: rights.has('incidents.read') ? recentIncidents(db, listed, rights) : [],
    }
  })
}

function counts(context: QueryContext): NavigationCounts {
  const { rights } = context.session
  const requests = rights.has('requests.read')
    ? openRequestCounts(context.db, requestMoment(context))
    : { open: 0, overdue: 0 }
  const today = () => parkDay(context.now(), readPark(context.db).timeZone).date
  return {
    tenants: rights.has('tenants.read') ? activeTenants(context.db, today()) : 0,
    requestsOpen: requests.open,
    requestsOverdue: requests.overdue,
    incidentsOpen: rights.has('incidents.read') ? incidentViewCounts(context.db, rights).open : 0,
  }
}

export const overviewHandlers: Handlers<'overview'> = {
  show: (_input, context) => {
    const seen = overview(context)
    const restricted = seen.recentIncidents.filter((row) => isRestricted('incidents', row))
    if (restricted.length > 0)
      noteRestrictedReads(
        context,
        restricted.map(({ id }) => id),
      )
    return seen
  },
  counts: (_input, context) => counts(context),
}

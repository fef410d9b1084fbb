import type { NavigationCounts, Overview } from '@shared/features/overview/overview.contract'
import type { Handlers, QueryContext } from '../../data/handlers'
import { remembered } from '../../data/remembered'
import { parkDay } from '../../platform/park-time'
import { incidentViewCounts, recentIncidents } from '../incidents'
import { countFigures } from '../reports'
import { openRequestCounts, requestMoment, requestsDueSoon } from '../requests'
import { readPark } from '../settings'
import { activeTenants } from '../tenants'

const listed = 10

function overview({ db, now }: QueryContext): Overview {
  const month = parkDay(now(), readPark(db).timeZone).date.slice(0, 7)
  return remembered(db, `overview of ${month}`, () => {
    const { current, previous, trend } = countFigures(db, 'monthly', month, now())
    return {
      month,
      current,
      previous,
      trend,
      dueSoon: requestsDueSoon(db, listed),
      recentIncidents: recentIncidents(db, listed),
    }
  })
}

function counts(context: QueryContext): NavigationCounts {
  const requests = openRequestCounts(context.db, requestMoment(context))
  return {
    tenants: activeTenants(context.db, parkDay(context.now(), readPark(context.db).timeZone).date),
    requestsOpen: requests.open,
    requestsOverdue: requests.overdue,
    incidentsOpen: incidentViewCounts(context.db).open,
  }
}

export const overviewHandlers: Handlers<'overview'> = {
  show: (_input, context) => overview(context),
  counts: (_input, context) => counts(context),
}

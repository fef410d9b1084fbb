import type {
  NavigationCounts,
  OverviewFigures,
  OverviewLists,
} from '@shared/features/overview/overview.contract'
import { isDueSoon } from '@shared/features/clocks/due-soon'
import type { TrendMonth } from '@shared/features/reports/figures'
import { monthPeriod, previousPeriod, type Period } from '@shared/kernel/period'
import type { Handlers, QueryContext } from '../../data/handlers'
import { isRestricted, shown } from '../../data/records'
import { remembered } from '../../data/remembered'
import { parkDay } from '../../platform/park-time'
import { incidentViewCounts, recentIncidents } from '../incidents'
import { parkSoonUntil } from '../clocks'
import { noteRestrictedReads } from '../audit'
import { monthFigures, requestTrend } from '../reports'
import { openRequestCounts, requestMoment, requestsDueSoon } from '../requests'
import { readPark } from '../settings'
import { activeTenants } from '../tenants'
import { holdsNothing } from './overview.repo'

const listed = 10

/** The month it is in the park, and the zone it is counted in. */
function thisMonth({ db, now }: QueryContext): { readonly period: Period; readonly zone: string } {
  const { timeZone } = readPark(db)
  return { period: monthPeriod(parkDay(now(), timeZone).date.slice(0, 7)), zone: timeZone }
}

function figures(context: QueryContext): OverviewFigures {
  const { db } = context
  const { period, zone } = thisMonth(context)
  return remembered(db, `figures of ${period.id}`, () =>
    db.transaction(() => ({
      month: period.id,
      current: monthFigures(db, period, zone),
      previous: monthFigures(db, previousPeriod(period), zone),
      nothingYet: holdsNothing(db),
    }))(),
  )
}

function trend(context: QueryContext): readonly TrendMonth[] {
  const { period, zone } = thisMonth(context)
  return remembered(context.db, `trend up to ${period.id}`, () => requestTrend(context.db, period, zone))
}

function lists(context: QueryContext): OverviewLists {
  const {
    db,
    session: { rights },
  } = context
  const dueSoon = rights.has('requests.read') ? requestsDueSoon(db, listed) : []
  const recent = rights.has('incidents.read') ? recentIncidents(db, listed, rights) : []
  const restricted = recent.filter((row) => isRestricted('incidents', row))
  if (restricted.length > 0)
    noteRestrictedReads(
      context,
      restricted.map(({ id }) => id),
    )
  const soon = dueSoon.length > 0 ? parkSoonUntil(context) : new Map<string, number>()
  const shownSoon = dueSoon.map((row) => ({
    ...shown('requests', row, rights),
    isDueSoon: isDueSoon(soon, row, context.now()),
  }))
  return { dueSoon: shownSoon, recentIncidents: recent }
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
  figures: (_input, context) => figures(context),
  trend: (_input, context) => trend(context),
  lists: (_input, context) => lists(context),
  counts: (_input, context) => counts(context),
}

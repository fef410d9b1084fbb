import { z } from 'zod'
import { answers, query } from '../../contract/define'
import type { IncidentRow } from '../incidents/incidents.contract'
import type { PeriodFigures, TrendMonth } from '../reports/figures'
import type { RequestRow } from '../requests/requests.contract'

/** Of a month's figures those the first screen shows. */
export type MonthFigures = {
  readonly tenants: Pick<PeriodFigures['tenants'], 'active' | 'byCountry'>
  readonly requests: Pick<
    PeriodFigures['requests'],
    'openAtEnd' | 'closed' | 'closedWithDue' | 'onTimeRatio' | 'turnaroundMedian'
  >
  readonly incidents: Pick<PeriodFigures['incidents'], 'occurred'>
}

/** The current month beside the one before it. */
export type OverviewFigures = {
  /** `YYYY-MM` in the park's zone. */
  readonly month: string
  readonly current: MonthFigures
  readonly previous: MonthFigures
  /** No register has a record yet. */
  readonly nothingYet: boolean
}

/** What needs somebody now. */
export type OverviewLists = {
  readonly dueSoon: readonly (RequestRow & { readonly isDueSoon: boolean })[]
  readonly recentIncidents: readonly IncidentRow[]
}

/** Counts beside the navigation; 0 for a register that somebody may not read. */
export type NavigationCounts = {
  readonly tenants: number
  readonly requestsOpen: number
  readonly requestsOverdue: number
  readonly incidentsOpen: number
}

export const overviewContract = {
  // One after the other, so that the figures are there before the chart and the lists have been counted.
  figures: query({ right: 'reports.read', input: z.strictObject({}), output: answers<OverviewFigures>() }),
  trend: query({
    right: 'reports.read',
    input: z.strictObject({}),
    output: answers<readonly TrendMonth[]>(),
  }),
  lists: query({ right: 'reports.read', input: z.strictObject({}), output: answers<OverviewLists>() }),
  counts: query({ right: 'signedIn', input: z.strictObject({}), output: answers<NavigationCounts>() }),
}

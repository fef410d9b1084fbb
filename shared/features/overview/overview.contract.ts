import { z } from 'zod'
import { answers, query } from '../../contract/define'
import type { IncidentRow } from '../incidents/incidents.contract'
import type { PeriodFigures, TrendMonth } from '../reports/figures'
import type { RequestRow } from '../requests/requests.contract'

/** What the first screen shows: the current month beside the one before it, and what needs somebody now. */
export type Overview = {
  /** `YYYY-MM` in the park's zone. */
  readonly month: string
  readonly current: PeriodFigures
  readonly previous: PeriodFigures
  readonly trend: readonly TrendMonth[]
  readonly dueSoon: readonly RequestRow[]
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
  show: query({ right: 'reports.read', input: z.strictObject({}), output: answers<Overview>() }),
  counts: query({ right: 'signedIn', input: z.strictObject({}), output: answers<NavigationCounts>() }),
}

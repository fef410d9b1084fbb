import type { FilterInput } from '@shared/contract/page'
import type { MonthFigures } from '@shared/features/overview/overview.contract'
import type { RegisterName } from '@shared/kernel/registers'

type Range = { readonly from: number; readonly to: number }

/** One figure of the first screen: what it counts, which way is better, and the rows it was counted from. */
export type KeyFigure = {
  readonly name: 'tenants' | 'open' | 'turnaround' | 'onTime' | 'incidents'
  readonly unit: 'count' | 'hours' | 'percent'
  readonly better: 'more' | 'less'
  readonly value: (figures: MonthFigures) => number | null
  readonly register: RegisterName
  readonly filter: (month: Range) => FilterInput
}

export const keyFigures: readonly KeyFigure[] = [
  {
    name: 'tenants',
    unit: 'count',
    better: 'more',
    value: (figures) => figures.tenants.active,
    register: 'tenants',
    filter: () => ({ view: 'active' }),
  },
  {
    name: 'open',
    unit: 'count',
    better: 'less',
    value: (figures) => figures.requests.openAtEnd,
    register: 'requests',
    filter: () => ({ view: 'open' }),
  },
  {
    name: 'turnaround',
    unit: 'hours',
    better: 'less',
    value: (figures) => figures.requests.turnaroundMedian,
    register: 'requests',
    filter: (month) => ({ view: 'closed', conditions: [{ field: 'closedAt', ...month }] }),
  },
  {
    name: 'onTime',
    unit: 'percent',
    better: 'more',
    value: (figures) => figures.requests.onTimeRatio,
    register: 'requests',
    filter: (month) => ({ view: 'withDue', conditions: [{ field: 'closedAt', ...month }] }),
  },
  {
    name: 'incidents',
    unit: 'count',
    better: 'less',
    value: (figures) => figures.incidents.occurred,
    register: 'incidents',
    filter: (month) => ({ conditions: [{ field: 'occurredAt', ...month }] }),
  },
]

/** Whether a change is for the better, for the worse, or none. */
export function senseOf(change: number, better: KeyFigure['better']): 'good' | 'bad' | 'none' {
  if (change === 0) return 'none'
  return change > 0 === (better === 'more') ? 'good' : 'bad'
}

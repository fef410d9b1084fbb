import { noCurrency, roundedText } from './cells'
import type { Counts, PeriodFigures, ReportFigures, Sums } from './figures'
import { periodBefore } from './period-words'

/** A figure over nothing in the JSON of a report. */
const nothing = 'n/a'

/**
 * The figures of a report as they stand in its JSON file and in what the command line prints: area in m², money in
 * major units, turnaround in hours rounded to two decimals, a figure over nothing `"n/a"`. Keys with nothing to count
 * are left out of breakdowns.
 */
export function figuresJson(figures: ReportFigures) {
  return {
    kind: figures.kind,
    period: figures.period,
    start_date: figures.startDate,
    end_date_exclusive: figures.endDate,
    time_zone: figures.timeZone,
    park: figures.parkNames,
    counted_at: new Date(figures.countedAt).toISOString(),
    log: { sequence: figures.log.sequence, hash: figures.log.hash },
    ...periodJson(figures.current),
    previous: {
      period: periodBefore(figures.kind, figures.period).id,
      ...periodJson(figures.previous),
    },
    trend: figures.trend.map((month) => ({ month: month.month, received: counted(month.received) })),
  }
}

function periodJson({ tenants, requests, incidents }: PeriodFigures) {
  return {
    tenants: {
      active: tenants.active,
      moved_in: tenants.movedIn,
      moved_out: tenants.movedOut,
      by_country: counted(tenants.byCountry),
      by_size: counted(tenants.bySize),
      by_sector: counted(tenants.bySector),
      leased_area_m2: tenants.leasedArea / 10_000,
      leases_expired: tenants.leasesExpired,
      employees: tenants.employees,
      local_employees: tenants.localEmployees,
      local_ratio: rounded(tenants.localRatio, 4),
    },
    requests: {
      received: counted(requests.received),
      closed: counted(requests.closed),
      open_at_end: requests.openAtEnd,
      turnaround_hours_median: rounded(requests.turnaroundMedian, 2),
      turnaround_hours_p90: rounded(requests.turnaroundP90, 2),
      on_time: requests.onTime,
      closed_with_due: requests.closedWithDue,
      on_time_ratio: rounded(requests.onTimeRatio, 4),
      customs_value_received: amounts(requests.customsValue),
    },
    incidents: {
      occurred: incidents.occurred,
      by_severity: counted(incidents.bySeverity),
      by_category: counted(incidents.byCategory),
      injured: incidents.injured,
      loss: amounts(incidents.loss),
      open_at_end: incidents.openAtEnd,
    },
  }
}

function rounded(value: number | null, digits: number): number | typeof nothing {
  return value === null ? nothing : Number(roundedText(value, 0, digits))
}

function counted(counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function amounts(sums: Sums): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, amount]) => amount > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, amount]) => [currency === noCurrency ? 'unstated' : currency, amount / 100]),
  )
}

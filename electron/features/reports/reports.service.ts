import type { MonthFigures } from '@shared/features/overview/overview.contract'
import type { PeriodFigures, ReportFigures, TrendMonth } from '@shared/features/reports/figures'
import { periodBefore, reportPeriod } from '@shared/features/reports/period-words'
import type { ReportKind } from '@shared/features/reports/reports.contract'
import { incidentGroupOf } from '@shared/kernel/code-lists'
import { monthPeriod, periodInstants, previousPeriod, type Period } from '@shared/kernel/period'
import { anchorOf } from '../../data/change-log'
import { readPark } from '../settings'
import type { ReadableDb } from '../../data/sql'
import * as repo from './reports.repo'

const hour = 3_600_000
const trendMonths = 12

/** Told how many of the steps of counting are done. */
export type CountingProgress = (done: number, total: number) => void

/**
 * Counts everything a report shows: the period, the one before it, and the requests of twelve months.
 *
 * All of it is read from one state of the database, however long it takes.
 *
 * @param now milliseconds since 1970; printed as the cut-off
 * @throws AppError `period_invalid`, `park_missing`
 */
export function countFigures(
  db: ReadableDb,
  kind: ReportKind,
  periodId: string,
  now: number,
  progress: CountingProgress = () => undefined,
): ReportFigures {
  const period = reportPeriod(kind, periodId)
  const before = periodBefore(kind, periodId)
  return db.transaction(() => {
    const park = readPark(db)
    progress(0, 3)
    const current = periodFigures(db, period, park.timeZone)
    progress(1, 3)
    const previous = periodFigures(db, before, park.timeZone)
    progress(2, 3)
    const trend = requestTrend(db, period, park.timeZone)
    progress(3, 3)
    return {
      kind,
      period: period.id,
      startDate: period.startDate,
      endDate: period.endDate,
      timeZone: park.timeZone,
      parkNames: { zh: park.nameZh, ru: park.nameRu, en: park.nameEn },
      countedAt: now,
      log: anchorOf(db),
      current,
      previous,
      trend,
    }
  })()
}

function periodFigures(db: ReadableDb, period: Period, zone: string): PeriodFigures {
  const range = periodInstants(period, zone)
  return {
    tenants: tenantFigures(db, period),
    requests: requestFigures(db, range),
    incidents: incidentFigures(db, range),
  }
}

function tenantFigures(db: ReadableDb, period: Period): PeriodFigures['tenants'] {
  const { employees, localEmployees } = repo.employeesOn(db, period.lastDay)
  return {
    ...repo.activeTenants(db, period.lastDay),
    ...repo.tenantMoves(db, period),
    byCountry: repo.activeTenantsBy(db, 'country', period.lastDay),
    bySize: repo.activeTenantsBy(db, 'size', period.lastDay),
    bySector: repo.activeTenantsBy(db, 'sector', period.lastDay),
    employees,
    localEmployees,
    localRatio: ratio(localEmployees, employees),
  }
}

/** Of a month's figures those of the first screen, the same as its report has them. */
export function monthFigures(db: ReadableDb, period: Period, zone: string): MonthFigures {
  const range = periodInstants(period, zone)
  return {
    tenants: {
      active: repo.activeTenants(db, period.lastDay).active,
      byCountry: repo.activeTenantsBy(db, 'country', period.lastDay),
    },
    requests: { ...closedFigures(db, range), openAtEnd: repo.requestsOpenAt(db, range.end) },
    incidents: { occurred: repo.incidentsOccurred(db, range).occurred },
  }
}

function requestFigures(db: ReadableDb, range: repo.Range): PeriodFigures['requests'] {
  return {
    ...closedFigures(db, range),
    received: repo.requestsReceived(db, range),
    openAtEnd: repo.requestsOpenAt(db, range.end),
    customsValue: repo.customsValueReceived(db, range),
  }
}

function closedFigures(db: ReadableDb, range: repo.Range) {
  const { byType, onTime, withDue } = repo.requestsClosed(db, range)
  // Sorted here and once: SQLite takes three times as long for the two ranks alone.
  const turnarounds = Float64Array.from(repo.turnarounds(db, range)).sort()
  return {
    closed: byType,
    turnaroundMedian: percentile(turnarounds, 0.5),
    turnaroundP90: percentile(turnarounds, 0.9),
    onTime,
    closedWithDue: withDue,
    onTimeRatio: ratio(onTime, withDue),
  }
}

/** A percentile of sorted times (ms) in hours, interpolated between the closest ranks as PERCENTILE.INC. */
function percentile(sorted: Float64Array, fraction: number): number | null {
  if (sorted.length === 0) return null
  const rank = (sorted.length - 1) * fraction
  const below = sorted[Math.floor(rank)] ?? 0
  const above = sorted[Math.ceil(rank)] ?? below
  return (below + (above - below) * (rank % 1)) / hour
}

function incidentFigures(db: ReadableDb, range: repo.Range): PeriodFigures['incidents'] {
  const byCategory: Record<string, number> = {}
  for (const [category, count] of Object.entries(repo.incidentsBy(db, 'category', range))) {
    const group = incidentGroupOf(category)
    byCategory[group] = (byCategory[group] ?? 0) + count
  }
  return {
    ...repo.incidentsOccurred(db, range),
    bySeverity: repo.incidentsBy(db, 'severity', range),
    byCategory,
    loss: repo.incidentLosses(db, range),
    openAtEnd: repo.incidentsOpenAt(db, range.end),
  }
}

/** Requests received in the months up to the last one of a period. */
export function requestTrend(db: ReadableDb, period: Period, zone: string): readonly TrendMonth[] {
  const months = [monthPeriod(period.lastDay.slice(0, 7))]
  while (months.length < trendMonths) {
    const [first] = months
    if (first === undefined) break
    months.unshift(previousPeriod(first))
  }
  return months.map((month) => ({
    month: month.id,
    received: repo.requestsReceived(db, periodInstants(month, zone)),
  }))
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

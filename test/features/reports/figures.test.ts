import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresJson } from '@shared/features/reports/figures-json'
import { incidentGroupOf } from '@shared/kernel/code-lists'
import { countFigures } from '../../../electron/features/reports/reports.service'
import { percentile } from './percentile'
import {
  emptyPark,
  octoberEnd,
  octoberStart,
  parkArbitrary,
  storedPark,
  type RandomPark,
} from './random-park'

const lastDay = '2026-10-31'
const within = (at: number | null): boolean => at !== null && at >= octoberStart && at < octoberEnd

function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

function sums(
  rows: readonly { readonly currency: string | null; readonly amount: number | null }[],
): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { currency, amount } of rows) {
    if (amount === null || amount === 0) continue
    totals[currency ?? 'XXX'] = (totals[currency ?? 'XXX'] ?? 0) + amount
  }
  return totals
}

function countedByHand(park: RandomPark) {
  const active = park.tenants.filter(
    (t) =>
      !t.removed &&
      t.movedIn !== null &&
      t.movedIn <= lastDay &&
      (t.movedOut === null || t.movedOut > lastDay),
  )
  const inOctober = (day: string | null) => day !== null && day.startsWith('2026-10-')
  const staff = active.map((t) => {
    const [last] = t.headcounts
      .filter((row) => row.asOf <= lastDay)
      .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
    return last ?? { employees: t.employees ?? 0, localEmployees: t.localEmployees ?? 0 }
  })
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const employees = total(staff.map((row) => row.employees))
  const localEmployees = total(staff.map((row) => row.localEmployees))
  return {
    active: active.length,
    movedIn: park.tenants.filter((t) => !t.removed && inOctober(t.movedIn)).length,
    movedOut: park.tenants.filter((t) => !t.removed && inOctober(t.movedOut)).length,
    byCountry: tally(active.flatMap((t) => t.country ?? [])),
    bySize: tally(active.flatMap((t) => t.size ?? [])),
    bySector: tally(active.flatMap((t) => t.sector ?? [])),
    leasedArea: total(active.map((t) => t.leasedArea ?? 0)),
    leasesExpired: active.filter((t) => t.leaseEnd !== null && t.leaseEnd < lastDay).length,
    employees,
    localEmployees,
    localRatio: employees === 0 ? null : localEmployees / employees,
  }
}

function requestsByHand(park: RandomPark) {
  const live = park.requests.filter((r) => !r.removed)
  const received = live.filter((r) => within(r.receivedAt))
  const closed = live.filter((r) => within(r.closedAt) && !r.cancelled)
  const withDue = closed.filter((r) => r.dueAt !== null)
  const onTime = withDue.filter((r) => (r.closedAt ?? 0) <= (r.dueAt ?? 0)).length
  const hours = closed.map((r) => (r.closedAt ?? 0) - r.receivedAt).sort((a, b) => a - b)
  const at = (fraction: number) => {
    const value = percentile(hours, fraction)
    return value === undefined ? null : expect.closeTo(value / 3_600_000, 8)
  }
  const zero = { customs: 0, logistics: 0, legal: 0, other: 0 }
  return {
    received: { ...zero, ...tally(received.map((r) => r.type)) },
    closed: { ...zero, ...tally(closed.map((r) => r.type)) },
    openAtEnd: live.filter(
      (r) => r.receivedAt < octoberEnd && !r.cancelled && (r.closedAt === null || r.closedAt >= octoberEnd),
    ).length,
    turnaroundMedian: at(0.5),
    turnaroundP90: at(0.9),
    onTime,
    closedWithDue: withDue.length,
    onTimeRatio: withDue.length === 0 ? null : onTime / withDue.length,
    customsValue: sums(
      received
        .filter((r) => r.type === 'customs')
        .map((r) => ({ currency: r.currency, amount: r.declaredValue })),
    ),
  }
}

function incidentsByHand(park: RandomPark) {
  const live = park.incidents.filter((i) => !i.removed)
  const occurred = live.filter((i) => within(i.occurredAt))
  return {
    occurred: occurred.length,
    bySeverity: tally(occurred.map((i) => String(i.severity))),
    byCategory: tally(occurred.map((i) => incidentGroupOf(i.category))),
    injured: occurred.reduce((sum, i) => sum + (i.injured ?? 0), 0),
    loss: sums(occurred.map((i) => ({ currency: i.currency, amount: i.loss }))),
    openAtEnd: live.filter(
      (i) => i.occurredAt < octoberEnd && (i.closedAt === null || i.closedAt >= octoberEnd),
    ).length,
  }
}

describe('figures of a period', () => {
  test('are what counting every row by hand gives', () => {
    fc.assert(
      fc.property(parkArbitrary, (park) => {
        const db = storedPark(park)
        const figures = countFigures(db, 'monthly', '2026-10', octoberEnd)
        db.close()
        expect(figures.current).toEqual({
          tenants: countedByHand(park),
          requests: requestsByHand(park),
          incidents: incidentsByHand(park),
        })
      }),
      { numRuns: 150 },
    )
  })

  test('of the previous period are the figures that period had itself, and the trend ends with the period', () => {
    fc.assert(
      fc.property(parkArbitrary, (park) => {
        const db = storedPark(park)
        const october = countFigures(db, 'monthly', '2026-10', octoberEnd)
        const november = countFigures(db, 'monthly', '2026-11', octoberEnd)
        db.close()
        expect(november.previous).toEqual(october.current)
        expect(november.trend).toHaveLength(12)
        expect(november.trend.at(-2)).toEqual({
          month: '2026-10',
          received: october.current.requests.received,
        })
        expect(november.trend.at(0)?.month).toBe('2025-12')
      }),
      { numRuns: 25 },
    )
  })

  test('over nothing are not zero', () => {
    const db = emptyPark()
    const json = figuresJson(countFigures(db, 'annual', '2026', octoberEnd))
    db.close()
    expect(json.tenants.local_ratio).toBe('n/a')
    expect(json.requests.turnaround_hours_median).toBe('n/a')
    expect(json.requests.turnaround_hours_p90).toBe('n/a')
    expect(json.requests.on_time_ratio).toBe('n/a')
    expect(json.requests.received).toEqual({})
    expect(json.tenants.active).toBe(0)
  })

  test('refuse a period that does not exist', () => {
    const db = emptyPark()
    expect(() => countFigures(db, 'monthly', '2026-13', 0)).toThrow('period_invalid')
    expect(() => countFigures(db, 'quarterly', '2026-10', 0)).toThrow('period_invalid')
    db.close()
  })
})

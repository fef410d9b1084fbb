import {
  monthPeriod,
  parsePeriod,
  type Period,
  periodInstants,
  previousPeriod,
  quarterPeriod,
  samePeriodLastYear,
  yearPeriod,
} from '@shared/kernel/period'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const DAY = 86_400_000
const year = fc.integer({ min: 1902, max: 2200 })
const period: fc.Arbitrary<Period> = fc.oneof(
  year.map((y) => yearPeriod(String(y))),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => quarterPeriod(`${y}-Q${q}`)),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => monthPeriod(`${y}-${String(m).padStart(2, '0')}`)),
)

test('a month, a quarter and a year have their days', () => {
  expect(monthPeriod('2026-10')).toEqual({
    kind: 'month',
    id: '2026-10',
    startDate: '2026-10-01',
    endDate: '2026-11-01',
    lastDay: '2026-10-31',
  })
  expect(quarterPeriod('2026-Q3')).toEqual({
    kind: 'quarter',
    id: '2026-Q3',
    startDate: '2026-07-01',
    endDate: '2026-10-01',
    lastDay: '2026-09-30',
  })
  expect(yearPeriod('2026')).toEqual({
    kind: 'year',
    id: '2026',
    startDate: '2026-01-01',
    endDate: '2027-01-01',
    lastDay: '2026-12-31',
  })
})

test('February of a leap year ends on the 29th', () => {
  expect(monthPeriod('2024-02').lastDay).toBe('2024-02-29')
  expect(monthPeriod('2026-02').lastDay).toBe('2026-02-28')
})

test('the periods to compare with', () => {
  expect(previousPeriod(monthPeriod('2026-01')).id).toBe('2025-12')
  expect(previousPeriod(quarterPeriod('2026-Q1')).id).toBe('2025-Q4')
  expect(previousPeriod(quarterPeriod('2026-Q4')).id).toBe('2026-Q3')
  expect(previousPeriod(yearPeriod('2026')).id).toBe('2025')
  expect(samePeriodLastYear(monthPeriod('2024-02')).id).toBe('2023-02')
  expect(samePeriodLastYear(quarterPeriod('2026-Q3')).id).toBe('2025-Q3')
  expect(samePeriodLastYear(yearPeriod('2026')).id).toBe('2025')
})

test('October 2026 in Almaty lasts from 19:00 UTC of 30 September to 19:00 UTC of 31 October', () => {
  expect(periodInstants(monthPeriod('2026-10'), 'Asia/Almaty')).toEqual({
    start: Date.parse('2026-09-30T19:00:00Z'),
    end: Date.parse('2026-10-31T19:00:00Z'),
  })
})

test('February 2024 in Almaty is an hour longer than its days', () => {
  const { start, end } = periodInstants(monthPeriod('2024-02'), 'Asia/Almaty')
  expect(end - start).toBe(29 * DAY + 3_600_000)
})

test('the period before ends where a period begins', () => {
  fc.assert(
    fc.property(period, (one) => {
      const before = previousPeriod(one)
      expect(before.kind).toBe(one.kind)
      expect(before.endDate).toBe(one.startDate)
      expect(Date.parse(one.endDate) - Date.parse(one.lastDay)).toBe(DAY)
    }),
  )
})

test('a period is read back from its name', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(parsePeriod(one.kind, one.id)).toEqual(one)
      expect(samePeriodLastYear(one).startDate.slice(4)).toBe(one.startDate.slice(4))
    }),
  )
})

describe('what is no period', () => {
  test.each([
    ['month', '2026-13'],
    ['month', '2026-00'],
    ['month', '2026-1'],
    ['month', '2026'],
    ['quarter', '2026-Q5'],
    ['quarter', '2026-q1'],
    ['quarter', '2026-03'],
    ['year', '26'],
    ['year', '1899'],
    ['year', '2201'],
    ['year', ''],
  ] as const)('%s %j', (kind, text) => {
    expect(() => parsePeriod(kind, text)).toThrow('period_invalid')
  })
})

import { expect, test } from 'vitest'
import { lastPeriod, movedPeriod } from '../../renderer/features/reports/periods'
import { daysOfMonth, movedDay, movedMonth } from '../../renderer/ui/form/calendar-days'

test('a month stands in six weeks from Monday', () => {
  const days = daysOfMonth('2026-11-22')
  expect(days).toHaveLength(42)
  expect([days[0], days[6], days[41]]).toEqual(['2026-10-26', '2026-11-01', '2026-12-06'])
  expect(daysOfMonth('2027-02-10')[0]).toBe('2027-02-01')
})

test('days and months move over the ends of months and years', () => {
  expect(movedDay('2026-12-31', 1)).toBe('2027-01-01')
  expect(movedDay('2024-03-01', -1)).toBe('2024-02-29')
  expect(movedMonth('2026-01-31', 1)).toBe('2026-02-28')
  expect(movedMonth('2026-01-15', -1)).toBe('2025-12-15')
})

test('a report is offered for the last period that is over', () => {
  expect(lastPeriod('monthly', '2026-01-05')).toBe('2025-12')
  expect(lastPeriod('quarterly', '2026-03-31')).toBe('2025-Q4')
  expect(lastPeriod('quarterly', '2026-11-22')).toBe('2026-Q3')
  expect(lastPeriod('annual', '2026-11-22')).toBe('2025')
})

test('periods follow each other over the year', () => {
  expect(movedPeriod('monthly', '2026-12', 1)).toBe('2027-01')
  expect(movedPeriod('monthly', '2026-01', -1)).toBe('2025-12')
  expect(movedPeriod('quarterly', '2026-Q1', -1)).toBe('2025-Q4')
  expect(movedPeriod('annual', '2026', 1)).toBe('2027')
})

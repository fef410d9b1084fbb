import { percentile } from '@shared/kernel/percentile'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const sorted = fc
  .array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 })
  .map((values) => values.toSorted((a, b) => a - b))

test.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.9, 3.7],
  [[1, 3, 2].toSorted(), 0.3, 1.6],
  [[10], 0.9, 10],
  [[1, 2, 3], 0, 1],
  [[1, 2, 3], 1, 3],
])('of %j the percentile %d is %d, as PERCENTILE.INC says', (values, fraction, expected) => {
  expect(percentile(values, fraction)).toBeCloseTo(expected, 12)
})

test('of nothing there is none', () => {
  expect(percentile([], 0.5)).toBeUndefined()
})

test('it lies between the smallest and the largest value and never falls as the fraction grows', () => {
  fc.assert(
    fc.property(sorted, fc.integer({ min: 0, max: 99 }), (values, hundredth) => {
      const lower = percentile(values, hundredth / 100) ?? Number.NaN
      const upper = percentile(values, (hundredth + 1) / 100) ?? Number.NaN
      expect(lower).toBeGreaterThanOrEqual(values[0] ?? Number.NaN)
      expect(upper).toBeLessThanOrEqual(values.at(-1) ?? Number.NaN)
      expect(upper).toBeGreaterThanOrEqual(lower - 1e-6)
    }),
  )
})

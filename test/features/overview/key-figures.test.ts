import { describe, expect, test } from 'vitest'
import { filterSchema } from '@shared/contract/page'
import { requestViews } from '@shared/features/requests/requests.contract'
import { tenantViews } from '@shared/features/tenants/tenants.contract'
import { fieldOf } from '@shared/kernel/registers'
import { keyFigures, senseOf } from '../../../renderer/features/overview/key-figures'
import { monthRange } from '../../../renderer/features/overview/month-range'
import { typesShown } from '../../../renderer/features/overview/trend-option'

const month = monthRange('2026-10', 'Asia/Almaty')

test('a month runs from midnight to midnight in the park', () => {
  expect(month).toEqual({ from: Date.UTC(2026, 8, 30, 19), to: Date.UTC(2026, 9, 31, 19) })
})

describe.each(keyFigures)('the figure $name', ({ filter, register }) => {
  test('opens rows by a filter its register understands', () => {
    const parsed = filterSchema.parse(filter(month))
    const views: readonly string[] = register === 'tenants' ? tenantViews : requestViews
    if (parsed.view !== undefined) expect(views).toContain(parsed.view)
    for (const condition of parsed.conditions) expect(fieldOf(register, condition.field)).toBeDefined()
  })
})

test('more tenants is good, more incidents is bad, no change is neither', () => {
  expect(senseOf(3, 'more')).toBe('good')
  expect(senseOf(2, 'less')).toBe('bad')
  expect(senseOf(-3.1, 'less')).toBe('good')
  expect(senseOf(0, 'less')).toBe('none')
})

test('a type with nothing received in twelve months has no place in the chart', () => {
  const trend = [
    { month: '2026-09', received: { customs: 2, legal: 0 } },
    { month: '2026-10', received: { logistics: 1 } },
  ]
  expect(typesShown(trend)).toEqual(['customs', 'logistics'])
})

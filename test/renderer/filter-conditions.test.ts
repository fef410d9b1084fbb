import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, conditionOfBounds } from '../../renderer/features/registers/filter-bounds'
import { conditionOfDays, daysOf } from '../../renderer/features/registers/filter-words'

const zone = 'Asia/Almaty'
const instant = { kind: 'instant' } as const
const date = { kind: 'date' } as const
const money = { kind: 'money', currencyField: 'currency' } as const

describe('a span of days', () => {
  test('of instants ends with the last moment of its last day in the park', () => {
    const condition = conditionOfDays('dueAt', instant, { from: '2026-10-01', to: '2026-10-31' }, zone)
    expect(condition).toEqual({
      field: 'dueAt',
      from: Date.UTC(2026, 8, 30, 19),
      to: Date.UTC(2026, 9, 31, 19),
    })
  })

  test('is none while one of its days is still being typed', () => {
    expect(conditionOfDays('dueAt', instant, { from: '1 Ja', to: '' }, zone)).toBeNull()
  })

  test('comes back as it was given', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom(instant, date), fc.option(day), fc.option(day), (spec, from, to) => {
        const days = { from: from ?? '', to: to ?? '' }
        const condition = conditionOfDays('f', spec, days, zone)
        expect(condition && daysOf(spec, condition, zone)).toEqual(days)
      }),
    )
  })
})

describe('a span of numbers', () => {
  test('includes its greatest number', () => {
    expect(conditionOfBounds('loss', money, { from: '1 000,50', to: '2000' }, 'ru')).toEqual({
      field: 'loss',
      from: 100_050,
      to: 200_001,
    })
  })

  test('is none while one of its bounds is no number', () => {
    expect(conditionOfBounds('loss', money, { from: 'many', to: '' }, 'en')).toBeNull()
  })

  test('comes back as it was given', () => {
    const condition = conditionOfBounds('loss', money, { from: '10.5', to: '20' }, 'en')
    if (condition === null) throw new Error('not read')
    expect(boundsOf(money, condition, 'en')).toEqual({ from: '10.5', to: '20' })
    expect(boundsOf(money, condition, 'ru')).toEqual({ from: '10,5', to: '20' })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFor, minutesUntil } from '../../renderer/i18n/format-values'

const zone = 'Asia/Almaty'
const zh = formatFor('zh', zone)
const ru = formatFor('ru', zone)
const en = formatFor('en', zone)

describe('dates', () => {
  test('stand in the order of each language', () => {
    expect(zh.date('2026-10-05')).toBe('2026-10-05')
    expect(ru.date('2026-10-05')).toBe('05.10.2026')
    expect(en.date('2026-10-05')).toBe('5 Oct 2026')
  })

  test('of instants are those of the park, not of the machine', () => {
    const lateEvening = Date.UTC(2026, 9, 21, 21, 14)
    expect(zh.instant(lateEvening)).toBe('2026-10-22 02:14')
    expect(ru.instant(lateEvening)).toBe('22.10.2026 02:14')
    expect(en.dayOf(lateEvening)).toBe('2026-10-22')
  })

  test('of months are words', () => {
    expect([zh, ru, en].map((format) => format.month('2026-10'))).toEqual([
      '2026年10月',
      'октябрь 2026 г.',
      'October 2026',
    ])
  })
})

describe('numbers', () => {
  test('are grouped and pointed as each language does', () => {
    expect(zh.integer(12_486)).toBe('12,486')
    expect(ru.decimal(1_208_590, 2, 2)).toBe('12\u00a0085,90')
    expect(en.money(128_450_000, 'CNY')).toBe('CNY\u00a01,284,500.00')
  })

  test('show as many decimals as they have, and at least as many as asked for', () => {
    expect(en.decimal(12_000_000, 4)).toBe('1,200')
    expect(en.decimal(12_000_500, 4)).toBe('1,200.05')
    expect(en.decimal(5, 0, 2)).toBe('5.00')
  })

  test('below zero carry a minus sign, not a hyphen', () => {
    expect(ru.integer(-1234)).toBe('\u22121\u00a0234')
  })

  test('keep every digit of a scaled integer', () => {
    const units = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 4 }), (value, scale) => {
        const digits = en.decimal(value, scale, scale).replace('\u2212', '-').replace(/[,.]/gu, '')
        expect(Number(digits)).toBe(value)
      }),
    )
  })

  test('of ratios are per cent to one decimal', () => {
    expect(zh.percent(0.9421)).toBe('94.2')
    expect(ru.percent(1)).toBe('100,0')
  })

  test('of bytes come in the unit that fits', () => {
    expect(en.bytes(0)).toBe('0\u00a0B')
    expect(en.bytes(1_978_368)).toBe('1.9\u00a0MB')
  })
})

test('minutes until an instant are negative once it has passed', () => {
  expect(minutesUntil(10 * 60_000, 0)).toBe(10)
  expect(minutesUntil(0, 135 * 60_000)).toBe(-135)
})

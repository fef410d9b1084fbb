import { isTimeZone, utcToZoned, zonedToUtc, zoneOffsetMinutes } from '@shared/kernel/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const utc = (text: string) => Date.parse(`${text}Z`)
const zones = ['Asia/Almaty', 'Asia/Shanghai', 'Asia/Tehran', 'Europe/Berlin', 'America/New_York', 'UTC']
const instant = fc
  .integer({ min: utc('1900-01-02T00:00:00') / 1000, max: utc('2200-12-30T00:00:00') / 1000 })
  .map((seconds) => seconds * 1000)

describe('Almaty, which went from +06 to +05 on 1 March 2024', () => {
  test.each([
    ['2024-02-29', '12:00', '2024-02-29T06:00:00'],
    ['2024-02-29', '22:59:59', '2024-02-29T16:59:59'],
    ['2024-03-01', '00:00', '2024-02-29T19:00:00'],
    ['2024-03-01', '12:00', '2024-03-01T07:00:00'],
  ])('%s %s', (date, time, expected) => {
    expect(zonedToUtc(date, time, 'Asia/Almaty')).toBe(utc(expected))
  })

  test('of the hour that came twice the first is meant', () => {
    expect(zonedToUtc('2024-02-29', '23:30', 'Asia/Almaty')).toBe(utc('2024-02-29T17:30:00'))
  })

  test('the clock shows 23:59:59 twice before March begins', () => {
    const first = utcToZoned(utc('2024-02-29T17:59:59'), 'Asia/Almaty')
    expect(first).toEqual({ date: '2024-02-29', time: '23:59:59' })
    expect(utcToZoned(utc('2024-02-29T18:00:00'), 'Asia/Almaty')).toEqual({
      date: '2024-02-29',
      time: '23:00:00',
    })
    expect(utcToZoned(utc('2024-02-29T18:59:59'), 'Asia/Almaty')).toEqual(first)
    expect(utcToZoned(utc('2024-02-29T19:00:00'), 'Asia/Almaty')).toEqual({
      date: '2024-03-01',
      time: '00:00:00',
    })
  })

  test('the offset is told in minutes', () => {
    expect(zoneOffsetMinutes(utc('2024-02-29T00:00:00'), 'Asia/Almaty')).toBe(360)
    expect(zoneOffsetMinutes(utc('2024-03-02T00:00:00'), 'Asia/Almaty')).toBe(300)
    expect(zoneOffsetMinutes(utc('2024-03-02T00:00:00'), 'Asia/Kolkata')).toBe(330)
  })
})

describe('summer time in Berlin', () => {
  test('a time that was skipped is moved forward', () => {
    expect(zonedToUtc('2024-03-31', '02:30', 'Europe/Berlin')).toBe(utc('2024-03-31T01:30:00'))
    expect(utcToZoned(utc('2024-03-31T01:30:00'), 'Europe/Berlin')).toEqual({
      date: '2024-03-31',
      time: '03:30:00',
    })
  })

  test('of a time that comes twice the first is meant', () => {
    expect(zonedToUtc('2024-10-27', '02:30', 'Europe/Berlin')).toBe(utc('2024-10-27T00:30:00'))
    expect(zonedToUtc('2024-10-27', '03:00', 'Europe/Berlin')).toBe(utc('2024-10-27T02:00:00'))
  })
})

test('a date without a time begins at midnight', () => {
  expect(zonedToUtc('2026-10-01', undefined, 'Asia/Almaty')).toBe(utc('2026-09-30T19:00:00'))
})

test('a whole day that a zone skipped moves to the next one', () => {
  expect(utcToZoned(zonedToUtc('2011-12-30', '12:00', 'Pacific/Apia'), 'Pacific/Apia').date).toBe(
    '2011-12-31',
  )
})

describe.each(zones)('%s', (zone) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

  test('shows the same clock as the platform', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        const { date, time } = utcToZoned(ms, zone)
        expect(`${date} ${time}`).toBe(format.format(ms))
      }),
    )
  })

  test('a local time shown to somebody leads back to the same local time, and to the first instant of it', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        const shown = utcToZoned(ms, zone)
        const back = zonedToUtc(shown.date, shown.time, zone)
        expect(utcToZoned(back, zone)).toEqual(shown)
        expect(back).toBeLessThanOrEqual(ms)
      }),
    )
  })
})

describe('what is refused', () => {
  test.each(['', 'Mars/Base', '+05:00', 'Asia/Almaty '])('%j is no time zone', (name) => {
    expect(isTimeZone(name)).toBe(false)
    expect(() => utcToZoned(0, name)).toThrow('time_zone_invalid')
  })

  test.each([
    ['2024-02-30', '10:00'],
    ['2024-13-01', '10:00'],
    ['2024-02-28', '24:00'],
    ['2024-02-28', '10'],
    ['28.02.2024', '10:00'],
  ])('%s %s is no local time', (date, time) => {
    expect(() => zonedToUtc(date, time, 'UTC')).toThrow('invalid_date')
  })

  test('a known zone is known', () => {
    expect(zones.filter(isTimeZone)).toEqual(zones)
  })
})

import { excelSerialToDateTime, parseDateTime } from '@shared/kernel/parse-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2200, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

describe('dates as they come', () => {
  test.each([
    '2024-03-01',
    '2024/3/1',
    '2024.03.01',
    '2024年3月1日',
    '2024 年 03 月 01 日',
    '2024年3月1号',
    '01.03.2024',
    '1.3.2024',
    '01.03.2024 г.',
    '1 Mar 2024',
    '01-Mar-2024',
    '1st March 2024',
    '1 марта 2024 г.',
    '1 марта 2024 года',
    '1 мар. 2024',
    'March 1, 2024',
    'Mar 1 2024',
    '２０２４－０３－０１',
    '۲۰۲۴/۰۳/۰۱',
    ' 2024-03-01\u00a0',
  ])('%s is 1 March 2024', (written) => {
    expect(parseDateTime(written)).toEqual({ ok: true, date: '2024-03-01' })
  })

  test.each([
    ['янв', 1],
    ['февраля', 2],
    ['апр', 4],
    ['мая', 5],
    ['May', 5],
    ['июня', 6],
    ['July', 7],
    ['августа', 8],
    ['Sept', 9],
    ['сен', 9],
    ['окт', 10],
    ['нояб', 11],
    ['December', 12],
  ])('%s is month %i', (name, month) => {
    const date = `2024-${String(month).padStart(2, '0')}-07`
    expect(parseDateTime(`7 ${name} 2024`)).toEqual({ ok: true, date })
  })
})

describe('times behind a date', () => {
  test.each([
    ['2026年04月22日 13:06', '13:06'],
    ['2026年04月22日13时06分', '13:06'],
    ['2026年4月22日 13时06分05秒', '13:06:05'],
    ['2026年4月22日 13时', '13:00'],
    ['2026年4月22日 下午1:06', '13:06'],
    ['2026/4/22 上午9:05', '09:05'],
    ['22 Apr 2026 14:21', '14:21'],
    ['22 апреля 2026 г. 9:05', '09:05'],
    ['22.04.2026, 09:05', '09:05'],
    ['2026-04-22T10:00:00', '10:00:00'],
    ['2026-04-22T10:00:00.123', '10:00:00'],
    ['2026-04-22 5:06 PM', '17:06'],
    ['2026-04-22 12:00 a.m.', '00:00'],
    ['2026-04-22 12:30pm', '12:30'],
    ['2026-04-22 00:00:00', '00:00:00'],
  ])('%s', (written, time) => {
    expect(parseDateTime(written)).toEqual({ ok: true, date: '2026-04-22', time })
  })

  test.each([
    ['2026-04-22T10:00Z', 0],
    ['2026-04-22T10:00+05:00', 300],
    ['2026-04-22T10:00+0530', 330],
    ['2026-04-22T10:00-03', -180],
  ])('%s says how far it is from UTC', (written, offsetMinutes) => {
    expect(parseDateTime(written)).toEqual({ ok: true, date: '2026-04-22', time: '10:00', offsetMinutes })
  })
})

describe('day and month in either order', () => {
  test.each([
    ['13/1/2024', '2024-01-13'],
    ['1/13/2024', '2024-01-13'],
    ['5/5/2024', '2024-05-05'],
    ['25-12-2024', '2024-12-25'],
  ])('%s can only be %s', (written, date) => {
    expect(parseDateTime(written)).toEqual({ ok: true, date })
  })

  test.each(['3/1/2024', '01/03/2024', '12-11-2024', '13/13/2024'])('%s is never guessed', (written) => {
    expect(parseDateTime(written)).toEqual({ ok: false })
  })
})

describe('what is no date', () => {
  test.each([
    '',
    '32.13.2024',
    '30.02.2024',
    '29.02.2023',
    '2024-00-10',
    '2024年2月30日',
    '31 апреля 2024',
    '1 Foo 2024',
    '1899-12-31',
    '2201-01-01',
    '01.03.24',
    '20240301',
    '2024-03/01',
    '2024-03-019',
    '01.03.20245',
    '2024-03-01 25:00',
    '2024-03-01 24:00',
    '2024-03-01 10:60',
    '2024-03-01 13:00 pm',
    '2024-03-01 0:30 am',
    '2024-03-01 10:00+15:00',
    '2024-03-0110:00',
    '2024-03-01T',
    '2024-03-01 later',
    '46078.5',
    'n/a',
  ])('%j is refused', (written) => {
    expect(parseDateTime(written)).toEqual({ ok: false })
  })

  test('29 February exists in leap years only', () => {
    expect(parseDateTime('29.02.2024').ok).toBe(true)
    expect(parseDateTime('29.02.1900').ok).toBe(false)
    expect(parseDateTime('29.02.2000').ok).toBe(true)
  })
})

describe('every day of 1900–2200', () => {
  test.each(['ru-RU', 'zh-CN', 'en-GB'])('is read back from the long form of %s', (locale) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parseDateTime(format.format(new Date(date)))).toEqual({ ok: true, date })
      }),
    )
  })

  test('is read back from its number in a spreadsheet', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399 }), (date, second) => {
        fc.pre(date >= '1904-01-01')
        const days = Date.parse(date) / 86_400_000
        const time = new Date(second * 1000).toISOString().slice(11, 19)
        expect(excelSerialToDateTime(days + 25_569 + second / 86_400, false)).toEqual({ date, time })
        expect(excelSerialToDateTime(days + 24_107 + second / 86_400, true)).toEqual({ date, time })
      }),
    )
  })
})

describe('numbers of days in a spreadsheet', () => {
  test.each([
    [46_078.58472222222, '2026-02-25', '14:02:00'],
    [45_352, '2024-03-01', '00:00:00'],
    [45_351.999999, '2024-03-01', '00:00:00'],
    [1, '1900-01-01', '00:00:00'],
    [59, '1900-02-28', '00:00:00'],
    [61, '1900-03-01', '00:00:00'],
  ])('%f is %s %s', (serial, date, time) => {
    expect(excelSerialToDateTime(serial, false)).toEqual({ date, time })
  })

  test.each([60, 0.5, 0, -1, 110_000, 1e9, Number.NaN])('%f is no date', (serial) => {
    expect(excelSerialToDateTime(serial, false)).toBeUndefined()
  })

  test('a workbook of the 1904 system begins on 1 January 1904', () => {
    expect(excelSerialToDateTime(0, true)).toEqual({ date: '1904-01-01', time: '00:00:00' })
    expect(excelSerialToDateTime(60, true)).toEqual({ date: '1904-03-01', time: '00:00:00' })
    expect(excelSerialToDateTime(-1, true)).toBeUndefined()
  })
})

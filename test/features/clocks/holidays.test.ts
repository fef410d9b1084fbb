import { describe, expect, test } from 'vitest'
import { reckoned, uncoveredYears, usualWeek, weekdayOf } from '@shared/features/clocks/calendar'
import { dayName } from '@shared/features/clocks/holiday-names'
import { holidayCountries, holidaysOf, holidayYears, withDays } from '@shared/features/clocks/holidays'
import { languages } from '@shared/kernel/language'
import { workOn } from '@shared/kernel/working-time/working-days'

const china = usualWeek('CN')
const ofChina = (year: number) => holidaysOf('CN', year, china)
const dates = (year: number, kind: string) =>
  ofChina(year)
    .filter((day) => day.kind === kind)
    .map(({ date }) => date)

test('the ten countries have three years each, and say of each whether it was compared with the official list', () => {
  expect([...holidayCountries].sort()).toEqual(['BY', 'CN', 'IN', 'IR', 'KG', 'KZ', 'PK', 'RU', 'TJ', 'UZ'])
  for (const country of holidayCountries) {
    expect(holidayYears(country).map(({ year }) => year)).toEqual([2025, 2026, 2027])
    for (const { verified, gap, source } of holidayYears(country)) {
      expect(verified, country).toBe(gap === null)
      expect(source).not.toBe('')
    }
  }
  expect(holidayYears('CN').map(({ verified }) => verified)).toEqual([true, true, false])
  expect(holidaysOf('CN', 2028, china)).toEqual([])
})

describe.each(holidayCountries)('the holidays of %s', (country) => {
  const week = usualWeek(country)

  test.each([2025, 2026, 2027])(
    'in %i make a calendar, each day once, in its year and named in every language',
    (year) => {
      const days = holidaysOf(country, year, week)
      expect(() => reckoned({ week, days }, 'Asia/Almaty')).not.toThrow()
      expect(days.length).toBeGreaterThan(8)
      for (const day of days) {
        expect(day.date.slice(0, 4)).toBe(String(year))
        expect(day.intervals.length > 0).toBe(day.kind !== 'holiday')
        for (const language of languages) expect(dayName(day, language)).toBeTruthy()
      }
    },
  )
})

test('China in 2026: nine days of Spring Festival, worked before and after, and all make-up days', () => {
  const spring = ofChina(2026).filter(({ holiday }) => holiday === 'spring_festival')
  expect([spring[0]?.date, spring.at(-1)?.date, spring.length]).toEqual(['2026-02-15', '2026-02-23', 9])
  expect(dates(2026, 'workingDay')).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
  expect(dates(2025, 'workingDay')).toEqual([
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
  ])
  for (const date of [...dates(2025, 'workingDay'), ...dates(2026, 'workingDay')])
    expect(['sat', 'sun']).toContain(weekdayOf(date))
  const calendar = reckoned({ week: china, days: ofChina(2026) }, 'Asia/Shanghai')
  expect(workOn(calendar, '2026-02-14')).toHaveLength(2)
  expect(workOn(calendar, '2026-02-16')).toEqual([])
})

test('days by the moon are marked, where they are, and days by the sun are not', () => {
  const marked = (country: string) =>
    holidaysOf(country, 2026, china)
      .filter(({ bySighting }) => bySighting)
      .map(({ holiday }) => holiday)
  expect(marked('KZ')).toEqual(['kurban_ait'])
  expect(marked('PK')).toContain('eid_al_fitr')
  expect(marked('IR')).not.toContain('nowruz')
  expect([...marked('CN'), ...marked('RU'), ...marked('BY')]).toEqual([])
})

test('a Russian short day ends an hour earlier, also a Saturday that is worked', () => {
  const days = new Map(holidaysOf('RU', 2025, usualWeek('RU')).map((day) => [day.date, day.intervals]))
  for (const date of ['2025-04-30', '2025-11-01'])
    expect(days.get(date)).toEqual([
      ['09:00', '13:00'],
      ['14:00', '17:00'],
    ])
})

test('taken over twice, nothing is done twice, and what the park wrote itself stays', () => {
  const own = { ...(ofChina(2026)[0] ?? expect.fail()), note: 'Inventory', kind: 'shortDay' as const }
  const once = withDays([own], ofChina(2026))
  expect(once).toHaveLength(ofChina(2026).length)
  expect(once[0]?.note).toBe('Inventory')
  expect(withDays(once, ofChina(2026))).toEqual(once)
  expect(uncoveredYears(once, '2026-12-30', '2028-01-02')).toEqual([2027, 2028])
})

test('the week of Iran is free on Friday with half a Thursday', () => {
  const { thu, fri, sat } = usualWeek('IR')
  expect([thu.length, fri.length, sat.length]).toEqual([1, 0, 2])
})

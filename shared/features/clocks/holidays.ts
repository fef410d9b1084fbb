import BY from '@resources/holidays/BY.json'
import CN from '@resources/holidays/CN.json'
import IN from '@resources/holidays/IN.json'
import IR from '@resources/holidays/IR.json'
import KG from '@resources/holidays/KG.json'
import KZ from '@resources/holidays/KZ.json'
import PK from '@resources/holidays/PK.json'
import RU from '@resources/holidays/RU.json'
import TJ from '@resources/holidays/TJ.json'
import UZ from '@resources/holidays/UZ.json'
import type { WorkingInterval } from '../../kernel/working-time/calendar'
import { weekdayOf, type CalendarDay, type DayKind, type WorkingWeek } from './calendar'

/**
 * What a year of a country lacks: `announcement` – only the days of the law, those of the year are not announced yet;
 * `transfers` – days moved by decree are not in it; `states` – days of single states are not; `check` – complete as far
 * as known, but not compared with the official list.
 */
export type HolidayGap = 'announcement' | 'transfers' | 'states' | 'check'

type ShippedDay = {
  readonly date: string
  readonly kind: string
  readonly holiday: string
  readonly bySighting?: boolean
}
type ShippedYear = {
  readonly verified: boolean
  readonly gap: string | null
  readonly source: string
  readonly days: readonly ShippedDay[]
}

const tables: Readonly<Record<string, Readonly<Record<string, ShippedYear>>>> = Object.fromEntries(
  [CN, RU, KZ, KG, TJ, UZ, IN, PK, IR, BY].map(({ country, years }) => [country, years]),
)

/** The countries whose holidays are shipped, ISO 3166 alpha-2. */
export const holidayCountries = Object.keys(tables)

/** The holidays of one year of a country, and how far they can be relied on. */
export type HolidayYear = {
  readonly year: number
  /** Compared with the official list. */
  readonly verified: boolean
  readonly gap: HolidayGap | null
  readonly source: string
}

/** The years of a country that are shipped. */
export function holidayYears(country: string): readonly HolidayYear[] {
  return Object.entries(tables[country] ?? {}).map(([year, { verified, gap, source }]) => ({
    year: Number(year),
    verified,
    gap: gap as HolidayGap | null,
    source,
  }))
}

/**
 * The holidays and moved working days of a country's year as days of a park with this week: a moved working day has the
 * hours of the usual working day, a short day ends an hour earlier. None where the year is not shipped.
 */
export function holidaysOf(country: string, year: number, week: WorkingWeek): readonly CalendarDay[] {
  const table = tables[country]?.[String(year)]
  if (!table) return []
  return table.days.map(({ date, kind, holiday, bySighting = false }) => ({
    date,
    kind: kind as DayKind,
    intervals: hoursOf(kind as DayKind, date, week),
    note: null,
    holiday,
    source: table.source,
    country,
    bySighting,
  }))
}

/** Days with those of others that they do not have yet; a date that is there stays as it is. */
export function withDays(
  days: readonly CalendarDay[],
  others: readonly CalendarDay[],
): readonly CalendarDay[] {
  const known = new Set(days.map(({ date }) => date))
  const added = others.filter(({ date }) => !known.has(date))
  return [...days, ...added].sort((one, other) => (one.date < other.date ? -1 : 1))
}

function hoursOf(kind: DayKind, date: string, week: WorkingWeek): readonly WorkingInterval[] {
  if (kind === 'holiday') return []
  const own = week[weekdayOf(date)]
  const usual = own.length > 0 ? own : (Object.values(week).find((intervals) => intervals.length > 0) ?? [])
  return kind === 'shortDay' ? anHourLess(usual) : usual
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Takes the last hour off; intervals that lie within it go. */
function anHourLess(intervals: readonly WorkingInterval[]): readonly WorkingInterval[] {
  let left = 60
  const kept = [...intervals]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([from, to]): readonly WorkingInterval[] => {
      const length = minutesOf(to) - minutesOf(from)
      const taken = Math.min(left, length)
      left -= taken
      return taken === length ? [] : [[from, timeOf(minutesOf(to) - taken)]]
    })
    .reverse()
  return kept.length > 0 ? kept : intervals
}

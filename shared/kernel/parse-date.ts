import { monthByName } from './month-names'
import { normaliseText, westernDigits } from './text'

export type DateReading =
  | {
      readonly ok: true
      /** `YYYY-MM-DD` */
      readonly date: string
      /** `HH:MM`, or `HH:MM:SS` if seconds were written */
      readonly time?: string
      /** Offset from UTC written behind the time (`Z`, `+05:00`) */
      readonly offsetMinutes?: number
    }
  | { readonly ok: false }

type Time = { readonly time: string; readonly offsetMinutes?: number }

const refused: DateReading = { ok: false }
const FIRST_YEAR = 1900
const LAST_YEAR = 2200

const yearFirst = /^(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?!\d)/u
const chinese = /^(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号]/u
const dayFirst = /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)(?: ?г(?:\.|ода)?)?/u
const eitherFirst = /^(?<a>\d{1,2})(?<sep>[/-])(?<b>\d{1,2})\k<sep>(?<y>\d{4})(?!\d)/u
const dayName =
  /^(?<d>\d{1,2})(?:st|nd|rd|th)?[- ]?(?<name>\p{L}{3,})\.?,?[- ]?(?<y>\d{4})(?!\d)(?: ?г(?:\.|ода)?)?/u
const nameDay = /^(?<name>\p{L}{3,})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)/u

const clock =
  /^(?<half>上午|下午)? ?(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?(?: ?(?<mark>[ap])\.?m\.?)?(?: ?(?<zone>z|utc|gmt|[+\u2212-]\d{2}(?::?\d{2})?))?$/u
const chineseClock =
  /^(?<half>上午|下午)? ?(?<h>\d{1,2}) ?[时時点](?: ?(?<min>\d{1,2}) ?分(?: ?(?<s>\d{1,2}) ?秒)?)?$/u

/**
 * Reads a date with an optional time as people type it in Chinese, Russian and English.
 *
 * `3/4/2024` can be March or April and is refused; so are dates no calendar has and years outside 1900–2200.
 */
export function parseDateTime(text: string): DateReading {
  const line = westernDigits(normaliseText(text)).toLowerCase()
  for (const pattern of [yearFirst, chinese, dayFirst, eitherFirst, dayName, nameDay]) {
    const match = pattern.exec(line)
    if (match === null) continue
    const date = dateOf(match.groups ?? {})
    const time = timeOf(line.slice(match[0].length))
    return date === undefined || time === undefined ? refused : { ok: true, date, ...time }
  }
  return refused
}

/**
 * Date and time of a spreadsheet's serial number, to the nearest second.
 *
 * In the 1900 system day 60 is 29 February 1900, which never was: no date; the days before it count from one later.
 *
 * @param date1904 whether the workbook counts from 1904
 * @returns `YYYY-MM-DD` and `HH:MM:SS`; undefined when the number is no date between 1900 and 2200
 */
export function excelSerialToDateTime(
  serial: number,
  date1904: boolean,
): { readonly date: string; readonly time: string } | undefined {
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  if (!(date1904 ? day >= 0 && day < 200_000 : day >= 1 && day < 200_000 && day !== 60)) return undefined
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const moment = new Date(epoch + seconds * 1000)
  if (moment.getUTCFullYear() > LAST_YEAR) return undefined
  const iso = moment.toISOString()
  return { date: iso.slice(0, 10), time: iso.slice(11, 19) }
}

type Groups = Readonly<Record<string, string | undefined>>

function dateOf(groups: Groups): string | undefined {
  const year = Number(groups['y'])
  if (groups['a'] === undefined) {
    const month = groups['name'] === undefined ? Number(groups['m']) : monthByName(groups['name'])
    return month === undefined ? undefined : realDate(year, month, Number(groups['d']))
  }
  const a = Number(groups['a'])
  const b = Number(groups['b'])
  if (a <= 12 && b <= 12 && a !== b) return undefined
  return b > 12 ? realDate(year, a, b) : realDate(year, b, a)
}

function realDate(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return undefined
  return moment.toISOString().slice(0, 10)
}

/** Nothing behind the date is no time; undefined is something that is not a time. */
function timeOf(rest: string): Time | Record<string, never> | undefined {
  const text = rest.replace(/^(?:t|,? ?)/u, '')
  if (text === '') return rest === '' ? {} : undefined
  const groups = (clock.exec(text) ?? chineseClock.exec(text))?.groups
  if (groups === undefined) return undefined
  const hour = hourOf(groups)
  const minute = Number(groups['min'] ?? '0')
  const second = Number(groups['s'] ?? '0')
  if (hour === undefined || minute > 59 || second > 59) return undefined
  const short = `${two(hour)}:${two(minute)}`
  const time = groups['s'] === undefined ? short : `${short}:${two(second)}`
  if (groups['zone'] === undefined) return { time }
  const offsetMinutes = offsetOf(groups['zone'])
  return offsetMinutes === undefined ? undefined : { time, offsetMinutes }
}

function hourOf(groups: Groups): number | undefined {
  const hour = Number(groups['h'])
  const { half, mark } = groups
  if (mark !== undefined) {
    if (half !== undefined || hour < 1 || hour > 12) return undefined
    return (hour % 12) + (mark === 'p' ? 12 : 0)
  }
  // 下午13:06 is written as well as 下午1:06.
  if (half === '下午' && hour < 12) return hour + 12
  if (half === '上午' && hour >= 12) return hour === 12 ? 0 : undefined
  return hour < 24 ? hour : undefined
}

function offsetOf(zone: string): number | undefined {
  const match = /^(.)(\d{2}):?(\d{2})?$/u.exec(zone)
  if (match === null) return 0
  const minutes = Number(match[3] ?? '0')
  const total = Number(match[2]) * 60 + minutes
  if (minutes > 59 || total > 14 * 60) return undefined
  return match[1] === '+' || total === 0 ? total : -total
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

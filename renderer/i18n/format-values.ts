import type { Language } from '@shared/kernel/language'
import { fromScaledInteger } from '@shared/kernel/parse-number'
import { utcToZoned } from '@shared/kernel/zone'

const signs: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  zh: { group: ',', decimal: '.' },
  ru: { group: '\u00a0', decimal: ',' },
  en: { group: ',', decimal: '.' },
}

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthsEnFull = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthsRu = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]

const MINUTE = 60_000

export type Format = {
  readonly language: Language
  readonly timeZone: string
  /** `YYYY-MM-DD` as 2026-10-21, 21.10.2026, 21 Oct 2026. */
  readonly date: (day: string) => string
  /** Epoch milliseconds as date and `HH:mm` in the park's zone. */
  readonly instant: (ms: number) => string
  /** Epoch milliseconds as `HH:mm` in the park's zone. */
  readonly time: (ms: number) => string
  /** Epoch milliseconds as their `YYYY-MM-DD` in the park's zone. */
  readonly dayOf: (ms: number) => string
  /** `YYYY-MM` in words. */
  readonly month: (month: string) => string
  readonly integer: (value: number) => string
  /** An integer of the unit 10^-scale, exactly; `digits` is how many decimals are shown at least. */
  readonly decimal: (units: number, scale: number, digits?: number) => string
  /** Minor units of a currency, with its code before the amount. */
  readonly money: (minorUnits: number, currency: string) => string
  /** A number such as hours, rounded half up to `digits` decimals. */
  readonly rounded: (value: number, digits: number) => string
  /** A ratio of 0…1 as per cent, without its sign, to one decimal. */
  readonly percent: (ratio: number) => string
  readonly bytes: (bytes: number) => string
}

/** Formatting of values in a language and a time zone, the same everywhere on screen. */
export function formatFor(language: Language, timeZone: string): Format {
  const { group, decimal: point } = signs[language]
  const grouped = (text: string) => {
    const [whole = '', fraction] = text.replace('-', '\u2212').split('.')
    const parts = whole.replace(/\B(?=(?:\d{3})+$)/gu, group)
    return fraction === undefined ? parts : `${parts}${point}${fraction}`
  }
  const padded = (text: string, digits: number) => {
    const [whole = '', fraction = ''] = text.split('.')
    return digits === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(digits, '0')}`
  }
  const decimal = (units: number, scale: number, digits = 0) =>
    grouped(padded(fromScaledInteger(units, scale), digits))
  const rounded = (value: number, digits: number) =>
    decimal(Math.round((value + Number.EPSILON) * 10 ** digits), digits, digits)
  const date = (day: string) => dateWords(day, language)
  const time = (ms: number) => utcToZoned(ms, timeZone).time.slice(0, 5)
  const dayOf = (ms: number) => utcToZoned(ms, timeZone).date
  return {
    language,
    timeZone,
    date,
    time,
    dayOf,
    instant: (ms) => `${date(dayOf(ms))} ${time(ms)}`,
    month: (month) => monthWords(month, language),
    integer: (value) => grouped(String(Math.trunc(value))),
    decimal,
    money: (minorUnits, currency) => `${currency}\u00a0${decimal(minorUnits, 2, 2)}`,
    rounded,
    percent: (ratio) => rounded(ratio * 100, 1),
    bytes: (bytes) => byteWords(bytes, rounded),
  }
}

/** Whole minutes from `now` to an instant; negative once it has passed. */
export function minutesUntil(ms: number, now: number): number {
  return Math.round((ms - now) / MINUTE)
}

function dateWords(day: string, language: Language): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  if (language === 'zh') return day
  if (language === 'ru') return `${dayOfMonth}.${month}.${year}`
  return `${Number(dayOfMonth)} ${monthsEn[Number(month) - 1] ?? month} ${year}`
}

function monthWords(id: string, language: Language): string {
  const [year = '', month = ''] = id.split('-')
  const index = Number(month) - 1
  if (language === 'zh') return `${year}年${Number(month)}月`
  if (language === 'ru') return `${monthsRu[index] ?? month} ${year} г.`
  return `${monthsEnFull[index] ?? month} ${year}`
}

function byteWords(bytes: number, rounded: Format['rounded']): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)))
  return `${rounded(bytes / 1024 ** power, power === 0 ? 0 : 1)}\u00a0${units[power] ?? ''}`
}

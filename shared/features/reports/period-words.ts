import type { Language } from '../../kernel/language'
import { parsePeriod, previousPeriod, type Period, type PeriodKind } from '../../kernel/period'
import { utcToZoned } from '../../kernel/zone'
import type { ReportKind } from './reports.contract'

// Own tables: the engines of the window and of the command line must write the same words.
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
} as const
const monthsOfDates =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const monthsShort = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  ru: 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' '),
} as const
const quarters = {
  zh: ['第一季度', '第二季度', '第三季度', '第四季度'],
  ru: ['I', 'II', 'III', 'IV'],
  en: ['First', 'Second', 'Third', 'Fourth'],
} as const

const kinds = { monthly: 'month', quarterly: 'quarter', annual: 'year' } as const satisfies Record<
  ReportKind,
  PeriodKind
>

const nbsp = '\u00a0'

/** The calendar period of a report. @throws AppError `period_invalid` */
export function reportPeriod(kind: ReportKind, id: string): Period {
  return parsePeriod(kinds[kind], id)
}

/** The period before that of a report. @throws AppError `period_invalid` before the first year known */
export function periodBefore(kind: ReportKind, id: string): Period {
  return previousPeriod(reportPeriod(kind, id))
}

/** A period in words: `October 2026`, `III квартал 2026 года`, `2026年`. */
export function periodName(period: Period, language: Language): string {
  const year = period.startDate.slice(0, 4)
  const month = Number(period.startDate.slice(5, 7)) - 1
  const quarter = quarters[language][Math.floor(month / 3)] ?? ''
  if (language === 'zh') {
    if (period.kind === 'month') return `${year}年${month + 1}月`
    return period.kind === 'quarter' ? `${year}年${quarter}` : `${year}年`
  }
  if (language === 'ru') {
    if (period.kind === 'month') return `${months.ru[month] ?? ''}${nbsp}${year}${nbsp}года`
    return period.kind === 'quarter' ? `${quarter}${nbsp}квартал ${year}${nbsp}года` : `${year}${nbsp}год`
  }
  if (period.kind === 'month') return `${months.en[month] ?? ''}${nbsp}${year}`
  return period.kind === 'quarter' ? `${quarter} quarter of${nbsp}${year}` : year
}

/** The short name of a month (`YYYY-MM`) under a chart or in a narrow column: `Oct 2026`, `окт 2026`, `2026-10`. */
export function monthLabel(month: string, language: Language): string {
  const year = month.slice(0, 4)
  if (language === 'zh') return `${year}年${Number(month.slice(5, 7))}月`
  return `${monthsShort[language][Number(month.slice(5, 7)) - 1] ?? ''}${nbsp}${year}`
}

/** A date in words: `31 October 2026`, `31 октября 2026 г.`, `2026年10月31日`. */
export function dateInWords(date: string, language: Language): string {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  if (language === 'zh') return `${year}年${month}月${day}日`
  if (language === 'ru') return `${day}${nbsp}${monthsOfDates[month - 1] ?? ''} ${year}${nbsp}г.`
  return `${day}${nbsp}${months.en[month - 1] ?? ''} ${year}`
}

/** First and last day of [start, end): `1–31 October 2026`. */
export function dateRange(start: string, end: string, language: Language): string {
  const last = dayBefore(end)
  const day = Number(start.slice(8, 10))
  if (start.slice(0, 7) === last.slice(0, 7)) {
    if (language === 'zh') return `${dateInWords(start, 'zh')}至${Number(last.slice(8, 10))}日`
    return `${day}–${dateInWords(last, language)}`
  }
  if (language === 'zh') return `${dateInWords(start, 'zh')}至${dateInWords(last, 'zh')}`
  return `${dateInWords(start, language)} – ${dateInWords(last, language)}`
}

/** The day before a date, both `YYYY-MM-DD`. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Local date and minute of an instant, in words. */
export function localTime(ms: number, timeZone: string, language: Language): string {
  const { date, time } = utcToZoned(ms, timeZone)
  const separator = language === 'en' ? ', ' : ' '
  return `${dateInWords(date, language)}${separator}${time.slice(0, 5)}`
}

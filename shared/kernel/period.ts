import { AppError } from '../contract/result'
import { zonedToUtc } from './zone'

export const periodKinds = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A reporting period of whole calendar months, [startDate, endDate). */
export type Period = {
  readonly kind: PeriodKind
  /** `2026-10`, `2026-Q3` or `2026`. */
  readonly id: string
  /** First day, `YYYY-MM-DD`. */
  readonly startDate: string
  /** The day after the last day. */
  readonly endDate: string
  readonly lastDay: string
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2200
const monthsIn = { month: 1, quarter: 3, year: 12 } as const satisfies Record<PeriodKind, number>

/** The month `YYYY-MM`. @throws AppError `period_invalid` */
export function monthPeriod(id: string): Period {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(id)
  return build('month', id, match?.[1], Number(match?.[2]) - 1)
}

/** The quarter `YYYY-Qn`. @throws AppError `period_invalid` */
export function quarterPeriod(id: string): Period {
  const match = /^(\d{4})-Q([1-4])$/u.exec(id)
  return build('quarter', id, match?.[1], (Number(match?.[2]) - 1) * 3)
}

/** The calendar year `YYYY`. @throws AppError `period_invalid` */
export function yearPeriod(id: string): Period {
  return build('year', id, /^(\d{4})$/u.exec(id)?.[1], 0)
}

/** The period of that kind written as `text` (see `Period.id`). @throws AppError `period_invalid` */
export function parsePeriod(kind: PeriodKind, text: string): Period {
  if (kind === 'month') return monthPeriod(text)
  return kind === 'quarter' ? quarterPeriod(text) : yearPeriod(text)
}

/** The period of the same length just before. @throws AppError `period_invalid` before the first year known */
export function previousPeriod(period: Period): Period {
  return shifted(period, -monthsIn[period.kind])
}

/** The same months one year earlier. @throws AppError `period_invalid` before the first year known */
export function samePeriodLastYear(period: Period): Period {
  return shifted(period, -12)
}

/** Epoch milliseconds [start, end) of the period in a time zone. @throws AppError `time_zone_invalid` */
export function periodInstants(
  period: Period,
  zone: string,
): { readonly start: number; readonly end: number } {
  return {
    start: zonedToUtc(period.startDate, undefined, zone),
    end: zonedToUtc(period.endDate, undefined, zone),
  }
}

function build(kind: PeriodKind, id: string, yearText: string | undefined, month: number): Period {
  const year = Number(yearText)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new AppError('period_invalid', { period: id })
  const end = month + monthsIn[kind]
  return { kind, id, startDate: day(year, month, 1), endDate: day(year, end, 1), lastDay: day(year, end, 0) }
}

function shifted(period: Period, months: number): Period {
  const start = day(
    Number(period.startDate.slice(0, 4)),
    Number(period.startDate.slice(5, 7)) - 1 + months,
    1,
  )
  if (period.kind === 'month') return monthPeriod(start.slice(0, 7))
  const year = start.slice(0, 4)
  return period.kind === 'year'
    ? yearPeriod(year)
    : quarterPeriod(`${year}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`)
}

function day(year: number, month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, month, dayOfMonth)).toISOString().slice(0, 10)
}

import type { Anchor } from '../audit/audit'
import type { RequestType } from '../requests/request'
import type { ReportKind } from './reports.contract'

/** A count for each key; a key with nothing to count may be left out. */
export type Counts = Readonly<Record<string, number>>
/** A sum for each currency, in minor units, never added across currencies. */
export type Sums = Readonly<Record<string, number>>

/** The figures of one period, counted as the indicator rules say. Areas in cm², money in minor units, hours as decimals. */
export type PeriodFigures = {
  readonly tenants: {
    readonly active: number
    readonly movedIn: number
    readonly movedOut: number
    readonly byCountry: Counts
    readonly bySize: Counts
    readonly bySector: Counts
    readonly leasedArea: number
    readonly leasesExpired: number
    readonly employees: number
    readonly localEmployees: number
    /** null over nothing */
    readonly localRatio: number | null
  }
  readonly requests: {
    readonly received: Partial<Readonly<Record<RequestType, number>>>
    readonly closed: Partial<Readonly<Record<RequestType, number>>>
    readonly openAtEnd: number
    readonly turnaroundMedian: number | null
    readonly turnaroundP90: number | null
    readonly onTime: number
    readonly closedWithDue: number
    readonly onTimeRatio: number | null
    readonly customsValue: Sums
  }
  readonly incidents: {
    readonly occurred: number
    readonly bySeverity: Counts
    readonly byCategory: Counts
    readonly injured: number
    readonly loss: Sums
    readonly openAtEnd: number
  }
}

/** Requests received of each type in one of the months the trend chart shows. */
export type TrendMonth = {
  readonly month: string
  readonly received: Partial<Readonly<Record<RequestType, number>>>
}

export type ReportFigures = {
  readonly kind: ReportKind
  readonly period: string
  readonly startDate: string
  /** Exclusive. */
  readonly endDate: string
  readonly timeZone: string
  readonly parkNames: Readonly<{ zh: string | null; ru: string | null; en: string | null }>
  /** When the figures were counted. */
  readonly countedAt: number
  /** The newest entry of the change log when they were counted. */
  readonly log: Anchor
  readonly current: PeriodFigures
  readonly previous: PeriodFigures
  readonly trend: readonly TrendMonth[]
}

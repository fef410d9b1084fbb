import { anchorText } from '../audit/anchor'
import type en from '@resources/locales/en/reports.json'
import type { Language } from '../../kernel/language'
import { incidentsSection } from './build/incidents-section'
import { methodNotes } from './build/method-notes'
import { requestsSection } from './build/requests-section'
import { summarySection } from './build/summary-section'
import { tenantsSection } from './build/tenants-section'
import { wordsOf } from './build/words'
import type { Cell } from './cells'
import type { ReportFigures } from './figures'
import { dateRange, localTime } from './period-words'

export { formatCell, type Cell, type NumberCell } from './cells'

/** The words of `reports.json` in the language of the report; keys without a namespace. */
export type ReportKey = keyof typeof en
export type Translate = (key: ReportKey, params?: Readonly<Record<string, string | number>>) => string

export type SectionKey = 'summary' | 'tenants' | 'requests' | 'incidents'

/** A figure of the period beside the one before it. `key` is stable: `requests.openAtEnd`. */
export type KeyFigure = {
  readonly key: string
  readonly label: string
  readonly value: Cell
  readonly previous: Cell
  readonly change: Cell
  /** Whether the change is for the better; neutral where neither direction is. */
  readonly tone: 'good' | 'bad' | 'neutral'
}

export type Column = { readonly key: string; readonly label: string; readonly align: 'start' | 'end' }
/** `key` is stable and ends in what the row counts: `tenants.byCountry.KZ`; the total ends in `total`. */
export type Row = { readonly key: string; readonly cells: readonly Cell[]; readonly total?: boolean }

export type Table = {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** What is said in place of rows when there are none. */
  readonly empty: string
}

export type Series = { readonly key: string; readonly name: string; readonly values: readonly number[] }
/** `bar` lies on its side with one series; `stackedBar` stands, with months along the axis. */
export type Chart = {
  readonly key: string
  readonly kind: 'bar' | 'stackedBar'
  readonly title: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
  /** What the chart shows, for those who do not see it. */
  readonly description: string
}

export type Section = {
  readonly key: SectionKey
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly figures: readonly KeyFigure[]
  readonly charts: readonly Chart[]
  readonly tables: readonly Table[]
}

export type MethodNote = { readonly key: string; readonly term: string; readonly text: string }

/** A whole report in one language; every format and the screen are made of it and of nothing else. */
export type ReportModel = {
  readonly language: Language
  readonly title: string
  readonly park: string
  readonly period: string
  readonly previousPeriod: string
  readonly dates: string
  readonly generatedAt: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** The newest entry of the change log when the figures were counted; null in a log without entries. */
  readonly anchor: { readonly label: string; readonly text: string } | null
  /** What stands at the foot of each page. */
  readonly foot: string
  readonly sections: readonly Section[]
  readonly notesTitle: string
  readonly notes: readonly MethodNote[]
  readonly words: {
    readonly figure: string
    readonly change: string
    readonly comparedWith: string
  }
}

/**
 * Lays the figures of a period out as a report.
 *
 * @param t words of the report's language, which need not be the one of the interface
 */
export function buildReport(figures: ReportFigures, language: Language, t: Translate): ReportModel {
  const words = wordsOf(figures, language, t)
  const generatedAt = localTime(figures.countedAt, figures.timeZone, language)
  const dates = dateRange(figures.startDate, figures.endDate, language)
  const title = t(`title.${figures.kind}`)
  const anchor = figures.log.sequence === 0 ? null : { label: t('fact.log'), text: anchorText(figures.log) }
  return {
    language,
    title,
    park: words.park,
    period: words.period,
    previousPeriod: words.previousPeriod,
    dates,
    generatedAt,
    facts: [
      { label: t('fact.park'), text: words.park },
      { label: t('fact.period'), text: dates },
      { label: t('fact.timeZone'), text: figures.timeZone },
      { label: t('fact.countedAt'), text: generatedAt },
    ],
    anchor,
    foot: [title, words.period, ...(anchor ? [t('logAnchor', { anchor: anchor.text })] : [])].join(' · '),
    sections: [
      summarySection(figures, words),
      tenantsSection(figures, words),
      requestsSection(figures, words),
      incidentsSection(figures, words),
    ],
    notesTitle: t('section.notes'),
    notes: methodNotes(figures, words),
    words: {
      figure: t('column.figure'),
      change: t('column.change'),
      comparedWith: t('comparedWith', { period: words.previousPeriod }),
    },
  }
}

import { codeLabel } from '../../../kernel/code-lists'
import type { Language } from '../../../kernel/language'
import { formatCell, noCurrency, plainNumber, type Cell, type NumberCell, type NumberKind } from '../cells'
import type { PeriodFigures, ReportFigures } from '../figures'
import type { KeyFigure, ReportKey, Translate } from '../model'
import { periodBefore, periodName, reportPeriod } from '../period-words'

/** What every section needs to name and write things. */
export type Words = {
  readonly t: Translate
  readonly language: Language
  readonly park: string
  readonly period: string
  readonly previousPeriod: string
  readonly text: (cell: Cell) => string
  /** A currency by name and code. */
  readonly currency: (code: string) => string
}

/** The words of one report. */
export function wordsOf(figures: ReportFigures, language: Language, t: Translate): Words {
  const { zh, ru, en } = figures.parkNames
  const own = figures.parkNames[language]
  return {
    t,
    language,
    park: own ?? en ?? zh ?? ru ?? '',
    period: periodName(reportPeriod(figures.kind, figures.period), language),
    previousPeriod: periodName(periodBefore(figures.kind, figures.period), language),
    text: (cell) => formatCell(cell, language),
    currency: (code) =>
      code === noCurrency
        ? t('row.currencyUnstated')
        : `${capitalised(codeLabel('currency', code, language))}, ${code}`,
  }
}

/** A code list's label as it stands at the head of a line. */
export function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}

export const integer = (value: number): NumberCell => ({ kind: 'integer', value })
export const text = (value: string): Cell => ({ kind: 'text', value })
export const money = (value: number, currency: string): NumberCell => ({ kind: 'money', value, currency })

/** A part of a whole; over nothing there is none. */
export function share(part: number, whole: number): NumberCell {
  return { kind: 'percent', value: whole === 0 ? null : part / whole }
}

/** The difference of two values of one kind; over nothing there is none. */
export function difference(value: NumberCell, previous: NumberCell): NumberCell {
  const kind: NumberKind = value.kind === 'percent' ? 'points' : value.kind
  const change = value.value === null || previous.value === null ? null : value.value - previous.value
  const currency = value.currency === undefined ? {} : { currency: value.currency }
  return { kind, value: change, signed: true, ...currency }
}

/** How one figure is taken from those of a period. */
export type FigureSpec = {
  /** `figure.` and the figure's key. */
  readonly label: ReportKey & `figure.${string}`
  readonly kind: NumberKind
  readonly of: (figures: PeriodFigures) => number | null
  readonly better?: 'more' | 'less'
}

/** Figures with the ones before them and their differences. */
export function keyFigures(
  specs: readonly FigureSpec[],
  figures: ReportFigures,
  words: Words,
): readonly KeyFigure[] {
  return specs.map(({ label, kind, of, better }) => {
    const value: NumberCell = { kind, value: of(figures.current) }
    const previous: NumberCell = { kind, value: of(figures.previous) }
    const change = difference(value, previous)
    const key = label.slice('figure.'.length)
    return { key, label: words.t(label), value, previous, change, tone: toneOf(change, better) }
  })
}

function toneOf(change: NumberCell, better: 'more' | 'less' | undefined): KeyFigure['tone'] {
  // A change too small to be shown is none: `0.0` must not look better or worse.
  const isSeen = /[1-9]/u.test(plainNumber(change) ?? '')
  if (better === undefined || change.value === null || !isSeen) return 'neutral'
  return change.value > 0 === (better === 'more') ? 'good' : 'bad'
}

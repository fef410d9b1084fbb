import type { Counts, Sums } from '../figures'
import type { Column, ReportKey, Row, Table } from '../model'
import { difference, integer, money, share, text, type Words } from './words'

/** One line of a breakdown: a count of the period and of the one before it. */
export type CountLine = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly previous: number
}

/** Lines of two counts: in the order given, or the greater first. */
export function countLines(
  current: Counts,
  previous: Counts,
  label: (key: string) => string,
  order?: readonly string[],
): readonly CountLine[] {
  const keys = order ?? [...new Set([...Object.keys(current), ...Object.keys(previous)])]
  const lines = keys.map((key) => ({
    key,
    label: label(key),
    value: current[key] ?? 0,
    previous: previous[key] ?? 0,
  }))
  if (order !== undefined) return lines
  return lines.sort(
    (a, b) => b.value - a.value || b.previous - a.previous || (a.key < b.key ? -1 : Number(a.key > b.key)),
  )
}

/** The lines after the first `limit` as one. */
export function foldTail(lines: readonly CountLine[], limit: number, label: string): readonly CountLine[] {
  if (lines.length <= limit + 1) return lines
  const tail = lines.slice(limit)
  const sum = (pick: (line: CountLine) => number) => tail.reduce((total, line) => total + pick(line), 0)
  const rest = {
    key: 'others',
    label,
    value: sum((line) => line.value),
    previous: sum((line) => line.previous),
  }
  return [...lines.slice(0, limit), rest]
}

/** What the lines leave of a total, as a line of its own; none when nothing is left in either period. */
export function withRemainder(
  lines: readonly CountLine[],
  totals: { readonly value: number; readonly previous: number },
  label: string,
): readonly CountLine[] {
  const value = totals.value - lines.reduce((sum, line) => sum + line.value, 0)
  const previous = totals.previous - lines.reduce((sum, line) => sum + line.previous, 0)
  if (value === 0 && previous === 0) return lines
  return [...lines, { key: 'unstated', label, value, previous }]
}

/** A table of counts with their share of the total, the period before and the change. */
export function countTable(
  spec: { readonly key: string; readonly title: ReportKey; readonly heading: ReportKey },
  lines: readonly CountLine[],
  words: Words,
): Table {
  const total = lines.reduce((sum, line) => sum + line.value, 0)
  const before = lines.reduce((sum, line) => sum + line.previous, 0)
  const row = (line: CountLine): Row => ({
    key: `${spec.key}.${line.key}`,
    cells: [
      text(line.label),
      integer(line.value),
      share(line.value, total),
      integer(line.previous),
      difference(integer(line.value), integer(line.previous)),
    ],
  })
  const totalLine = { key: 'total', label: words.t('row.total'), value: total, previous: before }
  return {
    key: spec.key,
    title: words.t(spec.title),
    columns: columns([
      words.t(spec.heading),
      words.period,
      words.t('column.share'),
      words.previousPeriod,
      words.t('column.change'),
    ]),
    rows: lines.length === 0 ? [] : [...lines.map(row), { ...row(totalLine), total: true }],
    empty: words.t('table.empty'),
  }
}

/** A table of sums, a row for each currency; sums of different currencies are never added. */
export function sumTable(
  spec: { readonly key: string; readonly title: ReportKey },
  current: Sums,
  previous: Sums,
  words: Words,
): Table {
  const currencies = [...new Set([...Object.keys(current), ...Object.keys(previous)])].sort()
  const rows = currencies.map((currency): Row => {
    const value = money(current[currency] ?? 0, currency)
    const before = money(previous[currency] ?? 0, currency)
    const cells = [text(words.currency(currency)), value, before, difference(value, before)]
    return { key: `${spec.key}.${currency}`, cells }
  })
  return {
    key: spec.key,
    title: words.t(spec.title),
    columns: columns([
      words.t('column.currency'),
      words.period,
      words.previousPeriod,
      words.t('column.change'),
    ]),
    rows,
    empty: words.t('table.empty'),
  }
}

/** Columns by their headings: the first names the row, the others are numbers. */
export function columns(labels: readonly string[]): readonly Column[] {
  return labels.map((label, index) => ({ key: `c${index}`, label, align: index === 0 ? 'start' : 'end' }))
}

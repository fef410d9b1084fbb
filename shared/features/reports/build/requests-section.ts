import { requestTypes, type RequestType } from '../../requests/request'
import type { ReportFigures } from '../figures'
import type { Chart, KeyFigure, Row, Section, Table } from '../model'
import { monthLabel } from '../period-words'
import { columns, sumTable } from './breakdown'
import { difference, integer, keyFigures, text, type FigureSpec, type Words } from './words'

type PerType = Partial<Readonly<Record<RequestType, number>>>

/** Service requests of the period. */
export function requestsSection(figures: ReportFigures, words: Words): Section {
  const { current, previous } = figures
  return {
    key: 'requests',
    title: words.t('section.requests'),
    paragraphs: [words.t('requests.definition')],
    figures: requestFigures(figures, words),
    charts: [trendChart(figures, words)],
    tables: [
      typeTable(figures, words),
      sumTable(
        { key: 'requests.customsValue', title: 'table.customsValue' },
        current.requests.customsValue,
        previous.requests.customsValue,
        words,
      ),
      trendTable(figures, words),
    ],
  }
}

const specs: readonly FigureSpec[] = [
  { label: 'figure.requests.received', kind: 'integer', of: ({ requests }) => sum(requests.received) },
  { label: 'figure.requests.closed', kind: 'integer', of: ({ requests }) => sum(requests.closed) },
  {
    label: 'figure.requests.openAtEnd',
    kind: 'integer',
    of: ({ requests }) => requests.openAtEnd,
    better: 'less',
  },
  {
    label: 'figure.requests.turnaroundMedian',
    kind: 'hours',
    of: ({ requests }) => requests.turnaroundMedian,
    better: 'less',
  },
  {
    label: 'figure.requests.turnaroundP90',
    kind: 'hours',
    of: ({ requests }) => requests.turnaroundP90,
    better: 'less',
  },
  { label: 'figure.requests.closedWithDue', kind: 'integer', of: ({ requests }) => requests.closedWithDue },
  { label: 'figure.requests.onTime', kind: 'integer', of: ({ requests }) => requests.onTime },
  {
    label: 'figure.requests.onTimeRatio',
    kind: 'percent',
    of: ({ requests }) => requests.onTimeRatio,
    better: 'more',
  },
]

/** The figures of the requests; the summary shows some of them again. */
export function requestFigures(figures: ReportFigures, words: Words): readonly KeyFigure[] {
  return keyFigures(specs, figures, words)
}

function typeTable(figures: ReportFigures, words: Words): Table {
  const now = figures.current.requests
  const before = figures.previous.requests
  const cells = (pick: (counts: PerType) => number): Row['cells'] => {
    const received = integer(pick(now.received))
    const closed = integer(pick(now.closed))
    return [
      received,
      difference(received, integer(pick(before.received))),
      closed,
      difference(closed, integer(pick(before.closed))),
    ]
  }
  const rows = requestTypes.map((type): Row => ({
    key: `requests.byType.${type}`,
    cells: [text(words.t(`type.${type}`)), ...cells((counts) => counts[type] ?? 0)],
  }))
  return {
    key: 'requests.byType',
    title: words.t('table.byType'),
    columns: columns([
      words.t('column.type'),
      words.t('column.received'),
      words.t('column.change'),
      words.t('column.closed'),
      words.t('column.change'),
    ]),
    rows: [
      ...rows,
      { key: 'requests.byType.total', cells: [text(words.t('row.total')), ...cells(sum)], total: true },
    ],
    empty: words.t('table.empty'),
  }
}

function trendTable(figures: ReportFigures, words: Words): Table {
  return {
    key: 'requests.trend',
    title: words.t('table.trend'),
    columns: columns([
      words.t('column.month'),
      ...requestTypes.map((type) => words.t(`type.${type}`)),
      words.t('row.total'),
    ]),
    rows: figures.trend.map((month) => ({
      key: `requests.trend.${month.month}`,
      cells: [
        text(monthLabel(month.month, words.language)),
        ...requestTypes.map((type) => integer(month.received[type] ?? 0)),
        integer(sum(month.received)),
      ],
    })),
    empty: words.t('table.empty'),
  }
}

function trendChart(figures: ReportFigures, words: Words): Chart {
  return {
    key: 'requests.trend',
    kind: 'stackedBar',
    title: words.t('table.trend'),
    categories: figures.trend.map((month) => monthLabel(month.month, words.language)),
    series: requestTypes.map((type) => ({
      key: type,
      name: words.t(`type.${type}`),
      values: figures.trend.map((month) => month.received[type] ?? 0),
    })),
    description: words.t('chart.trend'),
  }
}

function sum(counts: PerType): number {
  return requestTypes.reduce((total, type) => total + (counts[type] ?? 0), 0)
}

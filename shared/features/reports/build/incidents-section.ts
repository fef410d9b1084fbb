import { codeLabel } from '../../../kernel/code-lists'
import type { ReportFigures } from '../figures'
import type { Chart, KeyFigure, Section } from '../model'
import { countLines, countTable, sumTable, type CountLine } from './breakdown'
import { keyFigures, type FigureSpec, type Words } from './words'

const severities = ['5', '4', '3', '2', '1'] as const

/** Security incidents of the period. */
export function incidentsSection(figures: ReportFigures, words: Words): Section {
  const now = figures.current.incidents
  const before = figures.previous.incidents
  const bySeverity = countLines(
    now.bySeverity,
    before.bySeverity,
    (level) => words.t(`severity.${level as (typeof severities)[number]}`),
    severities,
  )
  const byCategory = countLines(now.byCategory, before.byCategory, (key) =>
    codeLabel('incidentGroup', key, words.language),
  )
  return {
    key: 'incidents',
    title: words.t('section.incidents'),
    paragraphs: [words.t('incidents.definition')],
    figures: incidentFigures(figures, words),
    charts: byCategory.some((line) => line.value > 0) ? [categoryChart(byCategory, words)] : [],
    tables: [
      countTable(
        { key: 'incidents.bySeverity', title: 'table.bySeverity', heading: 'column.severity' },
        bySeverity,
        words,
      ),
      countTable(
        { key: 'incidents.byCategory', title: 'table.byCategory', heading: 'column.category' },
        byCategory,
        words,
      ),
      sumTable({ key: 'incidents.loss', title: 'table.loss' }, now.loss, before.loss, words),
    ],
  }
}

const specs: readonly FigureSpec[] = [
  {
    label: 'figure.incidents.occurred',
    kind: 'integer',
    of: ({ incidents }) => incidents.occurred,
    better: 'less',
  },
  {
    label: 'figure.incidents.injured',
    kind: 'integer',
    of: ({ incidents }) => incidents.injured,
    better: 'less',
  },
  {
    label: 'figure.incidents.openAtEnd',
    kind: 'integer',
    of: ({ incidents }) => incidents.openAtEnd,
    better: 'less',
  },
]

/** The figures of the incidents; the summary shows some of them again. */
export function incidentFigures(figures: ReportFigures, words: Words): readonly KeyFigure[] {
  return keyFigures(specs, figures, words)
}

function categoryChart(lines: readonly CountLine[], words: Words): Chart {
  const shown = lines.filter((line) => line.value > 0)
  return {
    key: 'incidents.byCategory',
    kind: 'bar',
    title: words.t('table.byCategory'),
    categories: shown.map((line) => line.label),
    series: [
      {
        key: 'occurred',
        name: words.t('figure.incidents.occurred'),
        values: shown.map((line) => line.value),
      },
    ],
    description: words.t('chart.byCategory', { period: words.period }),
  }
}

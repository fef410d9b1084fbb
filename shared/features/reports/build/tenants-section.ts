import { codeLabel, codesOf } from '../../../kernel/code-lists'
import type { ReportFigures } from '../figures'
import type { Chart, KeyFigure, Section, Table } from '../model'
import { dayBefore, dateInWords } from '../period-words'
import { countLines, countTable, foldTail, withRemainder, type CountLine } from './breakdown'
import { capitalised, keyFigures, type FigureSpec, type Words } from './words'

/** More sectors than this are summed up in one line. */
const sectorsShown = 12

/** Tenants on the period's last day. */
export function tenantsSection(figures: ReportFigures, words: Words): Section {
  const countries = countryLines(figures, words)
  return {
    key: 'tenants',
    title: words.t('section.tenants'),
    paragraphs: [
      words.t('tenants.definition', { date: dateInWords(dayBefore(figures.endDate), words.language) }),
    ],
    figures: tenantFigures(figures, words),
    charts: countries.some((line) => line.value > 0) ? [countryChart(countries, words)] : [],
    tables: [
      countTable(
        { key: 'tenants.byCountry', title: 'table.byCountry', heading: 'column.country' },
        countries,
        words,
      ),
      sizeTable(figures, words),
      sectorTable(figures, words),
    ],
  }
}

const specs: readonly FigureSpec[] = [
  { label: 'figure.tenants.active', kind: 'integer', of: ({ tenants }) => tenants.active, better: 'more' },
  { label: 'figure.tenants.movedIn', kind: 'integer', of: ({ tenants }) => tenants.movedIn },
  { label: 'figure.tenants.movedOut', kind: 'integer', of: ({ tenants }) => tenants.movedOut },
  {
    label: 'figure.tenants.leasedArea',
    kind: 'area',
    of: ({ tenants }) => tenants.leasedArea,
    better: 'more',
  },
  {
    label: 'figure.tenants.leasesExpired',
    kind: 'integer',
    of: ({ tenants }) => tenants.leasesExpired,
    better: 'less',
  },
  {
    label: 'figure.tenants.employees',
    kind: 'integer',
    of: ({ tenants }) => tenants.employees,
    better: 'more',
  },
  {
    label: 'figure.tenants.localEmployees',
    kind: 'integer',
    of: ({ tenants }) => tenants.localEmployees,
    better: 'more',
  },
  {
    label: 'figure.tenants.localRatio',
    kind: 'percent',
    of: ({ tenants }) => tenants.localRatio,
    better: 'more',
  },
]

/** The figures of the tenants; the summary shows some of them again. */
export function tenantFigures(figures: ReportFigures, words: Words): readonly KeyFigure[] {
  return keyFigures(specs, figures, words)
}

function totals(figures: ReportFigures) {
  return { value: figures.current.tenants.active, previous: figures.previous.tenants.active }
}

function countryLines(figures: ReportFigures, words: Words): readonly CountLine[] {
  const lines = countLines(figures.current.tenants.byCountry, figures.previous.tenants.byCountry, (code) =>
    codeLabel('country', code, words.language),
  )
  return withRemainder(lines, totals(figures), words.t('row.unstated'))
}

function sizeTable(figures: ReportFigures, words: Words): Table {
  const lines = countLines(
    figures.current.tenants.bySize,
    figures.previous.tenants.bySize,
    (code) => capitalised(codeLabel('tenantSize', code, words.language)),
    codesOf('tenantSize'),
  )
  const all = withRemainder(lines, totals(figures), words.t('row.unstated'))
  return countTable({ key: 'tenants.bySize', title: 'table.bySize', heading: 'column.size' }, all, words)
}

function sectorTable(figures: ReportFigures, words: Words): Table {
  const lines = countLines(
    figures.current.tenants.bySector,
    figures.previous.tenants.bySector,
    (name) => name,
  )
  const folded = foldTail(lines, sectorsShown, words.t('row.others'))
  const all = withRemainder(folded, totals(figures), words.t('row.unstated'))
  return countTable(
    { key: 'tenants.bySector', title: 'table.bySector', heading: 'column.sector' },
    all,
    words,
  )
}

function countryChart(lines: readonly CountLine[], words: Words): Chart {
  const shown = lines.filter((line) => line.value > 0)
  return {
    key: 'tenants.byCountry',
    kind: 'bar',
    title: words.t('table.byCountry'),
    categories: shown.map((line) => line.label),
    series: [
      { key: 'active', name: words.t('figure.tenants.active'), values: shown.map((line) => line.value) },
    ],
    description: words.t('chart.byCountry', { period: words.period }),
  }
}

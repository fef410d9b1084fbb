import { stringify } from 'csv-stringify/sync'
import { notApplicable, plainNumber, unitOf, type Cell } from '@shared/features/reports/cells'
import type { ReportModel } from '@shared/features/reports/model'
import { guardFormula } from '@shared/kernel/formula-guard'
import type { Language } from '@shared/kernel/language'
import { flatTables, type FlatTable } from './flat-table'

/** Where the decimal sign is a comma, spreadsheets expect semicolons between the cells. */
const dialects = {
  zh: { delimiter: ',', decimal: '.' },
  ru: { delimiter: ';', decimal: ',' },
  en: { delimiter: ',', decimal: '.' },
} as const satisfies Record<Language, { delimiter: string; decimal: string }>

type CsvRow = readonly (string | number)[]

/**
 * A report as one CSV file: facts, then the tables one after another with an empty line between, then the notes.
 * Numbers stand without grouping, so that they can be reckoned with; their units stand in headings and labels.
 *
 * @returns UTF-8 text with a byte order mark
 */
export function reportCsv(report: ReportModel): string {
  const { delimiter, decimal } = dialects[report.language]
  const text = stringify(csvRows(report), {
    delimiter,
    record_delimiter: '\r\n',
    cast: { number: (value) => String(value).replace('.', decimal), string: guardFormula },
  })
  return `\ufeff${text}`
}

function csvRows(report: ReportModel): CsvRow[] {
  const rows: CsvRow[] = [[report.title, report.period]]
  for (const { label, text } of report.facts) rows.push([label, text])
  for (const section of report.sections) {
    for (const table of flatTables(section, report))
      rows.push([''], [table.title], ...tableRows(table, report.language))
  }
  rows.push([''], [report.notesTitle])
  for (const { term, text } of report.notes) rows.push([term, text])
  return rows
}

function tableRows(table: FlatTable, language: Language): readonly CsvRow[] {
  if (table.rows.length === 0) return [[table.empty]]
  const shared = table.headings.map((_heading, column) =>
    sharedUnit(
      table.rows.map(({ cells }) => cells[column]),
      language,
    ),
  )
  const headings = table.headings.map((heading, column) => withUnit(heading, shared[column] ?? ''))
  const rows = table.rows.map(({ cells }): CsvRow => {
    const unit = shared[1] === undefined ? unitText(cells[1], language) : ''
    return cells.map((cell, column) =>
      column === 0 ? withUnit(csvText(cell), unit) : csvValue(cell, language),
    )
  })
  return [headings, ...rows]
}

/** The unit all cells of a column have; undefined where they differ. */
function sharedUnit(cells: readonly (Cell | undefined)[], language: Language): string | undefined {
  const units = new Set(cells.map((cell) => unitText(cell, language)))
  return units.size === 1 ? [...units][0] : undefined
}

/** The unit of a number without the space before it; amounts name their currency in the row. */
function unitText(cell: Cell | undefined, language: Language): string {
  if (cell === undefined || cell.kind === 'text' || cell.kind === 'money') return ''
  return unitOf(cell, language).trim()
}

function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text}, ${unit}`
}

function csvText(cell: Cell): string {
  return cell.kind === 'text' ? cell.value : ''
}

function csvValue(cell: Cell, language: Language): string | number {
  if (cell.kind === 'text') return cell.value
  const number = plainNumber(cell)
  return number === null ? notApplicable(language) : Number(number)
}

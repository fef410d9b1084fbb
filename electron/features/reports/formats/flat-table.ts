import { formatCell, type Cell } from '@shared/features/reports/cells'
import type { ReportModel, Section } from '@shared/features/reports/model'

/** A table as spreadsheets and documents set it: the figures of a section are its first one. */
export type FlatTable = {
  readonly key: string
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly total: boolean }[]
  /** What is said in place of rows when there are none. */
  readonly empty: string
}

/** Everything a section counts, as tables. */
export function flatTables(section: Section, report: ReportModel): readonly FlatTable[] {
  const figures: FlatTable = {
    key: `${section.key}.figures`,
    title: section.title,
    headings: [report.words.figure, report.period, report.previousPeriod, report.words.change],
    rows: section.figures.map((figure) => ({
      cells: [{ kind: 'text', value: figure.label }, figure.value, figure.previous, figure.change],
      total: false,
    })),
    empty: '',
  }
  const tables = section.tables.map((table) => ({
    key: table.key,
    title: table.title,
    headings: table.columns.map((column) => column.label),
    rows: table.rows.map((row) => ({ cells: row.cells, total: row.total === true })),
    empty: table.empty,
  }))
  return [figures, ...tables]
}

/** How many characters wide a text stands in a column; Han characters take two. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0)
}

/** The widest text of a column of tables. */
export function columnWidth(tables: readonly FlatTable[], column: number, report: ReportModel): number {
  const texts = tables.flatMap((table) => [
    table.headings[column] ?? '',
    ...table.rows.map(({ cells }) => {
      const cell = cells[column]
      return cell === undefined ? '' : formatCell(cell, report.language)
    }),
  ])
  return Math.max(0, ...texts.map(displayWidth))
}

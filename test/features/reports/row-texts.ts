import { formatCell } from '@shared/features/reports/cells'
import type { ReportModel } from '@shared/features/reports/model'
import { flatTables } from '../../../electron/features/reports/formats/flat-table'

/** A text without any white space: formats part their cells in different ways. */
export function bare(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Every row of a report as one text: its label and what stands in its cells, without white space. */
export function rowTexts(report: ReportModel, options: { readonly withSummary: boolean }): readonly string[] {
  return report.sections
    .filter((section) => options.withSummary || section.key !== 'summary')
    .flatMap((section) => flatTables(section, report))
    .flatMap((table) => table.rows)
    .map(({ cells }) => bare(cells.map((cell) => formatCell(cell, report.language)).join('')))
}

import ExcelJS from 'exceljs'
import {
  cellNumber,
  noCurrency,
  notApplicable,
  type Cell,
  type NumberCell,
} from '@shared/features/reports/cells'
import type { MethodNote, ReportModel, Section } from '@shared/features/reports/model'
import { columnWidth, displayWidth, flatTables, type FlatTable } from './flat-table'
import { documentTitle } from './html'

const ink = 'FF1B232D'
const grey = 'FF5A6675'
const accent = 'FF0E6BA8'
const line = 'FFC9D0D8'
const ground = 'FFF4F6F8'

// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the library declares the sizes but has no values for them
const paperA4: ExcelJS.PaperSize = 9

/** Widths in characters: the column of names, and what a column of numbers has at least and at most. */
const widths = { first: { least: 34, most: 60 }, other: { least: 14, most: 34 } } as const

/** A report as a workbook: a sheet for each section, the notes last; numbers are numbers in the format they are shown in. */
export async function reportXlsx(report: ReportModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Parkdesk'
  workbook.title = documentTitle(report)
  for (const section of report.sections) addSection(workbook, section, report)
  addNotes(workbook, report.notesTitle, report.notes, report)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSection(workbook: ExcelJS.Workbook, section: Section, report: ReportModel): void {
  const sheet = newSheet(workbook, section.title, report)
  const tables = flatTables(section, report)
  const columns = Math.max(...tables.map((table) => table.headings.length))
  for (let column = 0; column < columns; column++) {
    const { least, most } = column === 0 ? widths.first : widths.other
    const wanted = columnWidth(tables, column, report) + 2
    sheet.getColumn(column + 1).width = Math.min(most, Math.max(least, wanted))
  }
  addTitle(sheet, section.title, report)
  for (const text of section.paragraphs) addParagraph(sheet, text, columns)
  tables.forEach((table, index) => {
    sheet.addRow([])
    if (index > 0) sheet.addRow([table.title]).font = { bold: true, size: 11, color: { argb: ink } }
    addTable(sheet, table, report)
  })
}

function newSheet(workbook: ExcelJS.Workbook, name: string, report: ReportModel): ExcelJS.Worksheet {
  return workbook.addWorksheet(name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 2, showGridLines: false }],
    pageSetup: {
      paperSize: paperA4,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: `&L&8${footerText(`${report.title} · ${report.period}`)}&R&8&P / &N` },
  })
}

/** An ampersand begins a field in a footer. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&')
}

function addTitle(sheet: ExcelJS.Worksheet, title: string, report: ReportModel): void {
  const head = sheet.addRow([title])
  head.font = { bold: true, size: 15, color: { argb: ink } }
  head.height = 26
  const facts = sheet.addRow([`${report.title}, ${report.period} · ${report.park} · ${report.generatedAt}`])
  facts.font = { size: 9, color: { argb: grey } }
}

function addParagraph(sheet: ExcelJS.Worksheet, text: string, columns: number): void {
  const row = sheet.addRow([text])
  sheet.mergeCells(row.number, 1, row.number, columns)
  const width = Array.from({ length: columns }, (_, index) => sheet.getColumn(index + 1).width ?? 10)
  const lines = Math.ceil((displayWidth(text) * 1.1) / width.reduce((sum, one) => sum + one, 0))
  row.height = 15 * lines + 2
  row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
}

function addTable(sheet: ExcelJS.Worksheet, table: FlatTable, report: ReportModel): void {
  if (table.rows.length === 0) {
    sheet.addRow([table.empty]).font = { color: { argb: grey } }
    return
  }
  const head = sheet.addRow([...table.headings])
  head.eachCell((cell, column) => {
    cell.font = { bold: true, color: { argb: grey } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } }
    cell.border = {
      top: { style: 'thin', color: { argb: accent } },
      bottom: { style: 'thin', color: { argb: line } },
    }
    cell.alignment = { horizontal: column === 1 ? 'left' : 'right', vertical: 'middle', wrapText: true }
  })
  for (const { cells, total } of table.rows) {
    const row = sheet.addRow(cells.map((cell) => xlsxValue(cell, report)))
    cells.forEach((cell, index) => {
      const target = row.getCell(index + 1)
      target.border = {
        [total ? 'top' : 'bottom']: { style: total ? 'thin' : 'hair', color: { argb: line } },
      }
      if (total) target.font = { bold: true }
      if (cell.kind === 'text') return
      target.alignment = { horizontal: 'right' }
      target.numFmt = numberFormat(cell)
    })
  }
}

function xlsxValue(cell: Cell, report: ReportModel): string | number {
  if (cell.kind === 'text') return cell.value
  return cellNumber(cell) ?? notApplicable(report.language)
}

/** Spreadsheets put the signs of their own language where the format has a comma and a full stop. */
function numberFormat(cell: NumberCell): string {
  const positive = {
    integer: '#,##0',
    percent: '0.0%',
    points: '0.0',
    hours: '#,##0.00',
    area: '#,##0.00',
    money: `#,##0.00${cell.currency === undefined || cell.currency === noCurrency ? '' : ` "${cell.currency}"`}`,
  }[cell.kind]
  return cell.signed === true ? `+${positive};\u2212${positive};${positive}` : positive
}

function addNotes(
  workbook: ExcelJS.Workbook,
  title: string,
  notes: readonly MethodNote[],
  report: ReportModel,
): void {
  const sheet = newSheet(workbook, title, report)
  sheet.getColumn(1).width = 30
  sheet.getColumn(2).width = 100
  addTitle(sheet, title, report)
  sheet.addRow([])
  for (const { label, text } of report.facts) addNote(sheet, label, text)
  if (report.anchor !== null) addNote(sheet, report.anchor.label, report.anchor.text)
  sheet.addRow([])
  for (const { term, text } of notes) addNote(sheet, term, text)
}

function addNote(sheet: ExcelJS.Worksheet, term: string, text: string): void {
  const row = sheet.addRow([term, text])
  row.getCell(1).font = { bold: true }
  row.eachCell((cell) => {
    cell.alignment = { wrapText: true, vertical: 'top' }
  })
  row.height = 15 * Math.ceil((displayWidth(text) * 1.1) / 100) + 2
}

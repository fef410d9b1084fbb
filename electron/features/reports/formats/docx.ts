import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx'
import { formatCell, type Cell } from '@shared/features/reports/cells'
import type { Chart, ReportModel, Section } from '@shared/features/reports/model'
import { chartPng } from './chart-png'
import { drawChart } from './chart-svg'
import { docxStyles } from './docx-styles'
import { columnWidth, flatTables, type FlatTable } from './flat-table'
import { documentTitle } from './html'

// Twentieths of a point. A4 with margins of 17 mm leaves 176 mm of text.
const pageWidth = 11_906
const pageHeight = 16_838
const margin = 964
const textWidth = pageWidth - 2 * margin
const textWidthPixels = 665

/** How the footer counts pages: `['Page ', ' of ', '']`, the words before, between and after the two numbers. */
export type PageWords = readonly [string, string, string]

/** A report as a Word document. */
export async function reportDocx(report: ReportModel, pageWords: PageWords): Promise<Uint8Array> {
  const sections = await Promise.all(report.sections.map((section) => sectionBlocks(section, report)))
  const notes = [
    heading(report.notesTitle, HeadingLevel.HEADING_1),
    ...report.notes.map(
      ({ term, text }) =>
        new Paragraph({
          style: 'note',
          children: [new TextRun({ text: `${term}. `, bold: true }), new TextRun(text)],
        }),
    ),
  ]
  const document = new Document({
    title: documentTitle(report),
    creator: 'Parkdesk',
    styles: docxStyles(report.language),
    sections: [
      {
        properties: {
          page: {
            size: { width: pageWidth, height: pageHeight },
            margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 500 },
          },
        },
        footers: { default: footer(report, pageWords) },
        children: [...headBlocks(report), ...sections.flat(), ...notes],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function headBlocks(report: ReportModel): FileChild[] {
  return [
    new Paragraph({ style: 'park', text: report.park }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: report.title }),
    new Paragraph({ style: 'period', text: report.period }),
    ...report.facts.map(
      ({ label, text }) =>
        new Paragraph({ style: 'fact', children: [new TextRun(`${label}: `), new TextRun(text)] }),
    ),
  ]
}

async function sectionBlocks(section: Section, report: ReportModel): Promise<FileChild[]> {
  const blocks: FileChild[] = [heading(section.title, HeadingLevel.HEADING_1)]
  for (const text of section.paragraphs) blocks.push(new Paragraph({ style: 'body', text, keepNext: true }))
  for (const [index, table] of flatTables(section, report).entries()) {
    if (index > 0) blocks.push(heading(table.title, HeadingLevel.HEADING_2))
    const chart = section.charts.find(({ key }) => key === table.key)
    if (chart !== undefined) blocks.push(await picture(chart, report))
    if (table.rows.length === 0) blocks.push(new Paragraph({ style: 'body', text: table.empty }))
    else blocks.push(tableBlock(table, report))
  }
  return blocks
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ heading: level, keepNext: true, text })
}

async function picture(chart: Chart, report: ReportModel): Promise<Paragraph> {
  const drawn = drawChart(chart, report.language)
  const height = Math.round((drawn.height * textWidthPixels) / drawn.width)
  const description = { title: chart.title, name: chart.key, description: chart.description }
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: await chartPng(drawn),
        transformation: { width: textWidthPixels, height },
        altText: description,
      }),
    ],
  })
}

function tableBlock(table: FlatTable, report: ReportModel): Table {
  const natural = table.headings.map((_heading, column) => columnWidth([table], column, report) + 3)
  const total = natural.reduce((sum, width) => sum + width, 0)
  const columnWidths = natural.map((width) => Math.floor((width / total) * textWidth))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.headings.map((text, column) =>
      cellBlock(text, column, columnWidths[column] ?? 0, 'head'),
    ),
  })
  const rows = table.rows.map(({ cells, total: isTotal }) => {
    const kind = isTotal ? 'total' : 'row'
    return new TableRow({
      cantSplit: true,
      children: cells.map((cell: Cell, column) =>
        cellBlock(formatCell(cell, report.language), column, columnWidths[column] ?? 0, kind),
      ),
    })
  })
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: none,
      insideVertical: none,
      insideHorizontal: none,
    },
    rows: [head, ...rows],
  })
}

function cellBlock(text: string, column: number, width: number, kind: 'head' | 'row' | 'total'): TableCell {
  const edge = {
    style: BorderStyle.SINGLE,
    size: kind === 'row' ? 2 : 6,
    color: kind === 'row' ? 'E1E5EA' : 'C9D0D8',
  }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: column === 0 ? 20 : 80, right: 40 },
    borders: kind === 'total' ? { top: edge } : { bottom: edge },
    children: [
      new Paragraph({
        style: kind === 'head' ? 'tableHead' : 'tableText',
        alignment: column === 0 ? AlignmentType.START : AlignmentType.END,
        children: [new TextRun({ text, bold: kind !== 'row' })],
      }),
    ],
  })
}

function footer(report: ReportModel, [before, between, after]: PageWords): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'footer',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun(`${report.foot}\t`),
          new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
        ],
      }),
    ],
  })
}

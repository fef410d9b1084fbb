import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { describe, expect, test } from 'vitest'
import { cellNumber, formatCell, plainNumber, type Cell } from '@shared/features/reports/cells'
import { figuresJson } from '@shared/features/reports/figures-json'
import type { ReportModel } from '@shared/features/reports/model'
import { languages, type Language } from '@shared/kernel/language'
import { reportCsv } from '../../../electron/features/reports/formats/csv'
import { reportDocx } from '../../../electron/features/reports/formats/docx'
import { flatTables } from '../../../electron/features/reports/formats/flat-table'
import { reportHtml } from '../../../electron/features/reports/formats/html'
import { reportXlsx } from '../../../electron/features/reports/formats/xlsx'
import { reportIn } from '../../../electron/features/reports/report-in'
import { bare, rowTexts } from './row-texts'
import { emptyFigures, sampleFigures } from './sample-figures'

const tablesOf = (report: ReportModel) => report.sections.flatMap((section) => flatTables(section, report))

function textOfXml(xml: string): string {
  return xml
    .replace(/<(style|title)[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

async function zipEntry(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    )
  })
  const entry = await new Promise<Entry>((resolve, reject) => {
    zip.on('entry', (one: Entry) => (one.fileName === name ? resolve(one) : zip.readEntry()))
    zip.on('end', () => reject(new Error(`no ${name}`)))
    zip.readEntry()
  })
  return await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    })
  })
}

describe.each(languages)('every figure in %s', (language: Language) => {
  const report = reportIn(language, sampleFigures)

  test('stands in the page to print, which has no style attribute and no address but its fonts', () => {
    const html = reportHtml(report)
    const text = bare(textOfXml(html))
    for (const row of rowTexts(report, { withSummary: false })) expect(text).toContain(row)
    for (const figure of report.sections[0]?.figures ?? [])
      expect(text).toContain(bare(`${figure.label}${formatCell(figure.value, language)}`))
    for (const note of report.notes) expect(text).toContain(bare(`${note.term}${note.text}`))
    expect(html).not.toMatch(/ style=/u)
    expect(html).not.toMatch(/<script|https?:(?!\/\/www\.w3\.org)/u)
    expect(html.match(/<svg/gu)).toHaveLength(3)
  })

  test('stands in the Word document', async () => {
    const docx = await reportDocx(report, ['Page ', ' of ', ''])
    const text = bare(textOfXml(await zipEntry(docx, 'word/document.xml')))
    for (const row of rowTexts(report, { withSummary: true })) expect(text).toContain(row)
    for (const note of report.notes) expect(text).toContain(bare(note.text))
    const xml = await zipEntry(docx, 'word/document.xml')
    expect(xml.match(/<w:tblHeader/gu)).toHaveLength(xml.match(/<w:tbl>/gu)?.length ?? 0)
    expect(xml.match(/<pic:pic /gu)).toHaveLength(3)
    const footer = await zipEntry(docx, 'word/footer1.xml')
    expect(footer).toMatch(/PAGE[\s\S]*NUMPAGES/u)
    expect(footer).toContain('12345:9f2c01ab5e77d310')
  })

  test('stands in the workbook as a number in the format it is shown in', async () => {
    const workbook = new ExcelJS.Workbook()
    const bytes = await reportXlsx(report)
    await workbook.xlsx.load(bytes.slice().buffer)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      ...report.sections.map((section) => section.title),
      report.notesTitle,
    ])
    for (const section of report.sections) {
      const sheet = workbook.getWorksheet(section.title)
      const stored: string[] = []
      sheet?.eachRow((row) => stored.push(JSON.stringify((row.values as unknown[]).slice(1))))
      for (const table of flatTables(section, report))
        for (const { cells } of table.rows) {
          const values = cells.map((cell) =>
            cell.kind === 'text' ? cell.value : (cellNumber(cell) ?? formatCell(cell, language)),
          )
          expect(stored).toContain(JSON.stringify(values))
        }
    }
    const anchor = report.anchor ?? { label: '', text: '' }
    const notes: string[] = []
    workbook.getWorksheet(report.notesTitle)?.eachRow((row) => notes.push(JSON.stringify(row.values)))
    expect(notes.some((row) => row.includes(anchor.label) && row.includes('12345:9f2c01ab5e77d310'))).toBe(
      true,
    )
    const formats = new Set<string>()
    workbook.worksheets[2]?.eachRow((row) => row.eachCell((cell) => formats.add(cell.numFmt)))
    expect([...formats]).toEqual(expect.arrayContaining(['#,##0', '0.0%', '#,##0.00', '#,##0.00 "CNY"']))
  })

  test('stands in the CSV, which a spreadsheet reads back as numbers', () => {
    const csv = reportCsv(report)
    expect(csv.startsWith('\ufeff')).toBe(true)
    const comma = language === 'ru'
    const rows: string[][] = parse(csv, { bom: true, delimiter: comma ? ';' : ',', relax_column_count: true })
    const found = new Set(rows.map((row) => row.slice(1).join('|')))
    const written = (cell: Cell) => {
      if (cell.kind === 'text') return cell.value
      const number = plainNumber(cell)
      if (number === null) return formatCell(cell, language)
      return String(Number(number)).replace('.', comma ? ',' : '.')
    }
    for (const table of tablesOf(report))
      for (const { cells } of table.rows) expect(found).toContain(cells.slice(1).map(written).join('|'))
  })
})

test.each(languages)('a report in %s of a park in which nothing has happened is whole', async (language) => {
  const report = reportIn(language, emptyFigures)
  const html = reportHtml(report)
  expect(html).toContain(formatCell({ kind: 'percent', value: null }, language))
  const tables = report.sections.flatMap((section) => section.tables)
  const empty = tables.filter((table) => table.rows.length === 0)
  expect(empty.map((table) => table.key)).toEqual(
    expect.arrayContaining(['requests.customsValue', 'incidents.byCategory', 'incidents.loss']),
  )
  expect(html.split(empty[0]?.empty ?? '?')).toHaveLength(empty.length + 1)
  const documents = [
    html,
    reportCsv(report),
    textOfXml(await zipEntry(await reportDocx(report, ['', '', '']), 'word/document.xml')),
  ]
  for (const text of documents) expect(text).not.toMatch(/NaN|undefined|null|Infinity/u)
  expect((await reportXlsx(report)).length).toBeGreaterThan(1000)
})

test('texts that look like formulas stay texts in the CSV', () => {
  const { current } = sampleFigures
  const tenants = { ...current.tenants, bySector: { '=cmd|x': 3, '@sum': 1 } }
  const csv = reportCsv(reportIn('en', { ...sampleFigures, current: { ...current, tenants } }))
  expect(csv).toContain("'=cmd|x")
  expect(csv).toContain("'@sum")
  expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=@]/u)
})

test('markup in names stays text in the page to print', () => {
  const parkNames = { zh: null, ru: null, en: '<img src=x onerror=alert(1)> & "Co"' }
  const html = reportHtml(reportIn('en', { ...sampleFigures, parkNames }))
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;')
})

test('the JSON holds the figures in plain units', () => {
  const json = figuresJson(sampleFigures)
  expect(json).toMatchObject({
    period: '2026-10',
    time_zone: 'Asia/Almaty',
    tenants: { active: 128, leased_area_m2: 237_328.75, local_ratio: 0.5796 },
    requests: {
      received: { customs: 822, logistics: 415, legal: 65, other: 12 },
      turnaround_hours_median: 26.59,
      turnaround_hours_p90: 81.34,
      customs_value_received: { CNY: 2_594_668.47 },
    },
    incidents: { by_severity: { '1': 6, '4': 1 }, loss: { RUB: 29_887.71 } },
    previous: { period: '2026-09', requests: { on_time_ratio: 'n/a' }, incidents: { loss: {} } },
  })
})

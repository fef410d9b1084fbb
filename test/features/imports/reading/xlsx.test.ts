import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../electron/features/imports/reading'
import { failureOf, fileOf, read } from './files'
import { inlineCell, makeWorkbook, type WorkbookParts } from './workbook'

const fixture = (name: string) => join(import.meta.dirname, '../../../fixtures/workbooks', name)

const cellsOf = async (parts: WorkbookParts) => (await read(fileOf('w.xlsx', makeWorkbook(parts)))).rows

describe('cells', () => {
  it('reads every type of cell', async () => {
    const rows = await cellsOf({
      strings:
        '<si><t>shared</t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r><rPh><t>guide</t></rPh></si>',
      rows:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>-1.5e3</v></c>' +
        '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>result</v></c>' +
        '<c r="G1"><f>SUM(C1)</f><v>7</v></c><c r="H1" t="d"><v>2026-03-01</v></c><c r="I1" t="b"><v>0</v></c>' +
        `${inlineCell('J1', ' A &amp; Б &#x4F01; ')}</row>`,
    })
    expect(rows).toEqual([
      {
        row: 1,
        cells: ['shared', 'rich text', -1500, true, '#N/A', 'result', 7, '2026-03-01', false, ' A & Б 企 '],
      },
    ])
  })

  it('never reads a formula, only its stored result', async () => {
    const rows = await cellsOf({
      rows: '<row><c t="str"><f>HYPERLINK("http://x")</f><v/></c><c><f>1</f><v>2</v></c></row>',
    })
    expect(rows).toEqual([{ row: 1, cells: [null, 2] }])
  })

  it('keeps the row numbers and columns of the file', async () => {
    const rows = await cellsOf({
      rows: '<row r="3"><c r="B3"><v>1</v></c></row><row r="5" hidden="1"><c r="AA5"><v>2</v></c></row><row r="6"/><row><c><v>3</v></c><c><v>4</v></c></row>',
    })
    expect(rows.map(({ row }) => row)).toEqual([3, 5, 7])
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 27, 2])
    expect(rows[0]?.cells).toEqual([null, 1])
  })

  it('decodes the escapes of Excel', async () => {
    const rows = await cellsOf({ rows: `<row>${inlineCell('A1', 'a_x000D__x000A_b_x005F_x0041_')}</row>` })
    expect(rows[0]?.cells).toEqual(['a\r\nb_x0041_'])
  })

  it('reads prefixed elements, comments, processing instructions and CDATA', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const sheet = `<?xml version="1.0"?><!-- <row> --><x:worksheet xmlns:x="${main}"><x:sheetData><?p ?><x:row r='2'><x:c r = "A2" t="inlineStr"><x:is><x:t><![CDATA[<&]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await cellsOf({ sheet })).toEqual([{ row: 2, cells: ['<&'] }])
  })

  it('tells dates from numbers by their format', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs>'
    const row = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>45352.5</v></c>`).join('')
    const date = { serial: 45352.5, date1904: false }
    const rows = `<row>${row}</row>`
    expect((await cellsOf({ styles, rows }))[0]?.cells).toEqual([45352.5, date, date, 45352.5, date])
    const in1904 = await cellsOf({ styles, rows, properties: 'date1904="1"' })
    expect(in1904[0]?.cells[1]).toEqual({ serial: 45352.5, date1904: true })
  })
})

describe('workbooks of LibreOffice', () => {
  it('reads titles, dates, formulas, errors, hidden rows and gaps', async () => {
    const table = await read(fixture('libreoffice.xlsx'))
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: 'Арендаторы 企业',
      sheets: ['Арендаторы 企业', 'Второй'],
    })
    const date = (serial: number) => ({ serial, date1904: false })
    expect(table.rows).toEqual([
      { row: 1, cells: ['Реестр арендаторов 2026'] },
      { row: 3, cells: ['Наименование', 'Дата въезда', 'Площадь', 'Активен', 'Время', 'Сумма'] },
      { row: 4, cells: ['ООО «Ромашка»', date(45352), 120.5, true, date(45352.6041666667), 241] },
      { row: 5, cells: ['深圳市星河物流', date(45291), 99, false, date(45672.3368055556), '#DIV/0!'] },
      { row: 8, cells: ['=не формула', null, -5] },
    ])
  })

  it('reads another sheet when asked to', async () => {
    const table = await read(fixture('libreoffice.xlsx'), { sheet: 'Второй' })
    expect(table).toMatchObject({ sheet: 'Второй', rows: [{ row: 2, cells: [null, 'здесь'] }] })
  })

  it('says which sheet is missing', async () => {
    expect(await failureOf(readTable(fixture('libreoffice.xlsx'), { sheet: 'Нет' }))).toEqual({
      code: 'sheet_missing',
      params: { file: 'libreoffice.xlsx', sheet: 'Нет' },
    })
  })

  it('reads the calendar of 1904', async () => {
    expect((await read(fixture('date1904.xlsx'))).rows[2]?.cells[1]).toMatchObject({ date1904: true })
  })

  it.each([
    ['password.xlsx', 'file_encrypted', {}],
    ['old.xls', 'file_is_xls', {}],
    ['open.ods', 'file_not_workbook', { kind: 'opendocument' }],
  ])('refuses %s', async (file, code, params) => {
    expect(await failureOf(readTable(fixture(file)))).toEqual({ code, params: { file, ...params } })
  })
})

it('tells the progress in bytes of the file', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `<row>${inlineCell(`A${i + 1}`, `text ${i}`)}</row>`,
  ).join('')
  const path = fileOf('p.xlsx', makeWorkbook({ rows }))
  const steps: (readonly [number, number])[] = []
  await readTable(path, { onProgress: (done, total) => steps.push([done, total]) })
  expect(steps.length).toBeGreaterThan(5)
  expect(steps.every(([done, total], i) => done >= (steps[i - 1]?.[0] ?? 0) && done <= total)).toBe(true)
})

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readTable } from '../../electron/features/imports/reading'
import { writeWorkbook, type CellOut, type SheetOut } from '../../electron/platform/xlsx-write'

const folder = mkdtempSync(join(tmpdir(), 'parkdesk-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sheet = (rows: SheetOut['rows'], more: Partial<SheetOut> = {}): SheetOut => ({
  name: 'Requests',
  columns: [
    { header: 'Ref', width: 12, type: 'text' },
    { header: 'Date', width: 12, type: 'date' },
    { header: 'Time', width: 18, type: 'datetime' },
    { header: 'Sum', width: 14, type: 'money' },
    { header: 'Count', width: 8, type: 'integer' },
    { header: 'Ratio', width: 8, type: 'number' },
  ],
  rows,
  frozenHeader: true,
  autoFilter: true,
  ...more,
})

const texts = (rows: SheetOut['rows']) => sheet(rows, { columns: [{ header: 'T', width: 9, type: 'text' }] })

async function rowsOf(path: string, name?: string) {
  return [...(await readTable(path, { sheet: name })).rows].map(({ cells }) => cells)
}

describe('workbooks', () => {
  it('hold typed cells', async () => {
    const path = join(folder, 'typed.xlsx')
    const row: readonly CellOut[] = ['=1+1', '2026-03-01', '2026-03-01T14:30', 12.5, 3, 0.25]
    await writeWorkbook(path, [sheet([row, ['x', 'unknown', null, undefined, '', true]])])
    const date = (serial: number) => ({ serial, date1904: false })
    expect(await rowsOf(path)).toEqual([
      ['Ref', 'Date', 'Time', 'Sum', 'Count', 'Ratio'],
      ['=1+1', date(46082), date(46082.60416666667), 12.5, 3, 0.25],
      ['x', 'unknown', null, null, null, true],
    ])
  })

  it('open elsewhere with dates, formats, frozen header and filter, and without formulas', async () => {
    const path = join(folder, 'elsewhere.xlsx')
    await writeWorkbook(path, [
      sheet([['=1+1', '2026-03-01', '2026-12-31T23:59:30', 1, 2, 3]]),
      texts([['+7']]),
    ])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Requests', 'Requests (2)'])
    const first = workbook.worksheets[0]
    expect(first?.getCell('A2')).toMatchObject({ value: '=1+1', formula: undefined })
    expect(first?.getCell('B2').value).toEqual(new Date('2026-03-01T00:00:00Z'))
    expect(first?.getCell('C2').value).toEqual(new Date('2026-12-31T23:59:30Z'))
    expect(first?.getCell('D2').numFmt).toBe('#,##0.00')
    expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(first?.autoFilter).toBe('A1:F1')
    expect(first?.getColumn(3).width).toBe(18)
    expect(first?.getCell('A1').font.bold).toBe(true)
  })

  it('keep every text, with line ends as Excel has them', async () => {
    const path = join(folder, 'texts.xlsx')
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({
        minLength: 1,
        unit: fc.constantFrom(
          '_',
          'x',
          '0',
          '4',
          '1',
          'A',
          '=',
          "'",
          '\r',
          '\n',
          '\0',
          '\x1f',
          '&',
          '<',
          ']',
          '>',
        ),
      }),
    )
    const rows = fc.array(
      text.filter((t) => t.trim() !== ''),
      { minLength: 1, maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        await writeWorkbook(path, [texts(all.map((t) => [t]))])
        expect((await rowsOf(path)).slice(1)).toEqual(all.map((t) => [t.replace(/\r\n?/g, '\n')]))
      }),
      { numRuns: 40 },
    )
  })

  it('keep every day from March 1900 on', async () => {
    const path = join(folder, 'days.xlsx')
    const days = ['1900-02-28', '1900-03-01', '1970-01-01', '2024-02-29', '9999-12-31']
    const rows = days.map((day) => [null, day])
    await writeWorkbook(path, [sheet(rows)])
    const serials = [61, 25569, 45351, 2958465].map((serial) => [null, { serial, date1904: false }])
    expect((await rowsOf(path)).slice(1)).toEqual([[null, '1900-02-28'], ...serials])
  })

  it('make names of sheets Excel accepts', async () => {
    const path = join(folder, 'names.xlsx')
    await writeWorkbook(path, [
      texts([['a']]),
      { ...texts([['b']]), name: "'Q3/2026: [all] requests of the park and more'" },
    ])
    expect((await readTable(path)).sheets).toEqual(['Requests', 'Q3 2026   all  requests of the '])
  })

  it('go on in a further sheet after a million rows', async () => {
    const path = join(folder, 'million.xlsx')
    function* rows() {
      for (let i = 1; i <= 1_000_001; i++) yield [i]
    }
    await writeWorkbook(path, [sheet(rows(), { columns: [{ header: 'N', width: 9, type: 'integer' }] })])
    expect(await rowsOf(path, 'Requests (2)')).toEqual([['N'], [1_000_001]])
  }, 60_000)

  it('are written without keeping the rows', async () => {
    const line = Array.from({ length: 12 }, (_, i) => `текст ${i}`)
    const columns = line.map((header) => ({ header, width: 10, type: 'text' as const }))
    let peak = 0
    function* rows() {
      for (let i = 0; i < 150_000; i++) yield line.map((text) => `${text} ${i}`)
    }
    const before = process.memoryUsage().external
    const onProgress = () => (peak = Math.max(peak, process.memoryUsage().external - before))
    await writeWorkbook(join(folder, 'large.xlsx'), [sheet(rows(), { columns })], { onProgress })
    // The sheet is 110 MB of XML; what waits for packing lies outside the heap.
    expect(peak).toBeGreaterThan(0)
    expect(peak).toBeLessThan(50 * 2 ** 20)
  }, 60_000)
})

describe('a writing that does not end', () => {
  it('leaves nothing behind when cancelled', async () => {
    const stop = new AbortController()
    function* rows() {
      for (let i = 0; ; i++) yield [`row ${i}`]
    }
    const place = mkdtempSync(join(folder, 'stop-'))
    const onProgress = (count: number) => count >= 5_000 && stop.abort()
    await expect(
      writeWorkbook(join(place, 'x.xlsx'), [texts(rows())], { signal: stop.signal, onProgress }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(place)).toEqual([])
  })

  it('names the cell whose text is too long', async () => {
    const place = mkdtempSync(join(folder, 'long-'))
    const rows = [['a'], ['x'.repeat(32_768)]]
    await expect(writeWorkbook(join(place, 'x.xlsx'), [texts(rows)])).rejects.toMatchObject({
      code: 'cell_too_long',
      params: { file: 'x.xlsx', row: 3, column: 'T', limit: 32_767 },
    })
    expect(readdirSync(place)).toEqual([])
  })

  it('leaves nothing behind when the rows fail', async () => {
    const place = mkdtempSync(join(folder, 'fail-'))
    function* failing(): Generator<readonly CellOut[]> {
      yield ['a']
      throw new Error('no more rows')
    }
    await expect(writeWorkbook(join(place, 'x.xlsx'), [texts(failing())])).rejects.toThrow('no more rows')
    expect(readdirSync(place)).toEqual([])
  })

  it('says where it could not write', async () => {
    await expect(writeWorkbook(join(folder, 'none', 'x.xlsx'), [texts([['a']])])).rejects.toMatchObject({
      code: 'target_unwritable',
    })
  })
})

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readTable } from '../../electron/features/imports/reading'
import { csvPieces, writeCsv, type CsvOptions, type CsvRows } from '../../electron/platform/csv'

const folder = mkdtempSync(join(tmpdir(), 'parkdesk-csv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function csvOf(rows: CsvRows, options: CsvOptions = { delimiter: ',', bom: false }): Promise<string> {
  let text = ''
  for await (const piece of csvPieces(rows, options)) text += piece
  return text
}

describe('csv', () => {
  it('writes typed values as they are and guards texts', async () => {
    const row = [
      '=1+1',
      '-5',
      -5,
      1.5,
      true,
      null,
      undefined,
      '',
      'a,b',
      'say "x"',
      'two\nlines',
      '＝x',
      ' @x',
      "'=x",
    ]
    expect(await csvOf([row])).toBe(
      `"'=1+1","'-5",-5,1.5,TRUE,,,,"a,b","say ""x""","two\nlines","'＝x","' @x","''=x"\r\n`,
    )
  })

  it('writes byte order mark and delimiter', async () => {
    expect(await csvOf([['a;b', 'c,d']], { delimiter: ';', bom: true })).toBe('\ufeff"a;b";c,d\r\n')
  })

  it('comes back from a file as it was', async () => {
    // Empty cells at the end and lone surrogates have no form in a file of text.
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
      .filter((text) => !/\0|\ufeff/.test(text))
    const row = fc
      .array(cell, { minLength: 1, maxLength: 5 })
      .filter((cells) => cells.some((text) => text.trim() !== ''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<CsvOptions['delimiter']>(',', ';', '\t'),
        async (rows, delimiter) => {
          const path = join(folder, 'any.csv')
          await writeCsv(path, rows, { delimiter, bom: true })
          const table = await readTable(path, { delimiter })
          expect([...table.rows].map(({ cells }) => cells)).toEqual(rows)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('writes 100,000 rows that come one by one', async () => {
    async function* rows() {
      for (let i = 0; i < 100_000; i++) yield [i, `=text ${i}`]
    }
    const path = join(folder, 'large.csv')
    await writeCsv(path, rows(), { delimiter: ';', bom: true })
    expect((await readTable(path)).rowCount).toBe(100_000)
  })

  it('leaves the old file and no other when the rows fail', async () => {
    const place = join(folder, 'kept')
    mkdirSync(place)
    const path = join(place, 'list.csv')
    writeFileSync(path, 'old')
    function* rows() {
      yield ['new']
      throw new Error('no more rows')
    }
    await expect(writeCsv(path, rows(), { delimiter: ',', bom: false })).rejects.toThrow('no more rows')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(place)).toEqual(['list.csv'])
  })

  it('says where it could not write', async () => {
    const target = join(folder, 'no such folder', 'list.csv')
    await expect(writeCsv(target, [['a']], { delimiter: ',', bom: false })).rejects.toMatchObject({
      code: 'target_unwritable',
      params: { file: 'list.csv' },
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../electron/features/imports/reading'
import { failureOf, fileOf, read, textsOf } from './files'

describe('delimiters and records', () => {
  it.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1;2,5;3,5\n4;5,5;6,5\n'],
    ['\t', 'a\tb\n1,5\t2\n3\t4,5\n'],
    ['|', 'a|b\n1|2\n'],
    [';', 'Title\n\nname;area;rent\n"x, y; z";1,5;2\n'],
  ])('recognises %j', async (delimiter, text) => {
    expect(await readTable(fileOf('d.csv', text))).toMatchObject({
      format: 'csv',
      delimiter,
      encoding: 'utf-8',
    })
  })

  it('honours a sep= line, which is no row', async () => {
    const table = await read(fileOf('sep.csv', '\ufeffsep=|\r\na;1|b\r\nc|d'))
    expect(table).toMatchObject({
      delimiter: '|',
      rows: [
        { row: 1, cells: ['a;1', 'b'] },
        { row: 2, cells: ['c', 'd'] },
      ],
    })
  })

  it('lets the user choose the delimiter', async () => {
    expect(textsOf((await read(fileOf('own.csv', 'a;b,c\n'), { delimiter: ',' })).rows)).toEqual([
      ['a;b', 'c'],
    ])
  })

  it.each([['\n'], ['\r\n'], ['\r']])('reads lines that end with %j', async (end) => {
    const text = ['a;b', '1;"x', 'y"', '', '2;z'].join(end)
    expect((await read(fileOf('ends.csv', text))).rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', `x${end}y`] },
      { row: 4, cells: ['2', 'z'] },
    ])
  })

  it('keeps quotation marks inside unquoted cells', async () => {
    const text = 'name;n\nООО "Ромашка";1\n"ООО ""Лютик""; филиал";2\n'
    expect(textsOf((await read(fileOf('marks.csv', text))).rows)).toEqual([
      ['name', 'n'],
      ['ООО "Ромашка"', '1'],
      ['ООО "Лютик"; филиал', '2'],
    ])
  })

  it('takes the guard against formulas away', async () => {
    expect(textsOf((await read(fileOf('guard.csv', "a,'=1+1,'+998,'abc,''=x\n"))).rows)).toEqual([
      ['a', '=1+1', '+998', "'abc", "'=x"],
    ])
  })

  it('leaves out empty cells, ends and rows', async () => {
    expect((await read(fileOf('ragged.csv', 'a,b,c\n,,\n1\n1,,3,4,,\n'))).rows).toEqual([
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 3, cells: ['1'] },
      { row: 4, cells: ['1', null, '3', '4'] },
    ])
  })

  it('reads back what stands in quotes, whatever it is', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => !/^'|\0|^\s*$|\ufeff/.test(text))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          const table = await read(fileOf('any.csv', text), { encoding: 'utf-8', delimiter: ',' })
          expect(textsOf(table.rows)).toEqual(rows)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('failures', () => {
  it('names the row in which a quote was opened and never closed', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => (i === 2 ? '3;"open;x' : `${i + 1};text;${i}`))
    expect(await failureOf(readTable(fileOf('open.csv', lines.join('\r\n'))))).toEqual({
      code: 'quote_not_closed',
      params: { file: 'open.csv', row: 3, column: 'B' },
    })
  })

  it('names it when later quotes seem to close it', async () => {
    const text = 'a;b\n1;"open\n2;"x"\n3;"y"\n'
    expect(await failureOf(readTable(fileOf('later.csv', text)))).toMatchObject({
      code: 'quote_not_closed',
      params: { row: 2, column: 'B' },
    })
  })

  it('names it in a file that also has quotation marks inside cells', async () => {
    const text = 'a;b\nООО "Лютик";1\n2;"open\n3;"y"z\n4;5\n'
    expect(await failureOf(readTable(fileOf('both.csv', text)))).toMatchObject({
      code: 'quote_not_closed',
      params: { row: 3, column: 'B' },
    })
  })

  it('finds it in a file too large to be read to its end in one record', async () => {
    const text = `a;b\n1;"${'x;y\n'.repeat(5_000_000)}`
    expect(await failureOf(readTable(fileOf('huge.csv', text)))).toMatchObject({
      code: 'quote_not_closed',
      params: { row: 2, column: 'B' },
    })
  })

  it('refuses a cell of 10 MB by row and column', async () => {
    const text = `a;b;c\n1;2;3\n1;${'x'.repeat(10_000_000)};3\n`
    expect(await failureOf(readTable(fileOf('long.csv', text)))).toEqual({
      code: 'cell_too_long',
      params: { file: 'long.csv', row: 3, column: 'B', limit: 32_767 },
    })
  })

  it('refuses a cell of 20 MB without keeping it', async () => {
    expect(
      await failureOf(readTable(fileOf('longer.csv', `a;b\n1;${'x'.repeat(20_000_000)}`))),
    ).toMatchObject({
      code: 'cell_too_long',
      params: { row: 2, column: 'B' },
    })
  })

  it('refuses 1,000 columns', async () => {
    const text = `${Array.from({ length: 1000 }, (_, i) => i).join(',')}\n`
    expect(await failureOf(readTable(fileOf('wide.csv', text)))).toEqual({
      code: 'too_many_columns',
      params: { file: 'wide.csv', row: 1, columns: 1000, limit: 500 },
    })
  })

  it('refuses more rows than a sheet has', async () => {
    expect(await failureOf(readTable(fileOf('rows.csv', 'a;b\n'.repeat(1_048_577))))).toMatchObject({
      code: 'too_many_rows',
      params: { row: 1_048_577, limit: 1_048_576 },
    })
  })

  it('refuses NULs in a text', async () => {
    expect(await failureOf(readTable(fileOf('nul.csv', `${'a;b\n'.repeat(100)}1;x\0y\n`)))).toMatchObject({
      code: 'file_damaged',
      params: { row: 101 },
    })
  })

  it.each([['\ufeff'], ['\n\n\n'], [' , \n,\n']])('finds no rows in %j', async (text) => {
    expect(await failureOf(readTable(fileOf('none.csv', text)))).toEqual({
      code: 'no_rows',
      params: { file: 'none.csv', sheet: '' },
    })
  })
})

describe('a large file', () => {
  it('gives 100,000 rows as often as they are asked for', async () => {
    const line = (i: number) => `${i};ООО «Ромашка» ${i};"текст, ${i}";${i},5`
    const text = Array.from({ length: 100_000 }, (_, i) => line(i)).join('\n')
    const steps: number[] = []
    const table = await readTable(fileOf('large.csv', text), {
      onProgress: (done, total) => steps.push(done / total),
    })
    expect(table.rowCount).toBe(100_000)
    for (const _ of [1, 2]) {
      let last
      for (const row of table.rows) last = row
      expect(last).toEqual({
        row: 100_000,
        cells: ['99999', 'ООО «Ромашка» 99999', 'текст, 99999', '99999,5'],
      })
    }
    expect(steps.at(-1)).toBe(1)
  })
})

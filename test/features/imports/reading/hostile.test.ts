import { execFileSync } from 'node:child_process'
import { rmSync, symlinkSync, truncateSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../electron/features/imports/reading'
import { failureOf, fileOf, read, testFolder } from './files'
import { inlineCell, makeWorkbook, sheetXml } from './workbook'
import { makeZip } from './zip'

const refused = (name: string, content: string | Uint8Array) => failureOf(readTable(fileOf(name, content)))

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const compound = (text: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(text, 'utf16le'),
    Buffer.alloc(64),
  ])
const spaces = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 * 1024, ' ')

describe('files that are no tables', () => {
  it.each([
    ['picture.xlsx', png, 'png'],
    ['picture.csv', png, 'png'],
    ['photo.xlsx', Buffer.from('ffd8ffe000104a46', 'hex'), 'jpeg'],
    ['paper.xlsx', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['text.xlsx', Buffer.from('hello,world\n'), 'text'],
    ['page.xls', Buffer.from('<html><table>'), 'html'],
    ['old.csv', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'xml'],
    ['program.xlsx', Buffer.from('4d5a90000300000004000000', 'hex'), 'program'],
    ['archive.xlsx', makeZip([{ name: 'readme.txt', data: 'x' }]), 'zip'],
  ])('%s', async (name, content, kind) => {
    expect(await refused(name, content)).toEqual({ code: 'file_not_workbook', params: { file: name, kind } })
  })

  it.each([['empty.xlsx'], ['empty.csv']])('%s', async (file) => {
    expect(await refused(file, '')).toEqual({ code: 'file_empty', params: { file } })
  })

  it('knows documents of other programs of the same family', async () => {
    const rels = (target: string) =>
      `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="${target}"/></Relationships>`
    const office = (target: string, data: string) =>
      makeZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: '_rels/.rels', data: rels(target) },
        { name: 'word/_rels/document.xml.rels', data: '<Relationships/>' },
        { name: target, data },
      ])
    expect(await refused('d.xlsx', office('word/document.xml', '<document/>'))).toMatchObject({
      params: { kind: 'office' },
    })
    expect(await refused('b.xlsb', office('xl/workbook.bin', 'x'))).toMatchObject({
      params: { kind: 'xlsb' },
    })
  })

  it.each([
    ['password.xlsx', compound('EncryptedPackage'), 'file_encrypted'],
    ['old.xls', compound('Workbook\0'), 'file_is_xls'],
    ['renamed.xlsx', compound('Workbook\0'), 'file_is_xls'],
    ['unknown.xlsx', compound(''), 'file_encrypted'],
    ['letter.doc', compound('WordDocument\0'), 'file_not_workbook'],
    ['zipped.xlsx', makeZip([{ name: '[Content_Types].xml', data: 'x', encrypted: true }]), 'file_encrypted'],
  ])('%s', async (name, content, code) => {
    expect(await refused(name, content)).toMatchObject({ code, params: { file: name } })
  })
})

describe('broken and hostile workbooks', () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'
  const part = 'xl/worksheets/sheet1.xml'

  it.each([
    ['cut.xlsx', makeWorkbook({}).subarray(0, 700), { part: '' }],
    ['doctype.xlsx', makeWorkbook({ sheet: laughs + sheetXml('') }), { part }],
    ['entity.xlsx', makeWorkbook({ rows: `<row>${inlineCell('A1', '&e;')}</row>` }), { part }],
    ['cutxml.xlsx', makeWorkbook({ sheet: sheetXml('').slice(0, -3) }), { part }],
    ['notutf8.xlsx', makeWorkbook({ sheet: Buffer.from([0x3c, 0xff, 0xfe]) }), { part }],
    ['longtag.xlsx', makeWorkbook({ sheet: `<worksheet a="${'x'.repeat(10_000_000)}">` }), { part }],
    ['comment.xlsx', makeWorkbook({ sheet: `<worksheet><!--${'x'.repeat(10_000_000)}` }), { part }],
    [
      'badindex.xlsx',
      makeWorkbook({ rows: '<row r="7"><c r="C7" t="s"><v>99</v></c></row>' }),
      { row: 7, column: 'C' },
    ],
    [
      'badnumber.xlsx',
      makeWorkbook({ rows: '<row><c r="A1"><v>1e999</v></c></row>' }),
      { row: 1, column: 'A' },
    ],
    ['badref.xlsx', makeWorkbook({ rows: '<row><c r="__proto__1"><v>1</v></c></row>' }), { row: 1 }],
    ['badrow.xlsx', makeWorkbook({ rows: '<row r="-1"><c><v>1</v></c></row>' }), {}],
    ['slip.xlsx', makeWorkbook({ extra: [{ name: '../../slipped', data: 'x' }] }), {}],
  ])('%s', async (file, content, params) => {
    expect(await refused(file, content)).toMatchObject({ code: 'file_damaged', params: { file, ...params } })
  })

  it('reads names of object properties as the texts they are', async () => {
    const rows = `<row>${inlineCell('A1', '__proto__')}${inlineCell('B1', 'constructor')}</row>`
    expect((await read(fileOf('proto.xlsx', makeWorkbook({ rows })))).rows[0]?.cells).toEqual([
      '__proto__',
      'constructor',
    ])
  })

  it('does not unfold merged ranges', async () => {
    const sheet = sheetXml('<row><c><v>1</v></c></row>').replace(
      '</worksheet>',
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    )
    expect((await read(fileOf('merge.xlsx', makeWorkbook({ sheet })))).rows).toEqual([{ row: 1, cells: [1] }])
  })

  it.each([
    ['bomb.xlsx', makeWorkbook({ sheet: spaces(64) })],
    ['strings.xlsx', makeWorkbook({ strings: spaces(64) })],
    ['unused.xlsx', makeWorkbook({ extra: [{ name: 'xl/media/x.bin', data: spaces(64) }] })],
    ['many.xlsx', makeZip(Array.from({ length: 2001 }, (_, i) => ({ name: `x${i}`, data: '' })))],
    [
      'lies.xlsx',
      makeZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: '_rels/.rels', data: spaces(64), claimedSize: 1000 },
      ]),
    ],
  ])('%s is too large inside', async (file, content) => {
    expect(await refused(file, content)).toEqual({
      code: 'file_too_large_inside',
      params: { file, limitMb: 1024 },
    })
  })

  it('refuses a cell of 10 MB, shared or not, by row and column', async () => {
    const text = 'x'.repeat(10_000_000)
    const where = { code: 'cell_too_long', params: { file: 'long.xlsx', row: 2, column: 'B', limit: 32_767 } }
    const inline = makeWorkbook({ rows: `<row r="2">${inlineCell('B2', text)}</row>` })
    expect(await refused('long.xlsx', inline)).toEqual(where)
    const strings = `<si><t>${text}</t></si>`
    const shared = makeWorkbook({ strings, rows: '<row r="2"><c r="B2" t="s"><v>0</v></c></row>' })
    expect(await refused('long.xlsx', shared)).toEqual(where)
    const formula = makeWorkbook({ rows: `<row r="2"><c r="B2" t="str"><v>${text}</v></c></row>` })
    expect(await refused('long.xlsx', formula)).toEqual(where)
  })

  it('refuses 1,000 columns and a cell in the last corner', async () => {
    const cells = Array.from({ length: 1000 }, (_, i) => `<c><v>${i}</v></c>`).join('')
    expect(await refused('wide.xlsx', makeWorkbook({ rows: `<row r="4">${cells}</row>` }))).toEqual({
      code: 'too_many_columns',
      params: { file: 'wide.xlsx', row: 4, columns: 501, limit: 500 },
    })
    expect(
      await refused(
        'corner.xlsx',
        makeWorkbook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
      ),
    ).toMatchObject({ code: 'too_many_columns', params: { row: 1_048_576 } })
    expect(
      await refused('deep.xlsx', makeWorkbook({ rows: '<row r="1048577"><c><v>1</v></c></row>' })),
    ).toMatchObject({
      code: 'too_many_rows',
      params: { row: 1_048_577 },
    })
  })

  it('does not mind formatted cells without content beyond the limit', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>'
    expect((await read(fileOf('styled.xlsx', makeWorkbook({ rows })))).rows).toEqual([{ row: 1, cells: [1] }])
  })

  it('finds no rows in an empty sheet', async () => {
    expect(await refused('none.xlsx', makeWorkbook({}))).toEqual({
      code: 'no_rows',
      params: { file: 'none.xlsx', sheet: 'S' },
    })
  })
})

describe('files that cannot be read', () => {
  it('missing, a folder, a pipe, too large', async () => {
    const path = (name: string) => join(testFolder, name)
    expect(await failureOf(readTable(path('no.csv')))).toEqual({
      code: 'file_missing',
      params: { file: 'no.csv' },
    })
    expect(await failureOf(readTable(testFolder))).toMatchObject({ code: 'file_is_folder' })
    symlinkSync(path('loop.csv'), path('loop.csv'))
    expect(await failureOf(readTable(path('loop.csv')))).toMatchObject({
      code: 'file_unreadable',
      params: { reason: 'ELOOP' },
    })
    execFileSync('mkfifo', [path('pipe.csv')])
    expect(await failureOf(readTable(path('pipe.csv')))).toMatchObject({ code: 'file_unreadable' })
    const large = fileOf('large.xlsx', makeWorkbook({}))
    truncateSync(large, 65 * 1024 * 1024)
    expect(await failureOf(readTable(large))).toEqual({
      code: 'file_too_large',
      params: { file: 'large.xlsx', sizeMb: 65, limitMb: 64 },
    })
  })

  it.each([
    ['deleted', (path: string) => unlinkSync(path)],
    ['shortened', (path: string) => truncateSync(path, 100)],
    ['replaced', (path: string) => (rmSync(path), fileOf('gone.csv', 'other;file\n1;2\n'))],
  ])('%s while it is read', async (_, happen) => {
    const path = fileOf('gone.csv', 'a;b\n1;text\n'.repeat(100_000))
    let first = true
    const onProgress = () => {
      if (first) happen(path)
      first = false
    }
    expect(await failureOf(readTable(path, { onProgress }))).toEqual({
      code: 'file_vanished',
      params: { file: 'gone.csv' },
    })
  })

  it('a workbook that is cut while it is read', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, i) => `<row>${inlineCell(`A${i + 1}`, `text ${i * 7919}`)}</row>`,
    )
    const path = fileOf('gone.xlsx', makeWorkbook({ rows: rows.join('') }))
    const reading = readTable(path, { onProgress: () => truncateSync(path, 100) })
    expect(await failureOf(reading)).toEqual({ code: 'file_vanished', params: { file: 'gone.xlsx' } })
  })
})

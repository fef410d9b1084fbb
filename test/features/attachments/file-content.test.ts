import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileContent } from '../../../electron/features/attachments/file-content'
import { TextScan } from '../../../electron/features/attachments/text-scan'
import { inFixtures } from './fixture-paths'
import { compound, docm, docx, fileOf, openDocument, pdf, png, program, xlsx, zip } from './files'

/** What a file is, looked at as it is when it is taken in. */
function contentOf(name: string, content: Uint8Array | string) {
  const bytes = Buffer.from(content)
  const scan = new TextScan()
  scan.add(bytes)
  return fileContent(fileOf(name, bytes), name.split('.').at(-1) ?? '', scan.isText)
}

test.each([
  ['a.pdf', pdf, 'pdf'],
  ['a.png', png, 'png'],
  ['a.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'jpeg'],
  ['a.gif', Buffer.from('GIF89a\u0001\u0000', 'latin1'), 'gif'],
  ['a.tif', Buffer.from('49492a0008000000', 'hex'), 'tiff'],
  ['a.webp', Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ', 'latin1'), 'webp'],
  ['a.heic', Buffer.from('\u0000\u0000\u0000\u0018ftypheic', 'latin1'), 'heic'],
  ['a.docx', docx, 'docx'],
  ['a.xlsx', xlsx, 'xlsx'],
  ['a.odt', openDocument('text'), 'odt'],
  ['a.ods', openDocument('spreadsheet'), 'ods'],
  ['a.rtf', '{\\rtf1 text}', 'rtf'],
  ['a.txt', 'Плата за въезд, 入园费\r\n', 'txt'],
  ['a.txt', Buffer.from('\ufeffWide text', 'utf16le'), 'txt'],
  ['a.csv', Buffer.from('c2e0e3eeed3b310d0a', 'hex'), 'csv'],
  ['a.eml', 'From: customs@example.kz\r\nSubject: Declaration\r\n\r\nText', 'eml'],
  ['a.msg', compound('__nameid_version1.0', '__properties_version1.0'), 'msg'],
  ['a.zip', zip, 'zip'],
  ['a.zip', docm, 'zip'],
] as const)('%s is known by its content', async (name, content, kind) => {
  expect(await contentOf(name, content)).toEqual({ kind })
})

test.each([
  ['a.pdf', program, 'program'],
  ['a.pdf', Buffer.from('7f454c4602010100', 'hex'), 'program'],
  ['a.txt', program, 'program'],
  ['a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'page'],
  ['a.pdf', '<!DOCTYPE html><script>alert(1)</script>', 'page'],
  ['a.pdf', 'just text', 'text'],
  ['a.eml', 'no header\r\n', 'text'],
  ['a.docx', docm, 'macros'],
  ['a.xlsx', docm, 'macros'],
  ['a.odt', openDocument('text', 'Basic/Standard/Module1.xml'), 'macros'],
  ['a.odt', openDocument('graphics'), 'office'],
  ['a.docx', zip, 'archive'],
  ['a.docx', compound('EncryptedPackage'), 'office'],
  ['a.msg', compound('WordDocument'), 'office'],
  ['a.docx', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200)]), 'damaged'],
  ['a.txt', Buffer.from([1, 2, 3, 4]), 'unknown'],
] as const)('%s is refused for what it really is', async (name, content, found) => {
  expect(await contentOf(name, content)).toEqual({ kind: null, found })
})

test('real workbooks and documents of other programs are known', async () => {
  const at = (name: string) => readFileSync(inFixtures(name))
  expect(await contentOf('a.xlsx', at('workbooks/libreoffice.xlsx'))).toEqual({ kind: 'xlsx' })
  expect(await contentOf('a.ods', at('workbooks/open.ods'))).toEqual({ kind: 'ods' })
  expect(await contentOf('a.xlsx', at('workbooks/password.xlsx'))).toEqual({ kind: null, found: 'office' })
})

test('whatever follows a known beginning, looking at it never fails', async () => {
  const starts = ['504b0304', 'd0cf11e0a1b11ae1', '255044462d', '504b0506', '52494646', ''].map((hex) =>
    Buffer.from(hex, 'hex'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('zip', 'docx', 'msg', 'txt', 'pdf'),
      async (start, rest, extension) => {
        const content = await contentOf(`a.${extension}`, Buffer.concat([start, rest]))
        expect(Object.keys(content)).toContain('kind')
      },
    ),
    { numRuns: 150 },
  )
})

test('text is told from other content over all of it, piece by piece', () => {
  const scan = new TextScan()
  scan.add(Buffer.from('text '.repeat(1000)))
  expect(scan.isText).toBe(true)
  scan.add(Buffer.from([116, 0, 120]))
  expect(scan.isText).toBe(false)
})

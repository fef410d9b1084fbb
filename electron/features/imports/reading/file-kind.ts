import { readChunks, type SourceFile } from './source-file'

/** `workbook` and `table` can be read; an encrypted or old workbook and everything else has its own refusal. */
export type FileKind = 'workbook' | 'table'

/** Beginnings of files that are neither a workbook nor text, by the name the error message uses for them. */
const signatures: readonly (readonly [kind: string, hex: string])[] = [
  ['png', '89504e47'],
  ['jpeg', 'ffd8ff'],
  ['gif', '47494638'],
  ['bmp', '424d'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['webp', '52494646'],
  ['pdf', '25504446'],
  ['rtf', '7b5c727466'],
  ['rar', '526172211a07'],
  ['7z', '377abcaf271c'],
  ['gzip', '1f8b'],
  ['program', '4d5a'],
  ['program', '7f454c46'],
  ['database', '53514c69746520666f726d61742033'],
]

const zip = '504b0304'
const emptyZip = '504b0506'
const compound = 'd0cf11e0a1b11ae1'

/**
 * What a file is, by its content; the name only decides what a plain text may be. Throws `file_not_workbook` with the
 * kind it seems to be, `file_encrypted` or `file_is_xls`.
 */
export async function fileKind(file: SourceFile): Promise<FileKind> {
  const head = Buffer.alloc(Math.min(512, file.size))
  await file.handle.read(head, 0, head.length, 0)
  const hex = head.toString('hex')
  if (hex.startsWith(zip)) return 'workbook'
  if (hex.startsWith(emptyZip)) throw file.fail('file_not_workbook', { kind: 'zip' })
  if (hex.startsWith(compound)) throw await compoundRefusal(file)
  const kind = binaryKind(head, hex) ?? markupKind(head)
  if (kind !== undefined) throw file.fail('file_not_workbook', { kind })
  // A text that calls itself a workbook is rather a broken or renamed file than a table.
  if (/\.xls[xm]$/i.test(file.name)) throw file.fail('file_not_workbook', { kind: 'text' })
  return 'table'
}

/** Two letters like `BM` can also begin a table, so a signature counts only with bytes no text has. */
function binaryKind(head: Buffer, hex: string): string | undefined {
  const kind = signatures.find(([, start]) => hex.startsWith(start))?.[0]
  if (kind === 'pdf' || kind === 'rtf') return kind
  const binary = head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
  return binary ? kind : undefined
}

function markupKind(head: Buffer): string | undefined {
  const start = head
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase()
  if (/^<(!doctype html|html|head|table|meta)/.test(start)) return 'html'
  return start.startsWith('<?xml') ? 'xml' : undefined
}

/** A compound file (the container of old Office documents) also wraps workbooks that have a password. */
async function compoundRefusal(file: SourceFile) {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
  const oldWorkbook = [Buffer.from('Workbook\0', 'utf16le'), Buffer.from('Book\0', 'utf16le')]
  let found: 'file_encrypted' | 'file_is_xls' | undefined
  let tail = Buffer.alloc(0)
  for await (const chunk of readChunks(file)) {
    const bytes = Buffer.concat([tail, chunk])
    if (bytes.includes(encrypted)) return file.fail('file_encrypted')
    if (oldWorkbook.some((name) => bytes.includes(name))) found = 'file_is_xls'
    tail = bytes.subarray(-64)
  }
  if (found) return file.fail(found)
  if (/\.xls[xm]$/i.test(file.name)) return file.fail('file_encrypted')
  return file.fail('file_not_workbook', { kind: 'office' })
}

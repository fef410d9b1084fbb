import { open, type FileHandle } from 'node:fs/promises'
import { fromFd, type Entry, type ZipFile } from 'yauzl'
import type { AttachmentKind } from '@shared/features/attachments/attachment'

/**
 * What a file is by its content. `found` is what to call it where it is nothing that can be attached: a program, a page,
 * a document with macros.
 */
export type FileContent =
  | { readonly kind: AttachmentKind }
  | { readonly kind: null; readonly found: RefusedContent }

export type RefusedContent =
  | 'program'
  | 'page'
  | 'archive'
  | 'office'
  | 'macros'
  | 'text'
  | 'damaged'
  | 'unknown'

const refused = (found: RefusedContent): FileContent => ({ kind: null, found })

/** Beginnings of files, in hexadecimal; `..` is any byte. */
const signatures: readonly (readonly [content: AttachmentKind | RefusedContent, start: string])[] = [
  ['pdf', '255044462d'],
  ['jpeg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a'],
  ['gif', '474946383761'],
  ['gif', '474946383961'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['tiff', '49492b00'],
  ['tiff', '4d4d002b'],
  ['webp', '52494646........57454250'],
  ['heic', '........6674797068656963'],
  ['heic', '........6674797068656978'],
  ['heic', '........667479706d696631'],
  ['rtf', '7b5c727466'],
  ['archive', '526172211a07'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b'],
  ['program', '4d5a'],
  ['program', '7f454c46'],
  ['program', 'cafebabe'],
  ['program', 'cffaedfe'],
  // A shortcut of Windows.
  ['program', '4c0000000114020000000000c000000000000046'],
]

const zipStart = '504b0304'
const emptyZip = '504b0506'
const compoundStart = 'd0cf11e0a1b11ae1'

/**
 * Finds out what a file is. A text has no mark of its own, so `extension`, the ending of the file's name, says which
 * kind of text it may be, and `isText` whether all of it reads as text; an archive of that name may hold anything.
 */
export async function fileContent(path: string, extension: string, isText: boolean): Promise<FileContent> {
  const handle = await open(path, 'r')
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const start = head.subarray(0, bytesRead)
    const hex = start.toString('hex')
    if (hex.startsWith(zipStart)) return await zipContent(handle, extension)
    if (hex.startsWith(emptyZip)) return extension === 'zip' ? { kind: 'zip' } : refused('archive')
    if (hex.startsWith(compoundStart)) return await compoundContent(handle)
    const marked = signatures.find(([, mark]) => startsWith(hex, mark))?.[0]
    if (isText && (marked === undefined || marked === 'program')) return textContent(start, extension)
    return marked === undefined ? refused('unknown') : known(marked)
  } finally {
    await handle.close()
  }
}

function startsWith(hex: string, mark: string): boolean {
  if (hex.length < mark.length) return false
  return [...mark].every((digit, index) => digit === '.' || digit === hex[index])
}

const refusals: ReadonlySet<string> = new Set(['archive', 'program'])

function known(marked: AttachmentKind | RefusedContent): FileContent {
  return refusals.has(marked) ? refused(marked as RefusedContent) : { kind: marked as AttachmentKind }
}

function textContent(start: Buffer, extension: string): FileContent {
  const text = start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/u, '')
  if (extension === 'txt' || extension === 'csv') return { kind: extension }
  // A message begins with a header field (RFC 5322).
  if (extension === 'eml' && /^[\x21-\x39\x3b-\x7e]+:[ \t\r\n]/u.test(text)) return { kind: 'eml' }
  return /^\s*<(?:!doctype|html|head|svg|\?xml|script)/iu.test(text) ? refused('page') : refused('text')
}

/** A compound file holds an Outlook message, an old Office document or an encrypted new one. */
async function compoundContent(handle: FileHandle): Promise<FileContent> {
  const message = Buffer.from('__properties_version1.0', 'utf16le')
  const piece = Buffer.alloc(64 * 1024)
  let tail: Buffer = Buffer.alloc(0)
  for (let position = 0; ;) {
    const { bytesRead } = await handle.read(piece, 0, piece.length, position)
    if (bytesRead === 0) return refused('office')
    const bytes = Buffer.concat([tail, piece.subarray(0, bytesRead)])
    if (bytes.includes(message)) return { kind: 'msg' }
    tail = bytes.subarray(-message.length)
    position += bytesRead
  }
}

/** More parts than any document has; an archive of more is taken without a look at them. */
const maximumParts = 20_000

/** Parts in which macros are kept: of Office documents, and of OpenDocument. */
const macroParts = /(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\/|^(?:basic|scripts)\/./iu

const officeParts: readonly (readonly [part: string, kind: AttachmentKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]

async function zipContent(handle: FileHandle, extension: string): Promise<FileContent> {
  const zip = await openZip(handle)
  if (!zip) return refused('damaged')
  // Whatever is in it, an archive is only kept, never unpacked or opened.
  if (extension === 'zip') return { kind: 'zip' }
  if (zip.entryCount > maximumParts) return refused('archive')
  const parts = await listParts(zip)
  if (!parts) return refused('damaged')
  const names = parts.map(({ fileName }) => fileName.toLowerCase())
  if (names.some((name) => macroParts.test(name))) return refused('macros')
  if (names.includes('[content_types].xml')) {
    const kind = officeParts.find(([part]) => names.includes(part))?.[1]
    return kind === undefined ? refused('office') : { kind }
  }
  return (await openDocument(zip, parts)) ?? refused('archive')
}

/** undefined for what is no archive. The handle stays open: it is its owner's to close. */
function openZip(handle: FileHandle): Promise<ZipFile | undefined> {
  return new Promise((resolve) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    fromFd(handle.fd, options, (error, zip) => resolve(error ? undefined : zip))
  })
}

function listParts(zip: ZipFile): Promise<readonly Entry[] | undefined> {
  return new Promise((resolve) => {
    const parts: Entry[] = []
    zip.on('error', () => resolve(undefined))
    zip.on('end', () => resolve(parts))
    zip.on('entry', (entry: Entry) => {
      parts.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const openDocumentKinds: Readonly<Record<string, AttachmentKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
}

/** An OpenDocument file says what it is in its first part (ODF 1.3 part 2, 3.3). */
async function openDocument(zip: ZipFile, parts: readonly Entry[]): Promise<FileContent | undefined> {
  const [first] = parts
  if (first?.fileName !== 'mimetype' || first.uncompressedSize > 100) return undefined
  const type = await partText(zip, first)
  if (type === undefined) return refused('damaged')
  const kind = openDocumentKinds[type.trim()]
  return kind === undefined ? refused('office') : { kind }
}

function partText(zip: ZipFile, part: Entry): Promise<string | undefined> {
  return new Promise((resolve) => {
    zip.openReadStream(part, (error, stream) => {
      if (error) return resolve(undefined)
      let text = ''
      stream.setEncoding('latin1')
      stream.on('data', (piece: string) => (text += piece))
      stream.on('error', () => resolve(undefined))
      stream.on('end', () => resolve(text))
    })
  })
}

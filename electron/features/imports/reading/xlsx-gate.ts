import { fromFd, type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits'
import type { SourceFile } from './source-file'

/** A workbook whose outer form has been checked. */
export type Package = {
  readonly has: (part: string) => boolean
  /** Unpacked size as declared; a part that turns out larger is refused while it is read. */
  readonly size: (part: string) => number
  /** The text of a part, piece by piece. Throws `file_damaged` when there is no such part or it is no UTF-8. */
  readonly text: (part: string) => AsyncGenerator<string>
}

/**
 * Opens the ZIP container of a workbook and checks it before anything is unpacked: number of parts, sizes, ratio,
 * names (yauzl refuses absolute and climbing ones), passwords. Throws `file_damaged`, `file_encrypted`,
 * `file_not_workbook` and `file_too_large_inside`.
 */
export async function openPackage(file: SourceFile): Promise<Package> {
  const zip = await openZip(file)
  const entries = await listEntries(zip, file)
  checkEntries(entries, file)
  return {
    has: (part) => entries.has(part.toLowerCase()),
    size: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    text: (part) => readPart(zip, entries.get(part.toLowerCase()), part, file),
  }
}

/** The container works on the handle of `file` and is never closed itself: that would close the handle. */
function openZip(file: SourceFile): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromFd(file.handle.fd, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(file.fail('file_damaged')) : resolve(zip),
    )
  })
}

function listEntries(zip: ZipFile, file: SourceFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    if (zip.entryCount > limits.parts) {
      reject(tooLarge(file))
      return
    }
    zip.on('error', () => reject(file.fail('file_damaged')))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      // Excel itself treats the names of parts without regard to case (OPC, ECMA-376 part 2, 6.2.2.3).
      entries.set(entry.fileName.toLowerCase(), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function checkEntries(entries: ReadonlyMap<string, Entry>, file: SourceFile): void {
  let unpacked = 0
  for (const entry of entries.values()) {
    if (entry.isEncrypted()) throw file.fail('file_encrypted')
    unpacked += entry.uncompressedSize
    const suspicious = entry.uncompressedSize > limits.ratioFromBytes
    const bomb = suspicious && entry.uncompressedSize > entry.compressedSize * limits.ratio
    if (bomb || unpacked > limits.unpackedBytes) {
      throw tooLarge(file)
    }
  }
  if (!entries.has('[content_types].xml')) throw file.fail('file_not_workbook', { kind: zipKind(entries) })
}

function tooLarge(file: SourceFile) {
  return file.fail('file_too_large_inside', { limitMb: limits.unpackedBytes / 2 ** 20 })
}

function zipKind(entries: ReadonlyMap<string, Entry>): string {
  if (entries.has('mimetype')) return 'opendocument'
  return 'zip'
}

async function* readPart(zip: ZipFile, entry: Entry | undefined, part: string, file: SourceFile) {
  if (!entry) throw file.fail('file_damaged', { part })
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) =>
      error ? reject(file.fail('file_damaged', { part })) : resolve(opened),
    )
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of stream) {
      const text = decoder.decode(chunk, { stream: true })
      if (text !== '') yield text
    }
    decoder.decode()
  } catch (error) {
    // Only zlib, yauzl and the decoder throw here. yauzl says so when a part is larger than it declares to be.
    const lies = error instanceof Error && error.message.startsWith('too many bytes')
    throw lies ? tooLarge(file) : file.fail('file_damaged', { part })
  }
}

import { TextDecoder } from 'node:util'
import { plausibility } from './csv-plausibility'
import { readChunks, type SourceFile } from './source-file'
import { csvEncodings, type CsvEncoding } from './types'

/** What the recognition found out about a file without a byte order mark. */
export type ByteSurvey = {
  /** The encoding that is certain by a byte order mark, by NULs or because strict UTF-8 reads the whole file. */
  readonly certain: CsvEncoding | undefined
  /** Lines that tell encodings apart, at most about 512 KiB. */
  readonly sample: Uint8Array
}

const sampleBytes = 512 * 1024

/** Encodings that are weighed against each other when neither a mark nor UTF-8 decides. */
const weighed = ['gb18030', 'windows-1251', 'koi8-r', 'ibm866'] as const

/**
 * Reads the bytes of a CSV file once for its encoding: byte order mark, then UTF-16 by its NULs, then strict UTF-8
 * over the whole file, because the first foreign character may come late.
 */
export async function surveyBytes(file: SourceFile): Promise<ByteSurvey> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  const pieces: Uint8Array[] = []
  let sampled = 0
  for await (const chunk of readChunks(file)) {
    if (pieces.length === 0) {
      const marked = byMark(chunk) ?? byNuls(chunk)
      if (marked) return { certain: marked, sample: chunk.subarray(0, sampleBytes) }
    }
    isUtf8 &&= decodes(utf8, chunk)
    if (pieces.length === 0 || (sampled < sampleBytes && hasForeign(chunk))) {
      const piece = wholeLines(chunk, pieces.length === 0, sampled + chunk.length >= file.size)
      pieces.push(piece)
      sampled += piece.length
    }
    if (!isUtf8 && sampled >= sampleBytes) break
  }
  isUtf8 &&= decodes(utf8)
  return { certain: isUtf8 ? 'utf-8' : undefined, sample: Buffer.concat(pieces) }
}

/**
 * The encoding in which the sample reads best; undefined when no reading makes sense. UTF-8 with some broken bytes
 * counts as UTF-8, so that the reading can name the row that is broken.
 */
export function recogniseEncoding(survey: ByteSurvey): CsvEncoding | undefined {
  if (survey.certain) return survey.certain
  if (isBrokenUtf8(survey.sample)) return 'utf-8'
  const scored = weighed.flatMap((encoding) => {
    const text = tryDecode(survey.sample, encoding)
    return text === undefined ? [] : [{ encoding, score: plausibility(text, encoding) }]
  })
  return scored
    .filter(({ score }) => score > 0.1)
    .sort((a, b) => b.score - a.score)
    .at(0)?.encoding
}

/** The user's choice as a known encoding. Throws `encoding_not_readable`. */
export function knownEncoding(label: string, file: SourceFile): CsvEncoding {
  const encoding = csvEncodings.find((known) => known === label.toLowerCase())
  if (!encoding) throw file.fail('encoding_not_readable', { encoding: label })
  return encoding
}

/** The text of some bytes, `undefined` when they are not valid in the encoding. */
export function tryDecode(bytes: Uint8Array, encoding: CsvEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function byMark(bytes: Uint8Array): CsvEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** In UTF-16 the line ends, separators and digits have a NUL on one side, always the same. */
function byNuls(bytes: Uint8Array): CsvEncoding | undefined {
  const nuls = [0, 0]
  for (const [index, byte] of bytes.subarray(0, 65_536).entries()) {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  if (even + odd < Math.min(bytes.length, 65_536) / 50) return undefined
  if (odd > even * 10) return 'utf-16le'
  return even > odd * 10 ? 'utf-16be' : undefined
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

function hasForeign(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80)
}

/** Cuts a piece at line ends, so that no character of several bytes is torn; a line end is never part of one. */
function wholeLines(bytes: Uint8Array, first: boolean, last: boolean): Uint8Array {
  const isEnd = (byte: number) => byte === 10 || byte === 13
  const from = first ? 0 : bytes.findIndex(isEnd) + 1
  const to = last ? bytes.length : bytes.findLastIndex(isEnd) + 1
  return to > from ? bytes.slice(from, to) : bytes.slice(from)
}

/** UTF-8 in which less than a tenth of the foreign characters is broken: cut off, or pasted from elsewhere. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const broken = text.match(/\ufffd/gu)?.length ?? 0
  return broken * 10 < foreign
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { shippedFile } from './shipped-files'

/** The font files documents are set in, with the characters each is for; see `resources/fonts/README.md`. */
export const fontFiles = [
  {
    file: 'noto-sans-latin',
    family: 'Noto Sans',
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
  {
    file: 'noto-sans-latin-ext',
    family: 'Noto Sans',
    range:
      'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113',
  },
  {
    file: 'noto-sans-cyrillic',
    family: 'Noto Sans',
    range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  },
  {
    file: 'noto-sans-cyrillic-ext',
    family: 'Noto Sans',
    range: 'U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F',
  },
  { file: 'noto-sans-sc', family: 'Noto Sans SC', range: 'U+0-10FFFF' },
] as const

export const fontWeights = [400, 700] as const

/** The folder of the font files. @throws Error when the package is incomplete */
export function fontFolder(): string {
  const folder = shippedFile('fonts')
  if (folder === undefined) throw new Error('the fonts are missing')
  return folder
}

/** A font as TrueType, unpacked from its WOFF file; every glyph begins at a multiple of four bytes. */
export async function trueType(file: string): Promise<Uint8Array> {
  const woff = await readFile(join(fontFolder(), file))
  const tables = unpackTables(woff)
  alignGlyphs(tables)
  return packFont(woff.subarray(4, 8), tables)
}

type Tables = Map<string, Buffer>

/** WOFF 1.0 (W3C Recommendation, 2012) is a TrueType file whose tables are deflated one by one. */
function unpackTables(woff: Buffer): Tables {
  const header = 44
  const entry = 20
  const tables: Tables = new Map()
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const at = header + index * entry
    const offset = woff.readUInt32BE(at + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8))
    const length = woff.readUInt32BE(at + 12)
    const table = packed.length < length ? inflateSync(packed) : packed
    tables.set(woff.toString('latin1', at, at + 4), Buffer.from(table))
  }
  return tables
}

/**
 * Moves the glyphs apart. The library that takes a font's few glyphs into a PDF copies them as they lie and notes their
 * places in units of two bytes: after a glyph of odd length it would find none of the others.
 */
function alignGlyphs(tables: Tables): void {
  const head = tables.get('head')
  const loca = tables.get('loca')
  const glyf = tables.get('glyf')
  if (head === undefined || loca === undefined || glyf === undefined) return
  const formatAt = 50
  const long = head.readInt16BE(formatAt) === 1
  const count = loca.length / (long ? 4 : 2)
  const places = Array.from({ length: count }, (_, index) =>
    long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2,
  )
  const glyphs = places.slice(0, -1).map((start, index) => padded(glyf.subarray(start, places[index + 1])))
  const moved = Buffer.alloc(count * 4)
  let end = 0
  glyphs.forEach((glyph, index) => {
    end += glyph.length
    moved.writeUInt32BE(end, (index + 1) * 4)
  })
  head.writeInt16BE(1, formatAt)
  tables.set('loca', moved)
  tables.set('glyf', Buffer.concat(glyphs))
}

function padded(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])
}

/** A TrueType file of tables; readers of fonts need no checksums. */
function packFont(flavour: Buffer, tables: Tables): Uint8Array {
  const entry = 16
  const header = Buffer.alloc(12 + tables.size * entry)
  const power = 2 ** Math.floor(Math.log2(tables.size))
  flavour.copy(header)
  header.writeUInt16BE(tables.size, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((tables.size - power) * 16, 10)
  const pieces: Buffer[] = [header]
  let end = header.length
  let at = 12
  for (const [tag, table] of tables) {
    header.write(tag, at, 'latin1')
    header.writeUInt32BE(end, at + 8)
    header.writeUInt32BE(table.length, at + 12)
    const piece = padded(table)
    pieces.push(piece)
    end += piece.length
    at += entry
  }
  return Buffer.concat(pieces)
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

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

/** The folder of the font files, in a checkout as in a package. @throws Error when the package is incomplete */
export function fontFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const fonts = join(folder, 'resources', 'fonts')
    if (existsSync(fonts)) return fonts
  }
  throw new Error(`no fonts above ${start}`)
}

/** A font as TrueType, unpacked from its WOFF file. */
export async function trueType(file: string): Promise<Uint8Array> {
  return unpackWoff(await readFile(join(fontFolder(), file)))
}

const woffHeader = 44
const sfntHeader = 12
const woffEntry = 20
const sfntEntry = 16

/** WOFF 1.0 (W3C Recommendation, 2012) is a TrueType file whose tables are deflated one by one. */
function unpackWoff(woff: Buffer): Uint8Array {
  const count = woff.readUInt16BE(12)
  const sfnt = Buffer.alloc(woff.readUInt32BE(16))
  woff.copy(sfnt, 0, 4, 8)
  const power = 2 ** Math.floor(Math.log2(count))
  sfnt.writeUInt16BE(count, 4)
  sfnt.writeUInt16BE(power * 16, 6)
  sfnt.writeUInt16BE(Math.log2(power), 8)
  sfnt.writeUInt16BE((count - power) * 16, 10)
  let end = sfntHeader + count * sfntEntry
  for (let index = 0; index < count; index++) {
    const from = woffHeader + index * woffEntry
    const at = woff.readUInt32BE(from + 4)
    const packed = woff.subarray(at, at + woff.readUInt32BE(from + 8))
    const length = woff.readUInt32BE(from + 12)
    const table = packed.length < length ? inflateSync(packed) : packed
    const to = sfntHeader + index * sfntEntry
    woff.copy(sfnt, to, from, from + 4)
    woff.copy(sfnt, to + 4, from + 16, from + 20)
    sfnt.writeUInt32BE(end, to + 8)
    sfnt.writeUInt32BE(length, to + 12)
    sfnt.set(table, end)
    end += Math.ceil(length / 4) * 4
  }
  return sfnt
}

import { limits } from './limits'
import type { SourceFile } from './source-file'
import { createTextTable, type TextTable } from './text-table'
import type { Package } from './xlsx-gate'
import { scanPart } from './xlsx-parts'

/**
 * Collects the text of a cell that is written in runs, without the phonetic guides of East Asian texts. A text over
 * the limit of a cell is cut one character behind it, which is enough for the refusal.
 */
export function createTextCollector() {
  let text = ''
  let inText = false
  let phonetic = false
  return {
    start: () => {
      text = ''
      inText = false
      phonetic = false
    },
    open: (name: string) => {
      if (name === 'rPh') phonetic = true
      if (name === 't') inText = !phonetic
    },
    close: (name: string) => {
      if (name === 'rPh') phonetic = false
      if (name === 't') inText = false
    },
    text: (piece: string) => {
      if (inText && text.length <= limits.cellCharacters) text += piece.slice(0, limits.cellCharacters + 1)
    },
    result: () => decodeEscapes(text),
  }
}

/** Excel writes characters that XML does not allow as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** The shared strings of a workbook. Throws `file_too_large_inside` when there is more text than can be kept. */
export async function readSharedStrings(
  zip: Package,
  part: string | undefined,
  file: SourceFile,
  onText: (characters: number) => void,
): Promise<TextTable> {
  const table = createTextTable()
  if (part === undefined || !zip.has(part)) return table
  const collector = createTextCollector()
  await scanPart(zip, part, file, {
    onText,
    open: (name) => (name === 'si' ? collector.start() : collector.open(name)),
    text: collector.text,
    close: (name) => {
      collector.close(name)
      if (name !== 'si') return
      table.add(collector.result())
      if (table.byteLength() > limits.keptBytes) {
        throw file.fail('file_too_large_inside', { limitMb: limits.keptBytes / 2 ** 20 })
      }
    },
  })
  return table
}

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { columnLetters, type Fail } from './failures'
import { limits } from './limits'
import type { CellValue, SheetRow } from './types'

type Block = { readonly data: Buffer; readonly packed: boolean }

const blockCharacters = 256 * 1024
/** The first megabytes stay unpacked: packing costs time and only large files need it. */
const plainBytes = 64 * 1024 * 1024

/** Rows of a table, kept outside the JavaScript heap and made into objects again only while they are iterated. */
export type RowStore = {
  /** Takes one row after checking the limits; a row that holds nothing is left out. */
  readonly add: (row: number, cells: CellValue[]) => void
  /** Ends the filling. */
  readonly finish: () => { readonly rows: Iterable<SheetRow>; readonly rowCount: number }
}

/** A new empty store. `add` throws `too_many_rows`, `too_many_columns`, `cell_too_long` and `file_too_large_inside`. */
export function createRowStore(fail: Fail): RowStore {
  const blocks: Block[] = []
  let lines: string[] = []
  let characters = 0
  let bytes = 0
  let rowCount = 0

  const flush = () => {
    if (lines.length === 0) return
    const text = Buffer.from(lines.join('\n'))
    const packed = bytes > plainBytes
    const data = packed ? deflateRawSync(text, { level: 1 }) : text
    bytes += data.length
    if (bytes > limits.keptBytes) throw fail('file_too_large_inside', { limitMb: limits.keptBytes / 2 ** 20 })
    blocks.push({ data, packed })
    lines = []
    characters = 0
  }

  return {
    add(row, cells) {
      if (row > limits.rows) throw fail('too_many_rows', { row, limit: limits.rows })
      trimEnd(cells)
      if (cells.every(isBlank)) return
      checkCells(row, cells, fail)
      const line = JSON.stringify({ row, cells } satisfies SheetRow)
      lines.push(line)
      rowCount += 1
      characters += line.length
      if (characters > blockCharacters) flush()
    },
    finish() {
      flush()
      return { rowCount, rows: { [Symbol.iterator]: () => iterate(blocks) } }
    },
  }
}

function* iterate(blocks: readonly Block[]): Generator<SheetRow> {
  for (const { data, packed } of blocks) {
    const text = (packed ? inflateRawSync(data) : data).toString()
    for (const line of text.split('\n')) yield JSON.parse(line) as SheetRow
  }
}

function trimEnd(cells: CellValue[]): void {
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

function checkCells(row: number, cells: readonly CellValue[], fail: Fail): void {
  if (cells.length > limits.columns) {
    throw fail('too_many_columns', { row, columns: cells.length, limit: limits.columns })
  }
  for (const [index, value] of cells.entries()) {
    if (typeof value === 'string' && value.length > limits.cellCharacters) {
      throw fail('cell_too_long', { row, column: columnLetters(index), limit: limits.cellCharacters })
    }
  }
}

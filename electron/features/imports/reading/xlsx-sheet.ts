import { columnLetters, type Fail } from './failures'
import { limits } from './limits'
import type { TextTable } from './text-table'
import type { CellValue } from './types'
import { createTextCollector, decodeEscapes } from './xlsx-strings'
import { attribute, type XmlHandlers } from './xml-scanner'

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: TextTable
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
}

/** One cell as the file writes it. */
type RawCell = {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
}

/**
 * Handlers that turn the XML of a sheet into rows with the file's own row numbers. Absent cells become `null`,
 * formulas their stored results. Errors name row and column.
 */
export function sheetHandlers(
  context: SheetContext,
  fail: Fail,
  onRow: (row: number, cells: CellValue[]) => void,
): XmlHandlers {
  const inline = createTextCollector()
  let row = 0
  let column = -1
  let cells: CellValue[] = []
  let cell: RawCell | undefined
  let value = ''
  let inValue = false

  const openCell = (attributes: string) => {
    const reference = attribute(attributes, 'r')
    column = reference === undefined ? column + 1 : columnOf(reference)
    const type = attribute(attributes, 't') ?? 'n'
    cell = { row, column, type, style: Number(attribute(attributes, 's') ?? 0) }
    value = ''
    inline.start()
  }
  const closeCell = (raw: RawCell) => {
    const read = cellValue(raw, raw.type === 'inlineStr' ? inline.result() : value, context, fail)
    cell = undefined
    if (read !== null) place(cells, raw, read, fail)
  }

  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 1)
        if (!Number.isInteger(row) || row < 1) throw fail('file_damaged')
        column = -1
        cells = []
      } else if (name === 'c') openCell(attributes)
      else if (name === 'v') inValue = cell !== undefined
      else if (cell) inline.open(name)
    },
    text: (piece) => {
      if (inValue && value.length <= limits.cellCharacters) value += piece.slice(0, limits.cellCharacters + 1)
      else if (cell) inline.text(piece)
    },
    close: (name) => {
      if (name === 'row') onRow(row, cells)
      else if (name === 'v') inValue = false
      else if (name === 'c' && cell) closeCell(cell)
      else if (cell) inline.close(name)
    },
  }
}

/** Puts a value into its column, with nothing in the columns before it that are absent. */
function place(cells: CellValue[], { row, column }: RawCell, value: CellValue, fail: Fail): void {
  if (column < 0) throw fail('file_damaged', { row })
  if (column >= limits.columns)
    throw fail('too_many_columns', { row, columns: column + 1, limit: limits.columns })
  while (cells.length < column) cells.push(null)
  cells[column] = value
}

/** 0-based column of a reference like `AB12`, −1 when it is none. */
function columnOf(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return at > 0 && at <= 3 ? column - 1 : -1
}

function cellValue(cell: RawCell, text: string, context: SheetContext, fail: Fail): CellValue {
  if (text === '') return null
  const at = () => ({ row: cell.row, column: columnLetters(Math.max(0, cell.column)) })
  switch (cell.type) {
    case 's': {
      const shared = context.strings.at(Number(text))
      if (shared === undefined) throw fail('file_damaged', at())
      return shared === '' ? null : checkLength(shared, at, fail)
    }
    case 'b':
      return text === '1' || text === 'true'
    case 'n':
    case '': {
      const number = Number(text)
      if (!Number.isFinite(number)) throw fail('file_damaged', at())
      return context.dateStyles[cell.style] ? { serial: number, date1904: context.date1904 } : number
    }
    case 'str':
      return checkLength(decodeEscapes(text), at, fail)
    default:
      return checkLength(text, at, fail)
  }
}

function checkLength(text: string, at: () => { row: number; column: string }, fail: Fail): string {
  if (text.length > limits.cellCharacters)
    throw fail('cell_too_long', { ...at(), limit: limits.cellCharacters })
  return text
}

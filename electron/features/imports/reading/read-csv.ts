import { pipeline } from 'node:stream/promises'
import { TextDecoder } from 'node:util'
import { unguardFormula } from '@shared/kernel/formula-guard'
import { CsvError, parse, type Info } from 'csv-parse'
import { readSeparatorLine, recogniseDelimiter } from './csv-delimiter'
import { knownEncoding, recogniseEncoding, surveyBytes } from './csv-encoding'
import { columnLetters } from './failures'
import { limits } from './limits'
import { createRowStore } from './row-store'
import { readChunks, type SourceFile } from './source-file'
import type { CellValue, CsvEncoding, ReadOptions, TableSource } from './types'

type Layout = { readonly encoding: CsvEncoding; readonly delimiter: string; readonly strict: boolean }

/** Where the parser is; rows count from 1 as a spreadsheet program would show them. */
type Position = { row: number; line: number }

/** Reads a CSV file, see `readTable`. */
export async function readCsv(file: SourceFile, options: ReadOptions): Promise<TableSource> {
  const survey = await surveyBytes(file)
  const encoding = options.encoding ? knownEncoding(options.encoding, file) : recogniseEncoding(survey)
  if (!encoding) throw file.fail('encoding_not_readable')
  const beginning = new TextDecoder(encoding).decode(survey.sample)
  const delimiter =
    options.delimiter ?? readSeparatorLine(beginning)?.delimiter ?? recogniseDelimiter(beginning)
  const read = (strict: boolean) => readRows(file, { encoding, delimiter, strict }, options)
  // Strict first: only then a quote that was never closed is found where it opened. A quotation mark in the middle
  // of an unquoted cell is tolerated, as spreadsheet programs do, in a second reading.
  const store = await read(true).catch((error: unknown) => {
    if (error instanceof CsvError && String(error.code) === 'INVALID_OPENING_QUOTE') return read(false)
    throw error
  })
  if (store.rowCount === 0) throw file.fail('no_rows')
  return { format: 'csv', encoding, delimiter, sheets: [], ...store }
}

async function readRows(file: SourceFile, layout: Layout, options: ReadOptions) {
  const store = createRowStore(file.fail)
  const position: Position = { row: 0, line: 0 }
  const parser = parse({
    delimiter: layout.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: !layout.strict,
    max_record_size: limits.csvRecordBytes,
    on_record: (record: string[], { lines }) => {
      position.row += 1
      position.line = lines
      if (!layout.strict) checkQuotes(record, position.row, file)
      store.add(position.row, record.map(textCell))
    },
  })
  // Rows go to the store from inside the parser; nothing comes out at its end.
  parser.resume()
  try {
    await pipeline(decodedText(file, layout.encoding, position, options), parser)
  } catch (error) {
    throw error instanceof CsvError ? asFailure(error, position, file) : error
  }
  return store.finish()
}

function textCell(text: string): CellValue {
  return text === '' ? null : unguardFormula(text)
}

/** The text of the file without byte order mark and `sep=` line. */
async function* decodedText(
  file: SourceFile,
  encoding: CsvEncoding,
  position: Position,
  options: ReadOptions,
) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let atStart = true
  for await (const chunk of readChunks(file, options.onProgress)) {
    const text = decodeChunk(decoder, chunk, encoding, position, file)
    if (text.includes('\0')) throw file.fail('file_damaged', { row: rowOf(text, '\0', position) })
    yield atStart ? text.slice(readSeparatorLine(text)?.length ?? 0) : text
    atStart = false
  }
  decodeChunk(decoder, undefined, encoding, position, file)
}

function decodeChunk(
  decoder: TextDecoder,
  chunk: Uint8Array | undefined,
  encoding: CsvEncoding,
  position: Position,
  file: SourceFile,
): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    const row = rowOf(new TextDecoder(encoding).decode(chunk), '\ufffd', position)
    throw file.fail('encoding_not_readable', { encoding, row })
  }
}

/** The row in which a character stands, counted by line ends from the rows that have been read. */
function rowOf(text: string, character: string, position: Position): number {
  const before = text.slice(0, Math.max(0, text.indexOf(character)))
  return position.row + before.split(/\r\n|\r|\n/).length
}

/** A relaxed reading keeps the opening quote of a cell it could not close; over several lines it swallowed rows. */
function checkQuotes(record: readonly string[], row: number, file: SourceFile): void {
  const column = record.findIndex((text) => text.startsWith('"') && /[\r\n]/.test(text))
  if (column >= 0) throw file.fail('quote_not_closed', { row, column: columnLetters(column) })
}

function asFailure(error: CsvError & Partial<Info>, position: Position, file: SourceFile): Error {
  const row = position.row + 1
  const where = { row, column: columnLetters(typeof error.column === 'number' ? error.column : 0) }
  switch (String(error.code)) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return file.fail('quote_not_closed', where)
    case 'CSV_MAX_RECORD_SIZE': {
      const severalLines = (error.lines ?? 0) - position.line > 1
      return severalLines
        ? file.fail('quote_not_closed', where)
        : file.fail('cell_too_long', { ...where, limit: limits.cellCharacters })
    }
    default:
      return error
  }
}

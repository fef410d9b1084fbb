import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { guardFormula } from '@shared/kernel/formula-guard'
import { stringify } from 'csv-stringify/sync'
import { replaceFile } from './replace-file'

/** A value for a CSV cell. Real numbers are written as they are, texts are guarded against being run as formulas. */
export type CsvValue = string | number | boolean | null | undefined

export type CsvRows = Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>

export type CsvOptions = {
  /** One character; semicolon where the decimal sign is a comma. */
  readonly delimiter: ',' | ';' | '\t'
  /** Whether a byte order mark stands in front, without which Excel does not read UTF-8. */
  readonly bom: boolean
}

const batchRows = 1_000

/** Rows as CSV text (RFC 4180, lines end with CR LF), in pieces of up to 1,000 rows. */
export async function* csvPieces(rows: CsvRows, options: CsvOptions): AsyncGenerator<string> {
  if (options.bom) yield '\ufeff'
  let batch: (readonly CsvValue[])[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < batchRows) continue
    yield csvText(batch, options.delimiter)
    batch = []
  }
  if (batch.length > 0) yield csvText(batch, options.delimiter)
}

/** Writes rows as a UTF-8 CSV file, complete or not at all. Throws `disk_full`, `target_unwritable`. */
export async function writeCsv(path: string, rows: CsvRows, options: CsvOptions): Promise<void> {
  await replaceFile(path, (temporary) =>
    pipeline(Readable.from(csvPieces(rows, options)), createWriteStream(temporary, { flags: 'wx' })),
  )
}

function csvText(rows: readonly (readonly CsvValue[])[], delimiter: string): string {
  return stringify([...rows], {
    delimiter,
    record_delimiter: '\r\n',
    quoted_match: /^\s|\s$|[\r\n\t]/,
    cast: {
      boolean: (value) => (value ? 'TRUE' : 'FALSE'),
      string: (text) => {
        const guarded = guardFormula(text)
        return { value: guarded, quoted: guarded !== text }
      },
    },
  })
}

import { csvDelimiters, type CsvDelimiter } from './types'

/** First line `sep=;` with which Excel is told the delimiter; it is no row of the table. */
const separatorLine = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)/i

/** The delimiter a `sep=` line names and the length of that line with its end. */
export function readSeparatorLine(
  text: string,
): { readonly delimiter: string; readonly length: number } | undefined {
  const found = separatorLine.exec(text)
  return found?.[1] === undefined ? undefined : { delimiter: found[1], length: found[0].length }
}

/**
 * The delimiter of the first records: the one that stands in as many records as possible the same number of times,
 * outside quotes. More columns count for more, so that decimal commas do not win against semicolons.
 */
export function recogniseDelimiter(text: string): CsvDelimiter {
  const records = firstRecords(text, 50)
  const scored = csvDelimiters.map((delimiter) => {
    const counts = records.map((record) => record.split(delimiter).length - 1)
    return { delimiter, score: consistency(counts) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : ','
}

function consistency(counts: readonly number[]): number {
  const frequency = new Map<number, number>()
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, times] of frequency)
    best = Math.max(best, (times / counts.length) * Math.log2(1 + count))
  return best
}

/** Non-empty records with everything between quotes left out. The last one may be cut and does not count. */
function firstRecords(text: string, most: number): readonly string[] {
  const lines = text
    .slice(0, 256 * 1024)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
  const records = lines.length > 1 ? lines.slice(0, -1) : lines
  return records.filter((line) => line.trim() !== '').slice(0, most)
}

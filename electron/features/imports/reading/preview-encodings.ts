import { parse } from 'csv-parse/sync'
import { readSeparatorLine, recogniseDelimiter } from './csv-delimiter'
import { rankEncodings, surveyBytes, tryDecode } from './csv-encoding'
import { fileKind } from './file-kind'
import { withSourceFile } from './source-file'
import { csvEncodings, type EncodingPreview, type ReadOptions } from './types'

const previewRows = 5
const previewCharacters = 200
const previewText = 64 * 1024

/**
 * How the first records of a CSV file read in each encoding that can decode them, the recognised one first. Throws
 * `AppError` as `readTable`; an encoding that is not recognised is no failure, since choosing is what this is for.
 * A workbook has none.
 */
export async function previewEncodings(
  path: string,
  options: Pick<ReadOptions, 'delimiter' | 'preferredLanguage'> = {},
): Promise<readonly EncodingPreview[]> {
  return withSourceFile(path, async (file) => {
    if ((await fileKind(file)) === 'workbook') return []
    const survey = await surveyBytes(file)
    const ranked = rankEncodings(survey, options.preferredLanguage)
    const order = [...ranked, ...csvEncodings.filter((encoding) => !ranked.includes(encoding))]
    return order.flatMap((encoding) => {
      const certain = encoding === survey.certain
      // A certain encoding is shown even if the sample ends within a character.
      const text = certain
        ? new TextDecoder(encoding).decode(survey.sample)
        : tryDecode(survey.sample, encoding)
      if (text === undefined) return []
      return [{ encoding, recognised: encoding === ranked[0], ...firstRows(text, options.delimiter) }]
    })
  })
}

function firstRows(text: string, wanted: string | undefined): Pick<EncodingPreview, 'delimiter' | 'rows'> {
  const separator = readSeparatorLine(text)
  const delimiter = wanted ?? separator?.delimiter ?? recogniseDelimiter(text)
  const records: string[][] = parse(text.slice(separator?.length ?? 0, previewText), {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    to: previewRows,
  })
  return { delimiter, rows: records.map((record) => record.map((cell) => cell.slice(0, previewCharacters))) }
}

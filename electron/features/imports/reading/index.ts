export { readTable } from './read-table'
export { previewEncodings } from './preview-encodings'
export { csvDelimiters, csvEncodings } from './types'
export type {
  CellValue,
  CsvDelimiter,
  CsvEncoding,
  EncodingPreview,
  ReadOptions,
  SerialDate,
  SheetRow,
  TableSource,
} from './types'

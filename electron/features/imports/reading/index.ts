export { readTable } from './read-table'
export { csvDelimiters, csvEncodings } from './types'
export type {
  CellValue,
  CsvDelimiter,
  CsvEncoding,
  ReadOptions,
  SerialDate,
  SheetRow,
  TableSource,
} from './types'

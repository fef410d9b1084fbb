/** Limits of an import, each with its own error. The counts of rows and characters are those of Excel itself. */
export const limits = {
  columns: 500,
  rows: 1_048_576,
  cellCharacters: 32_767,
  workbookBytes: 64 * 1024 * 1024,
  csvBytes: 512 * 1024 * 1024,
  /** A CSV record longer than this has lost a closing quote or was never a table. */
  csvRecordBytes: 16 * 1024 * 1024,
  /** Parts inside a workbook; a large real one has a few hundred. */
  parts: 2_000,
  /** Everything inside a workbook, unpacked. A full sheet of 1,048,576 rows and 10 columns fits. */
  unpackedBytes: 1024 * 1024 * 1024,
  /** Sheets of real workbooks shrink 5 to 60 times; deflate itself ends at 1032. */
  ratio: 200,
  /** Parts smaller than this are let through whatever their ratio. */
  ratioFromBytes: 16 * 1024 * 1024,
  /** All shared strings of a workbook, and all rows kept for the import, packed. */
  keptBytes: 384 * 1024 * 1024,
  /** One XML tag. Excel's longest (a row with all its attributes) has some hundred characters. */
  tagCharacters: 64 * 1024,
  /** Elements within each other; sheets need about ten. */
  nesting: 100,
} as const

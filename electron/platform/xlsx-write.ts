import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import type { Writable } from 'node:stream'
import { AppError } from '@shared/contract/result'
import ExcelJS from 'exceljs'
import { replaceFile } from './replace-file'
import { cellCharacters, columnFormat, sheetTitle, toCell, type CellOut, type ColumnType } from './xlsx-cells'

export type { CellOut, ColumnType } from './xlsx-cells'

export type ColumnOut = {
  readonly header: string
  /** In characters, as spreadsheets measure it. */
  readonly width: number
  readonly type: ColumnType
}

export type SheetOut = {
  readonly name: string
  readonly columns: readonly ColumnOut[]
  readonly rows: Iterable<readonly CellOut[]> | AsyncIterable<readonly CellOut[]>
  readonly frozenHeader: boolean
  readonly autoFilter: boolean
}

export type WriteOptions = {
  readonly signal?: AbortSignal
  /** Rows written so far, over all sheets. */
  readonly onProgress?: (rows: number) => void
}

/** A sheet takes 1,048,576 rows; a round number below it leaves room for the header. */
const rowsPerSheet = 1_000_000

/** Rows between two looks at the outside: progress, cancelling, and letting the packing catch up. */
const pauseRows = 500

/** A sheet of exceljs' streaming writer; its types leave out the stream the sheet is written to. */
type StreamedSheet = ExcelJS.Worksheet & {
  readonly commit: () => void
  readonly stream: { readonly pipes: readonly Writable[] }
}

/**
 * Writes a workbook with typed cells, complete or not at all, without keeping the rows in memory. Texts are never
 * formulas. A sheet with more rows than fit goes on in further sheets. Throws `cancelled`, `cell_too_long`,
 * `disk_full`, `target_unwritable`.
 */
export async function writeWorkbook(
  path: string,
  sheets: readonly SheetOut[],
  options: WriteOptions = {},
): Promise<void> {
  await replaceFile(path, async (temporary) => {
    const stream = createWriteStream(temporary, { flags: 'wx' })
    const closed = once(stream, 'close')
    try {
      await Promise.race([
        closed,
        writeAll(sheets, { ...options, file: basename(path), stream, closed, titles: new Set(), rows: 0 }),
      ])
      await closed
    } finally {
      stream.destroy()
      // A file that is only being opened would be there again after it has been removed.
      if (!stream.closed) await once(stream, 'close')
    }
  })
}

/** One writing: where it goes, the end or failure of that, names of sheets taken and the rows so far. */
type Job = WriteOptions & {
  readonly file: string
  readonly stream: Writable
  readonly closed: Promise<unknown>
  readonly titles: Set<string>
  rows: number
}

async function writeAll(sheets: readonly SheetOut[], job: Job): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: job.stream,
    useStyles: true,
    useSharedStrings: false,
  })
  workbook.creator = 'Parkdesk'
  for (const sheet of sheets) await writeSheet(workbook, sheet, job)
  await workbook.commit()
}

async function writeSheet(workbook: ExcelJS.Workbook, sheet: SheetOut, job: Job): Promise<void> {
  const types = sheet.columns.map(({ type }) => type)
  // One object per column: the styles are told apart by identity, and merging them per cell would cost a third more.
  const styles = types.map((type) => ({ numFmt: columnFormat(type) }))
  let inSheet = 0
  let worksheet = startSheet(workbook, sheet, job.titles)
  for await (const values of sheet.rows) {
    checkLengths(values, sheet, inSheet, job)
    if (inSheet === rowsPerSheet) {
      worksheet.commit()
      inSheet = 0
      worksheet = startSheet(workbook, sheet, job.titles)
    }
    const row = worksheet.addRow(types.map((type, index) => toCell(values[index], type)))
    for (const [index, style] of styles.entries()) if (style.numFmt) row.getCell(index + 1).style = style
    row.commit()
    inSheet += 1
    job.rows += 1
    if (job.rows % pauseRows === 0) await pause(worksheet, job)
  }
  worksheet.commit()
}

/** A longer text would make Excel call the whole workbook damaged. */
function checkLengths(
  values: readonly CellOut[],
  { columns }: SheetOut,
  rowsAbove: number,
  { file }: Job,
): void {
  const index = values.findIndex((value) => typeof value === 'string' && value.length > cellCharacters)
  if (index < 0) return
  const column = columns[index]?.header ?? String(index + 1)
  throw new AppError('cell_too_long', { file, row: rowsAbove + 2, column, limit: cellCharacters })
}

/** A new sheet with its header row. */
function startSheet(workbook: ExcelJS.Workbook, sheet: SheetOut, titles: Set<string>): StreamedSheet {
  const title = sheetTitle(sheet.name, titles)
  titles.add(title.toLowerCase())
  const worksheet = workbook.addWorksheet(title, {
    views: sheet.frozenHeader ? [{ state: 'frozen', ySplit: 1 }] : [],
  })
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }))
  if (sheet.autoFilter) {
    worksheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: 1, column: Math.max(1, sheet.columns.length) },
    }
  }
  const header = worksheet.addRow(sheet.columns.map(({ header: text }) => toCell(text, 'text')))
  header.font = { bold: true }
  header.commit()
  return worksheet as StreamedSheet
}

/** Between rows: stop if asked to, tell the progress, and wait until what was written has been packed. */
async function pause(worksheet: StreamedSheet, { signal, onProgress, closed, rows }: Job): Promise<void> {
  if (signal?.aborted) throw new AppError('cancelled')
  onProgress?.(rows)
  // exceljs itself never waits for the packing and would keep the whole sheet in memory; an empty piece goes through
  // the same stream behind everything else and comes out when there is room again.
  for (const pipe of worksheet.stream.pipes) {
    await Promise.race([closed, new Promise<void>((resolve) => pipe.write('', () => resolve()))])
  }
}

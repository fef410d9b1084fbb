import ExcelJS from 'exceljs'
import { everyRight } from '@shared/contract/rights'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldEntries } from '@shared/kernel/registers'
import { openReadable } from '../../electron/data/connection'
import { exportsTasks } from '../../electron/features/exports'
import { columnType, workbookCell, type CellStyle } from '../../electron/features/exports/export-cells'
import { cellRows, exportFields, exportRows } from '../../electron/features/exports/export-rows'
import { tenantReferences } from '../../electron/features/imports'
import { columnFormat, toCell } from '../../electron/platform/xlsx-cells'
import { median, peakMemory, printBudget, timeOfAsync } from './measure'
import { benchNow, benchPark, scratchFolder, taskContext } from './parks'

const rows = 100_000
const rounds = 3
const fields = fieldEntries('requests')
const types = fields.map(([, spec]) => columnType(spec))

/** Writing 100,000 requests as a workbook against exceljs writing the same cells out of memory. */
export async function exportBench(): Promise<void> {
  const scratch = scratchFolder()
  try {
    await measure(scratch)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function measure(scratch: string): Promise<void> {
  const context = taskContext(benchPark(rows))
  const input = {
    register: 'requests',
    format: 'xlsx',
    language: 'en',
    path: join(scratch, 'requests.xlsx'),
    rights: [...everyRight],
  } as const
  const ours = [await timeOfAsync(() => exportsTasks['exports.run'](input, context))]
  const memory = peakMemory()
  const cells = readCells(context.folder)
  const bare = () => writeBare(join(scratch, 'bare.xlsx'), cells)
  const theirs = [await timeOfAsync(bare)]
  while (theirs.length < rounds) {
    ours.push(await timeOfAsync(() => exportsTasks['exports.run'](input, context)))
    theirs.push(await timeOfAsync(bare))
  }
  const figure = median(ours)
  const reference = median(theirs)
  printBudget({
    budget: 'XLSX export of 100,000 rows',
    figure,
    unit: 'ms',
    reference,
    limit: '≤ 1.3 ×',
    ok: figure <= 1.3 * reference,
    detail: {
      reference: "exceljs' streaming writer, the same cells and number formats out of memory",
      rounds,
      peakMemoryMb: memory,
      peakMemoryOfBothMb: peakMemory(),
    },
  })
}

type Cells = readonly (string | number | boolean | null)[]

function readCells(folder: string): readonly Cells[] {
  const db = openReadable(folder)
  const timeZone = 'Asia/Almaty'
  const style: CellStyle = { language: 'en', timeZone, tenant: tenantReferences(db) }
  const found = exportRows(db, 'requests', undefined, benchNow, timeZone, everyRight)
  const made = cellRows(
    exportFields('requests', everyRight),
    found.rows(),
    workbookCell,
    style,
    () => undefined,
  )
  const cells = [...made].map((row) => row.map((value, index) => toCell(value, types[index] ?? 'text')))
  db.close()
  return cells
}

async function writeBare(filename: string, cells: readonly Cells[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet('requests')
  sheet.columns = fields.map(([field], index) => {
    const numFmt = columnFormat(types[index] ?? 'text')
    return { header: fieldLabel('requests', field, 'en'), width: 18, style: numFmt ? { numFmt } : {} }
  })
  for (const row of cells) sheet.addRow(row).commit()
  sheet.commit()
  await workbook.commit()
}

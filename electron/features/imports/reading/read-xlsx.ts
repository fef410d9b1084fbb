import { createRowStore } from './row-store'
import type { SourceFile } from './source-file'
import type { ReadOptions, SheetRow, TableSource } from './types'
import { openPackage, type Package } from './xlsx-gate'
import { readDateStyles, readWorkbookParts, scanPart, type SheetPart } from './xlsx-parts'
import { sheetHandlers, type SheetContext } from './xlsx-sheet'
import { readSharedStrings } from './xlsx-strings'

/** Reads one sheet of a workbook, see `readTable`. */
export async function readXlsx(file: SourceFile, options: ReadOptions): Promise<TableSource> {
  const zip = await openPackage(file)
  const workbook = await readWorkbookParts(zip, file)
  const visible = workbook.sheets.filter((sheet) => sheet.visible)
  const listed = visible.length > 0 ? visible : workbook.sheets
  const candidates = chooseSheets(listed, options.sheet, file)
  const count = progress(zip, [workbook.sharedStrings, candidates[0]?.part], file, options.onProgress)
  const context = {
    date1904: workbook.date1904,
    dateStyles: await readDateStyles(zip, workbook.styles, file),
    strings: await readSharedStrings(zip, workbook.sharedStrings, file, count),
  }
  for (const sheet of candidates) {
    const { rows, rowCount } = await readSheet(zip, sheet, context, file, count)
    if (rowCount === 0) continue
    return { format: 'xlsx', sheet: sheet.name, sheets: listed.map(({ name }) => name), rows, rowCount }
  }
  throw file.fail('no_rows', { sheet: candidates[0]?.name ?? '' })
}

function chooseSheets(sheets: readonly SheetPart[], wanted: string | undefined, file: SourceFile) {
  if (wanted === undefined) return sheets
  const chosen = sheets.filter((sheet) => sheet.name === wanted)
  if (chosen.length === 0) throw file.fail('sheet_missing', { sheet: wanted })
  return chosen
}

async function readSheet(
  zip: Package,
  sheet: SheetPart,
  context: SheetContext,
  file: SourceFile,
  onText: (characters: number) => void,
): Promise<{ readonly rows: Iterable<SheetRow>; readonly rowCount: number }> {
  const store = createRowStore(file.fail)
  await scanPart(zip, sheet.part, file, { ...sheetHandlers(context, file.fail, store.add), onText })
  return store.finish()
}

/** Tells how far the reading is, in bytes of the file, from the share of the unpacked text that has been read. */
function progress(
  zip: Package,
  parts: readonly (string | undefined)[],
  file: SourceFile,
  onProgress: ReadOptions['onProgress'],
): (characters: number) => void {
  const total = parts.reduce((sum, part) => sum + (part === undefined ? 0 : zip.size(part)), 0)
  let read = 0
  return (characters) => {
    read += characters
    onProgress?.(Math.round(file.size * Math.min(1, read / total)), file.size)
  }
}

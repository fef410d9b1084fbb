import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of a PDF as a reader copies it, without spaces: how words are set apart there is a matter of the reader. */
export async function pdfText(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await loading.destroy()
  return withoutSpaces(pages.join(''))
}

/** A text without any kind of space, in the composed form. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}

/** A row of a workbook: the text at its head and the numbers after it. */
export type WorkbookRow = { readonly sheet: string; readonly cells: readonly unknown[] }

/** Every row of every sheet of a workbook. */
export async function workbookRows(path: string): Promise<readonly WorkbookRow[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook.worksheets.flatMap((sheet) => {
    const rows: WorkbookRow[] = []
    sheet.eachRow((row) => {
      const values = Array.isArray(row.values) ? row.values.slice(1) : []
      rows.push({ sheet: sheet.name, cells: values })
    })
    return rows
  })
}

/** What one cell of a workbook holds. `serial` is a spreadsheet date in days since the epoch of its calendar. */
export type Cell = string | number | boolean | { readonly serial: number; readonly date1904: boolean } | null

/** One row of a file with the number the user sees beside it. */
export type FileRow = { readonly row: number; readonly cells: readonly Cell[] }

/** A cell as it is shown in a message or a list of problems. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? String(cell.serial) : String(cell)
}

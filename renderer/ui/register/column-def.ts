import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import type { RegisterColumn, RegisterSort } from './types'

/** A column as the grid wants it. */
export function columnDef<Row>(column: RegisterColumn<Row>, sort: RegisterSort | null): ColDef<Row> {
  const { field, label, width, grows, numeric, sortable, text, render } = column
  return {
    colId: field,
    headerName: label,
    sortable,
    resizable: true,
    minWidth: 64,
    ...(grows ? { flex: width, minWidth: Math.min(width, 140) } : { width }),
    ...(sort?.field === field ? { initialSort: sort.direction } : {}),
    ...(numeric ? { cellClass: 'register-numeric', headerClass: 'register-numeric' } : {}),
    sortingOrder: ['asc', 'desc', null],
    valueGetter: ({ data }) => (data === undefined ? '' : text(data)),
    cellRenderer:
      render === undefined
        ? undefined
        : ({ data }: ICellRendererParams<Row>) => (data === undefined ? null : render(data)),
  }
}

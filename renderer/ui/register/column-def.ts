import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import { leastWidth } from './column-layout'
import type { RegisterColumn } from './types'

/** A column as the grid wants it. */
export function columnDef<Row>(column: RegisterColumn<Row>): ColDef<Row> {
  const { field, label, width, grows, numeric, sortable, text, render } = column
  return {
    colId: field,
    headerName: label,
    sortable,
    resizable: true,
    minWidth: 64,
    ...(grows ? { flex: width, minWidth: leastWidth(column) } : { width }),
    ...(numeric ? { cellClass: 'register-numeric', headerClass: 'register-numeric' } : {}),
    ...(render === undefined ? {} : { cellClass: 'register-drawn' }),
    sortingOrder: ['asc', 'desc', null],
    valueGetter: ({ data }) => (data === undefined ? '' : text(data)),
    cellRenderer:
      render === undefined
        ? undefined
        : ({ data }: ICellRendererParams<Row>) => (data === undefined ? null : render(data)),
  }
}

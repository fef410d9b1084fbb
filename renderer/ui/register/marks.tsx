import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import { createContext, use } from 'react'
import type { RegisterRow } from './types'

/** Rows that are marked to be changed together. */
export type Marks = {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  /** Words of a row's mark, for those who hear them. */
  readonly label: (id: string) => string
}

/** A mark changes its own cell alone; the grid's columns stay as they are. */
export const MarksContext = createContext<Marks | undefined>(undefined)

/** Whether an event came from the cell of a mark, which does not show its row. */
export function isMark(event: Event | null | undefined): boolean {
  return event?.target instanceof Element && event.target.closest('.register-mark') !== null
}

/** Pixels of the column of marks. */
export const markWidth = 36

/** Column of the marks; no field of a register is called like this. */
export const markKey = '#mark'

export function markColumn<Row extends RegisterRow>(): ColDef<Row> {
  return {
    colId: markKey,
    headerName: '',
    width: markWidth,
    minWidth: markWidth,
    sortable: false,
    resizable: false,
    suppressMovable: true,
    lockPosition: 'left',
    cellClass: 'register-mark',
    cellRenderer: ({ data }: ICellRendererParams<Row>) => (data === undefined ? null : <Mark id={data.id} />),
  }
}

function Mark({ id }: { readonly id: string }) {
  const marks = use(MarksContext)
  if (marks === undefined) return null
  return (
    <input
      type="checkbox"
      // Arrows lead through the list; Ctrl and Space set the mark of its row.
      tabIndex={-1}
      aria-label={marks.label(id)}
      checked={marks.ids.has(id)}
      onChange={() => marks.toggle(id)}
    />
  )
}

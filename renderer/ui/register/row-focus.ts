import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import { isTaken, recordStep } from './record-step'
import type { RegisterRow } from './types'

/** Whether the focus is nowhere: what had it is gone. */
function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

/** Puts the focus on the row of a record, where that row has been read; answers whether it has. */
function focusRow<Row>(grid: GridApi<Row>, id: string): boolean {
  const row = grid.getRowNode(id)
  const column = grid.getAllDisplayedColumns()[0]
  if (row === undefined || row.rowIndex === null || column === undefined) return false
  grid.ensureIndexVisible(row.rowIndex)
  grid.setFocusedCell(row.rowIndex, column)
  return true
}

/**
 * Gives a lost focus back to the row of a record: of `returnTo` when somebody comes back to the list, of the record
 * beside the list when that is closed.
 */
export function useReturningFocus<Row>(
  grid: GridApi<Row> | null,
  selected: string | null,
  returnTo: string | null,
): void {
  const before = useRef(selected)
  useEffect(() => {
    const closed = selected === null ? before.current : null
    before.current = selected
    if (grid !== null && closed !== null && isFocusLost()) focusRow(grid, closed)
  }, [grid, selected])
  useEffect(() => {
    if (grid === null || returnTo === null) return undefined
    const stop = () => {
      if (!grid.isDestroyed()) grid.removeEventListener('modelUpdated', back)
    }
    const back = () => {
      if (!isFocusLost() || focusRow(grid, returnTo)) stop()
    }
    grid.addEventListener('modelUpdated', back)
    back()
    return stop
  }, [grid, returnTo])
}

/** Alt+Up and Alt+Down show the record before or after the one beside the list. */
export function useRecordSteps<Row extends RegisterRow>(
  grid: GridApi<Row> | null,
  selected: string | null,
  onSelect: (row: Row) => void,
): void {
  useEffect(() => {
    if (grid === null || selected === null) return undefined
    const pressed = (event: KeyboardEvent) => {
      const step = recordStep(event)
      const from = grid.getRowNode(selected)?.rowIndex ?? null
      if (step === 0 || from === null || isTaken(event)) return
      // Before the grid moves its own focus by the same press.
      event.preventDefault()
      event.stopPropagation()
      const row = grid.getDisplayedRowAtIndex(from + step)?.data
      if (row === undefined) return
      if (grid.getFocusedCell() === null) grid.ensureIndexVisible(from + step)
      else focusRow(grid, row.id)
      onSelect(row)
    }
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  })
}

/** Ids of the rows read so far, in their order. */
export function readIds<Row extends RegisterRow>(grid: GridApi<Row>): readonly string[] {
  const ids: string[] = []
  grid.forEachNode((node) => {
    if (node.data !== undefined) ids.push(node.data.id)
  })
  return ids
}

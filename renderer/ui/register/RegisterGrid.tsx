import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  type CellFocusedEvent,
  type CellKeyDownEvent,
  type GridApi,
  type GridOptions,
  type GridReadyEvent,
  type SortChangedEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Page } from '@shared/contract/page'
import 'ag-grid-community/styles/ag-grid-no-native-widgets.css'
import './register.css'
import { chosenColumns, fittingColumns, layoutOf } from './column-layout'
import { columnDef } from './column-def'
import { readIds, useRecordSteps, useReturningFocus } from './row-focus'
import { isMark, markColumn, markKey, markWidth, type Marks } from './marks'
import { rowSource } from './row-source'
import { useGridText } from './grid-text'
import { useLatest } from '../use-latest'
import { useWidth } from './use-width'
import type { ColumnLayout, RegisterColumn, RegisterRow, RegisterSort } from './types'

ModuleRegistry.registerModules([
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
])

/** Rows fetched at a time. */
const pageSize = 200
const rowHeight = 32
/** Room the vertical scrollbar takes of the rows. */
const scrollbarWidth = 12

/** The grid's own icons are letters of a font that the window does not load. */
const icons = {
  sortAscending: '<span aria-hidden="true">↑</span>',
  sortDescending: '<span aria-hidden="true">↓</span>',
}

/** One object for good: the grid builds itself anew around options that change. */
const fixedOptions: GridOptions = {
  theme: 'legacy',
  rowModelType: 'infinite',
  cacheBlockSize: pageSize,
  // A page begins where the one before it ended, so they are fetched one after the other.
  maxConcurrentDatasourceRequests: 1,
  blockLoadDebounceMillis: 60,
  maxBlocksInCache: 20,
  infiniteInitialRowCount: 1,
  rowHeight,
  headerHeight: 32,
  icons,
  suppressMultiSort: true,
  suppressDragLeaveHidesColumns: true,
  ensureDomOrder: true,
  // The list is one stop of the Tab key: arrows move inside it, and nobody has to pass every cell to leave it.
  tabToNextCell: () => false,
  rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: false },
}

function rowId<Row extends RegisterRow>({ data }: { readonly data: Row }): string {
  return data.id
}

export type RegisterGridProps<Row extends RegisterRow> = {
  /** What the list holds, for those who hear it. */
  readonly label: string
  readonly columns: readonly RegisterColumn<Row>[]
  readonly layout: ColumnLayout | null
  readonly onLayout: (layout: ColumnLayout) => void
  readonly sort: RegisterSort | null
  readonly onSort: (sort: RegisterSort | null) => void
  /** Fetches a page; a function of another identity stands for another filter. */
  readonly fetchPage: (request: {
    readonly cursor: string | null
    readonly limit: number
    readonly sort: RegisterSort | null
  }) => Promise<Page<Row>>
  /** Rows that fit the filter, as far as that is known. */
  readonly total: number | undefined
  /** Counts up whenever the rows have to be fetched again. */
  readonly revision: number
  readonly selected: string | null
  readonly onSelect: (row: Row) => void
  /** Opens a row; `ids` are those of the rows read so far. */
  readonly onOpen: (row: Row, ids: readonly string[]) => void
  /** The row that gets a lost focus back, for those who come back from its record. */
  readonly returnTo: string | null
  /** Rows that are marked to be changed together; without it none can be. */
  readonly marks?: Marks | undefined
  /** First and last row in sight, from 1. */
  readonly onRange: (first: number, last: number) => void
  readonly onFailure: (error: unknown) => void
}

/** The grid behind `Register`; loaded when the first register is opened. */
export function RegisterGrid<Row extends RegisterRow>(props: RegisterGridProps<Row>) {
  const [frame, width] = useWidth()
  const [grid, setGrid] = useState<GridApi<Row> | null>(null)
  const text = useGridText()
  const latest = useLatest(props)
  const columns = useShownColumns(props, width)
  const hasMarks = props.marks !== undefined
  const definitions = useMemo(
    () => [...(hasMarks ? [markColumn<Row>()] : []), ...columns.map((column) => columnDef(column))],
    [columns, hasMarks],
  )
  useSort(grid, props.sort)
  useRows(grid, props, latest)
  useSelection(grid, props.selected)
  useReturningFocus(grid, props.selected, props.returnTo)
  useRecordSteps(grid, props.selected, props.onSelect)

  return (
    <section ref={frame} className="register" aria-label={props.label}>
      {width > 0 && (
        <AgGridReact<Row>
          className="register-grid"
          gridOptions={fixedOptions}
          columnDefs={definitions}
          getRowId={rowId}
          getLocaleText={text}
          onGridReady={(event: GridReadyEvent<Row>) => setGrid(event.api)}
          onRowClicked={({ data, event }) => data !== undefined && !isMark(event) && props.onSelect(data)}
          onRowDoubleClicked={(event) =>
            event.data !== undefined && !isMark(event.event) && props.onOpen(event.data, readIds(event.api))
          }
          onCellKeyDown={(event) => pressed(event as CellKeyDownEvent<Row>, latest.current)}
          onCellFocused={(event) => followed(event, latest.current)}
          onSortChanged={(event) => sorted(event, latest.current)}
          onBodyScrollEnd={(event) => tellRange(event.api, latest.current)}
          onModelUpdated={(event) => tellRange(event.api, latest.current)}
          onColumnMoved={(event) =>
            event.finished &&
            event.source === 'uiColumnMoved' &&
            keepColumns(event.api, latest.current, undefined)
          }
          onColumnResized={(event) =>
            event.finished &&
            event.source === 'uiColumnResized' &&
            keepColumns(event.api, latest.current, event.column?.getColId())
          }
        />
      )}
    </section>
  )
}

function useShownColumns<Row extends RegisterRow>(
  { columns, layout, marks }: RegisterGridProps<Row>,
  width: number,
): readonly RegisterColumn<Row>[] {
  const room = width - scrollbarWidth - (marks === undefined ? 0 : markWidth)
  const chosen = useMemo(() => chosenColumns(columns, layout), [columns, layout])
  const fitting = useMemo(() => fittingColumns(chosen, room), [chosen, room])
  // A width that changes nothing must not rebuild the columns.
  const [shown, setShown] = useState(fitting)
  const isSame = shown.length === fitting.length && shown.every((column, index) => column === fitting[index])
  if (!isSame) setShown(fitting)
  return isSame ? shown : fitting
}

function useSort<Row>(grid: GridApi<Row> | null, sort: RegisterSort | null) {
  useEffect(() => {
    if (grid === null || sameSort(currentSort(grid), sort)) return
    const state = sort === null ? [] : [{ colId: sort.field, sort: sort.direction }]
    grid.applyColumnState({ state, defaultState: { sort: null } })
  }, [grid, sort])
}

function useRows<Row extends RegisterRow>(
  grid: GridApi<Row> | null,
  { fetchPage, total, revision }: RegisterGridProps<Row>,
  latest: { readonly current: RegisterGridProps<Row> },
) {
  const count = useLatest(total)
  useEffect(() => {
    grid?.setGridOption(
      'datasource',
      rowSource<Row>({
        pageSize,
        fetchPage,
        total: () => count.current,
        failed: (error) => latest.current.onFailure(error),
      }),
    )
  }, [grid, fetchPage, latest, count])
  const first = useRef(revision)
  useEffect(() => {
    if (revision === first.current) return
    first.current = revision
    grid?.refreshInfiniteCache()
  }, [grid, revision])
}

function useSelection<Row>(grid: GridApi<Row> | null, selected: string | null) {
  const select = useCallback(() => {
    grid?.forEachNode((node) => {
      const wanted = selected !== null && node.id === selected
      if (node.isSelected() !== wanted) node.setSelected(wanted)
    })
  }, [grid, selected])
  useEffect(() => {
    select()
    grid?.addEventListener('modelUpdated', select)
    return () => {
      if (grid !== null && !grid.isDestroyed()) grid.removeEventListener('modelUpdated', select)
    }
  }, [grid, select])
}

function pressed<Row extends RegisterRow>(event: CellKeyDownEvent<Row>, props: RegisterGridProps<Row>) {
  const key = event.event
  if (!(key instanceof KeyboardEvent) || key.isComposing || event.data === undefined) return
  if (key.code === 'Enter' || key.code === 'NumpadEnter') props.onOpen(event.data, readIds(event.api))
  if (key.code === 'Space') {
    key.preventDefault()
    if (key.ctrlKey || key.metaKey) props.marks?.toggle(event.data.id)
    else props.onSelect(event.data)
  }
}

/** Beside the list stands the row that has the focus, once there is one. */
function followed<Row extends RegisterRow>(event: CellFocusedEvent, props: RegisterGridProps<Row>) {
  if (props.selected === null || event.rowIndex === null) return
  const row = (event.api as GridApi<Row>).getDisplayedRowAtIndex(event.rowIndex)?.data
  if (row !== undefined && row.id !== props.selected) props.onSelect(row)
}

function sorted<Row extends RegisterRow>(event: SortChangedEvent<Row>, props: RegisterGridProps<Row>) {
  const sort = currentSort(event.api)
  if (!sameSort(sort, props.sort)) props.onSort(sort)
}

function currentSort<Row>(grid: GridApi<Row>): RegisterSort | null {
  const column = grid.getColumnState().find((state) => state.sort === 'asc' || state.sort === 'desc')
  return column === undefined
    ? null
    : { field: column.colId, direction: column.sort === 'desc' ? 'desc' : 'asc' }
}

function sameSort(one: RegisterSort | null, other: RegisterSort | null): boolean {
  return one?.field === other?.field && one?.direction === other?.direction
}

/** Keeps the order of the columns and, where one was made wider or narrower, its width. */
function keepColumns<Row extends RegisterRow>(
  grid: GridApi<Row>,
  props: RegisterGridProps<Row>,
  resized: string | undefined,
) {
  const chosen = chosenColumns(props.columns, props.layout)
  const drawn = grid.getAllDisplayedColumns().filter((column) => column.getColId() !== markKey)
  const shown = drawn.map((column) => {
    const field = column.getColId()
    const width = chosen.find((each) => each.field === field)?.width
    return { field, width: field === resized || width === undefined ? column.getActualWidth() : width }
  })
  const fields = new Set(shown.map((column) => column.field))
  // Columns that only found no room keep their place in the choice.
  const roomless = chosen.filter((column) => !fields.has(column.field))
  props.onLayout(layoutOf(props.columns, [...shown, ...roomless]))
}

function tellRange<Row extends RegisterRow>(grid: GridApi<Row>, props: RegisterGridProps<Row>) {
  const { top, bottom } = grid.getVerticalPixelRange()
  const last = Math.min(Math.ceil(bottom / rowHeight) - 1, grid.getDisplayedRowCount() - 1)
  const first = Math.floor(top / rowHeight)
  if (last >= first) props.onRange(first + 1, last + 1)
}

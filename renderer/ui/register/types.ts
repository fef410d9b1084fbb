import type { ReactNode } from 'react'

/** Direction and field a register is sorted by. */
export type RegisterSort = { readonly field: string; readonly direction: 'asc' | 'desc' }

/** One column of a register. */
export type RegisterColumn<Row> = {
  /** The field the column shows; what the data side sorts by. */
  readonly field: string
  /** The fields of a row it is made of, where they are others than its own. */
  readonly reads?: readonly string[]
  readonly label: string
  /** Pixels at first sight. */
  readonly width: number
  /** Takes a share of the width that is left over. */
  readonly grows?: boolean
  /** Numbers stand at the end, with tabular figures. */
  readonly numeric?: boolean
  readonly sortable: boolean
  /** 1 always stays; the highest leaves first where there is little room; 0 is shown only when asked for. */
  readonly importance: number
  readonly text: (row: Row) => string
  /** What is drawn instead of the text. */
  readonly render?: (row: Row) => ReactNode
}

/** Which columns are shown, in which order and how wide. */
export type ColumnLayout = {
  readonly columns: readonly { readonly field: string; readonly width: number }[]
  readonly hidden: readonly string[]
}

/** What every row of every register has. */
export type RegisterRow = { readonly id: string }

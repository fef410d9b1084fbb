import type { ColumnLayout, RegisterColumn } from './types'

/** Columns that are shown when nobody has chosen any. */
function atFirst<Row>(columns: readonly RegisterColumn<Row>[]): readonly RegisterColumn<Row>[] {
  return columns.filter((column) => column.importance > 0)
}

/**
 * The columns in their chosen order and width, without the hidden ones. A column the layout does not know yet is
 * shown as at first sight.
 */
export function chosenColumns<Row>(
  columns: readonly RegisterColumn<Row>[],
  layout: ColumnLayout | null,
): readonly RegisterColumn<Row>[] {
  if (layout === null) return atFirst(columns)
  const known = new Set([...layout.columns.map((column) => column.field), ...layout.hidden])
  const placed = layout.columns.flatMap(({ field, width }) => {
    const column = columns.find((candidate) => candidate.field === field)
    return column === undefined ? [] : [withWidth(column, width)]
  })
  return [...placed, ...atFirst(columns).filter((column) => !known.has(column.field))]
}

/** The fields that the chosen columns are made of, in an order that does not depend on theirs. */
export function shownFields<Row>(
  columns: readonly RegisterColumn<Row>[],
  layout: ColumnLayout | null,
): readonly string[] {
  return [...new Set(chosenColumns(columns, layout).flatMap(({ field, reads }) => reads ?? [field]))].sort()
}

/** A column somebody gave a width of its own no longer takes a share of what is left over. */
function withWidth<Row>(column: RegisterColumn<Row>, width: number): RegisterColumn<Row> {
  return width === column.width ? column : { ...column, width, grows: false }
}

/**
 * The columns that fit into a width, the least important ones left out first. What is indispensable stays, growing
 * columns then shrink.
 */
export function fittingColumns<Row>(
  columns: readonly RegisterColumn<Row>[],
  width: number,
): readonly RegisterColumn<Row>[] {
  const kept = [...columns]
  const widthOf = () => kept.reduce((sum, column) => sum + column.width, 0)
  while (widthOf() > width) {
    const least = kept.reduce((worst, column) => (rank(column) >= rank(worst) ? column : worst))
    if (rank(least) <= 1) break
    kept.splice(kept.indexOf(least), 1)
  }
  return kept
}

/** Pixels below which a column would say nothing any more. */
export function leastWidth<Row>({ width, grows }: RegisterColumn<Row>): number {
  return grows === true ? Math.min(width, 100) : width
}

/** A column that somebody asked for beyond the usual ones leaves after those: a press must show what it did. */
function rank<Row>(column: RegisterColumn<Row>): number {
  return column.importance === 0 ? askedFor : column.importance
}

const askedFor = 2.5

/** The layout with one column shown or hidden. */
export function withColumn<Row>(
  columns: readonly RegisterColumn<Row>[],
  layout: ColumnLayout | null,
  field: string,
  shown: boolean,
): ColumnLayout {
  const current = chosenColumns(columns, layout)
  const without = current.filter((column) => column.field !== field)
  const added = columns.find((column) => column.field === field)
  return layoutOf(columns, shown && added !== undefined ? [...without, added] : without)
}

/** The layout with one column moved by one place. */
export function movedColumn<Row>(
  columns: readonly RegisterColumn<Row>[],
  layout: ColumnLayout | null,
  field: string,
  step: -1 | 1,
): ColumnLayout {
  const current = [...chosenColumns(columns, layout)]
  const from = current.findIndex((column) => column.field === field)
  const [moved] = current.splice(from, 1)
  if (moved !== undefined) current.splice(Math.max(0, from + step), 0, moved)
  return layoutOf(columns, current)
}

/** The layout in which exactly these columns are shown. */
export function layoutOf<Row>(
  columns: readonly RegisterColumn<Row>[],
  shown: readonly { readonly field: string; readonly width: number }[],
): ColumnLayout {
  const fields = new Set(shown.map((column) => column.field))
  return {
    columns: shown.map(({ field, width }) => ({ field, width: Math.round(width) })),
    hidden: columns.filter((column) => !fields.has(column.field)).map((column) => column.field),
  }
}

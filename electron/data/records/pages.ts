import { AppError } from '@shared/contract/result'
import type { Condition, ConditionGroup, Filter, PackedPage, PageRequest } from '@shared/contract/page'
import { fieldOf, hiddenFields, type RegisterName } from '@shared/kernel/registers'
import { matchQuery } from '../search-index'
import {
  eachNumber,
  every,
  list,
  joined,
  name,
  number,
  sql,
  table,
  type ReadableDb,
  type SqlQuery,
} from '../sql'
import { matchesOfCommonText, type Matches } from './common-text'
import { chosenColumns, columnOf, rowColumns, type Extras } from './tables'
import { visibleRows, type Rights } from './visibility'

/** A column or expression with an index that ends in `seq`; `empty` stands where there is no value. */
export type SortColumn = { readonly expression: SqlQuery }

/** How the rows of one register are listed. */
export type RegisterList = {
  readonly register: RegisterName
  /** Of whoever looks at it: what they may not see is neither listed nor counted. */
  readonly rights: Rights
  /** An index of exactly the live rows: counts all of them without reading one. */
  readonly liveIndex: SqlQuery
  /** `FROM` with the joins a row needs; the register's own table is `r`, and conditions are on it alone. */
  readonly from: SqlQuery
  readonly extras: Extras
  readonly sorts: Readonly<Record<string, SortColumn>>
  readonly defaultSort: { readonly field: string; readonly direction: 'asc' | 'desc' }
  /** The condition of a named view, or undefined where there is none of that name. */
  readonly view: (view: string, at: string | number | undefined) => SqlQuery | undefined
}

type Cursor = readonly [string | number, number]

function readCursor(text: string | null): Cursor | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'number')
      return value as unknown as Cursor
  } catch {
    // Falls through: a cursor nobody here wrote.
  }
  throw new AppError('invalid_input', { field: 'cursor' })
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url')
}

function conditionQuery({ register, rights }: RegisterList, condition: Condition): SqlQuery {
  const spec = fieldOf(register, condition.field)
  refuseHiddenField(register, condition.field, rights)
  if (!spec) throw new AppError('invalid_input', { field: condition.field })
  const column = name(`r.${columnOf(condition.field)}`)
  const parts: SqlQuery[] = []
  if (condition.in) {
    const values = condition.in.filter((value) => value !== null)
    const accepted: SqlQuery[] = values.length > 0 ? [sql`${column} IN ${list(values)}`] : []
    if (values.length < condition.in.length) accepted.push(sql`${column} IS NULL`)
    parts.push(accepted.length > 0 ? sql`(${joined(accepted, ' OR ')})` : sql`FALSE`)
  }
  if (condition.from !== undefined) parts.push(sql`${column} >= ${condition.from}`)
  if (condition.to !== undefined) parts.push(sql`${column} < ${condition.to}`)
  return every(parts)
}

const groupJoints = { all: ' AND ', any: ' OR ', none: ' OR ' } as const

/** A group without any part is true: it asks for nothing. */
function groupQuery(register: RegisterList, { match, conditions, groups }: ConditionGroup): SqlQuery {
  const parts = [
    ...conditions.map((condition) => conditionQuery(register, condition)),
    ...groups.map((group) => groupQuery(register, group)),
  ]
  if (parts.length === 0) return sql`TRUE`
  const together = sql`(${joined(parts, groupJoints[match])})`
  // An empty field makes a comparison neither true nor false; its row is one for which no part is true.
  return match === 'none' ? sql`(${together} IS NOT TRUE)` : together
}

/** A condition or an order would tell what the field itself does not. Errors: `not_allowed`. */
function refuseHiddenField(register: RegisterName, field: string, rights: Rights): void {
  if (hiddenFields(register, rights).includes(field)) throw new AppError('not_allowed', { name: field })
}

/** The `WHERE` of a filter. Errors: `invalid_input` for a field or view the register does not have. */
export function filterQuery(register: RegisterList, filter: Filter): SqlQuery {
  const parts = [filter.deleted ? sql`r.deleted_at IS NOT NULL` : sql`r.deleted_at IS NULL`]
  const visible = visibleRows(register.register, register.rights)
  if (visible) parts.push(visible)
  if (filter.view !== undefined) {
    const view = register.view(filter.view, filter.viewAt)
    if (!view) throw new AppError('invalid_input', { field: 'view' })
    parts.push(view)
  }
  if (filter.batchId !== undefined) parts.push(sql`r.batch_id = ${filter.batchId}`)
  for (const condition of filter.conditions) parts.push(conditionQuery(register, condition))
  if (filter.group !== undefined) parts.push(groupQuery(register, filter.group))
  if (filter.text !== undefined && filter.text.trim() !== '')
    parts.push(textQuery(register.register, filter.text))
  return every(parts)
}

function textQuery(register: RegisterName, text: string): SqlQuery {
  const match = matchQuery(text)
  if (match === null) return sql`FALSE`
  const index = name(`${register}_search`)
  return sql`r.seq IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ${match})`
}

/** By what a page is sorted, in which order, and which rows come after its cursor. */
function orderOf(register: RegisterList, { sort = register.defaultSort, cursor }: PageRequest) {
  refuseHiddenField(register.register, sort.field, register.rights)
  const column = register.sorts[sort.field]
  if (!column) throw new AppError('invalid_input', { field: sort.field })
  const direction = { text: sort.direction === 'desc' ? 'DESC' : 'ASC', values: [] }
  const last = readCursor(cursor)
  return {
    value: column.expression,
    by: sql`${column.expression} ${direction}, r.seq ${direction}`,
    after: last ? afterCursor(column.expression, sort.direction, last) : sql`TRUE`,
  }
}

/** The SQL of one page, by keyset: it begins after the cursor's row and never counts off the rows before it. */
export function pageQuery(register: RegisterList, request: PageRequest): SqlQuery {
  const order = orderOf(register, request)
  return rowsQuery(register, request, order, sql`${filterQuery(register, request.filter)} AND ${order.after}`)
}

function rowsQuery(
  register: RegisterList,
  request: PageRequest,
  { value, by }: ReturnType<typeof orderOf>,
  where: SqlQuery,
): SqlQuery {
  return sql`SELECT ${listedColumns(register, request.fields)}, ${value} AS sortValue, r.seq AS seq
    FROM ${register.from} WHERE ${where} ORDER BY ${by} LIMIT ${request.limit}`
}

/** Rows that are looked at before a text proves to stand elsewhere. */
const longestWalk = 20_000

/**
 * The SQL of a page of a text that stands in many rows, found by walking the rows in their order; undefined where that
 * leads too far, because the text stands in few of those that come first.
 */
export function walkedQuery(
  db: ReadableDb,
  register: RegisterList,
  request: PageRequest,
  matches: Matches,
): SqlQuery | undefined {
  const order = orderOf(register, request)
  const others = filterQuery(register, { ...request.filter, text: undefined })
  const walk = sql`SELECT r.seq FROM ${name(register.register)} r WHERE ${others} AND ${order.after}
    ORDER BY ${order.by} LIMIT ${longestWalk}`
  const places: number[] = []
  let walked = 0
  for (const seq of eachNumber(db, walk)) {
    walked += 1
    if (matches.has(seq)) places.push(seq)
    if (places.length === request.limit) break
  }
  if (places.length < request.limit && walked === longestWalk) return undefined
  const found = sql`r.seq IN (SELECT value FROM json_each(${JSON.stringify(places)}))`
  return rowsQuery(register, request, order, found)
}

/** What somebody may not see is left out of a row, whoever asks for it. */
function listedColumns({ register, extras, rights }: RegisterList, fields?: readonly string[]): SqlQuery {
  if (fields === undefined) return rowColumns(register, extras)
  const hidden = hiddenFields(register, rights)
  return chosenColumns(
    register,
    extras,
    fields.filter((field) => !hidden.includes(field)),
  )
}

function afterCursor(expression: SqlQuery, direction: 'asc' | 'desc', [value, seq]: Cursor): SqlQuery {
  const side = { text: direction === 'desc' ? '<' : '>', values: [] }
  // SQLite searches an index by a row value only where its first column is a plain one; the first bound is for the rest.
  return sql`${expression} ${side}= ${value} AND (${expression}, r.seq) ${side} (${value}, ${seq})`
}

/** One page of a register. Errors: `invalid_input` for a field, view or cursor it does not know. */
export function readPage<T>(db: ReadableDb, register: RegisterList, request: PageRequest): PackedPage<T> {
  const matches = matchesOfCommonText(db, register.register, request.filter.text)
  const walked = matches && walkedQuery(db, register, request, matches)
  const { columns, rows } = table(db, walked ?? pageQuery(register, request))
  const last = rows.length === request.limit ? rows.at(-1) : undefined
  const next = last ? writeCursor(cursorOf(last)) : null
  for (const row of rows) row.length -= cursorColumns
  const hidden = hiddenFields(register.register, register.rights)
  return { ...withoutColumns(columns.slice(0, -cursorColumns), rows, hidden), next }
}

function withoutColumns(columns: readonly string[], cells: readonly unknown[][], hidden: readonly string[]) {
  const isKept = columns.map((column) => !hidden.includes(column))
  if (isKept.every(Boolean)) return { columns, cells }
  const kept = <T>(values: readonly T[]) => values.filter((_, index) => isKept[index])
  return { columns: kept(columns), cells: cells.map(kept) }
}

/** `pageQuery` ends each row with the value it is sorted by and its place. */
const cursorColumns = 2

function cursorOf(row: readonly unknown[]): Cursor {
  return [row.at(-2), row.at(-1)] as unknown as Cursor
}

/** How many rows a filter leaves. */
export function countRows(db: ReadableDb, register: RegisterList, filter: Filter): number {
  const { deleted, view, batchId, conditions, group } = filter
  const isPartial = visibleRows(register.register, register.rights) !== undefined
  const narrowed =
    isPartial ||
    deleted ||
    view !== undefined ||
    batchId !== undefined ||
    conditions.length > 0 ||
    group !== undefined
  const text = filter.text?.trim()
  if (!narrowed && text) return countMatches(db, register.register, text)
  // Left to itself, SQLite would rather walk the whole table.
  const index = narrowed ? sql`` : sql`INDEXED BY ${register.liveIndex}`
  const where = filterQuery(register, filter)
  return number(db, sql`SELECT count(*) AS rows FROM ${name(register.register)} r ${index} WHERE ${where}`)
}

/** Only live rows are in the search index. */
function countMatches(db: ReadableDb, register: RegisterName, text: string): number {
  const match = matchQuery(text)
  if (match === null) return 0
  const index = name(`${register}_search`)
  return number(db, sql`SELECT count(*) AS rows FROM ${index} WHERE ${index} MATCH ${match}`)
}

/** Every row of a filter in the register's order, for exports. */
export function filteredRows(register: RegisterList, filter: Filter): SqlQuery {
  const sort = register.sorts[register.defaultSort.field]
  if (!sort) throw new Error(`no sort for ${register.register}`)
  return sql`SELECT ${listedColumns(register)} FROM ${register.from}
    WHERE ${filterQuery(register, filter)} ORDER BY ${sort.expression}, r.seq`
}

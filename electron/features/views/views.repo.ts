import type { SavedView } from '@shared/features/views/view'
import { filterSchema, type Filter } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import { compareKey } from '@shared/kernel/text'
import { all, get, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

/** A view as it is stored. `owner` null: the only operator of a park without accounts. */
export type StoredView = Omit<SavedView, 'own'> & { readonly owner: string | null }

type Row = {
  readonly id: string
  readonly version: number
  readonly register: RegisterName
  readonly name: string
  readonly owner: string | null
  readonly shared: number
  readonly filter: string
  readonly sort: string | null
}

const columns = sql`id, version, register, name, owner, shared, filter, sort`

function toView({ shared, filter, sort, ...row }: Row): StoredView {
  return {
    ...row,
    shared: shared === 1,
    // Whatever a later version adds to filters, an older view is completed by the schema.
    filter: filterSchema.parse(JSON.parse(filter)),
    sort: sort === null ? null : (JSON.parse(sort) as SavedView['sort']),
  }
}

/** The views of a register that somebody has: their own and those for everybody, by name. */
export function viewsOf(db: ReadableDb, register: RegisterName, owner: string | null): StoredView[] {
  return all<Row>(
    db,
    sql`SELECT ${columns} FROM saved_views WHERE register = ${register} AND (shared = 1 OR owner IS ${owner})
      ORDER BY name_key, seq`,
  ).map(toView)
}

/** One view by its id. */
export function findView(db: ReadableDb, id: string): StoredView | undefined {
  const row = get<Row>(db, sql`SELECT ${columns} FROM saved_views WHERE id = ${id}`)
  return row && toView(row)
}

type Content = {
  readonly register: RegisterName
  readonly name: string
  readonly shared: boolean
  readonly filter: Filter
  readonly sort: SavedView['sort']
}

const flag = (value: boolean) => (value ? 1 : 0)
const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** Stores a new view. */
export function insertView(db: WritableDb, id: string, owner: string | null, view: Content): void {
  runOne(
    db,
    sql`INSERT INTO saved_views (id, register, name, name_key, owner, shared, filter, sort)
      VALUES (${id}, ${view.register}, ${view.name}, ${compareKey(view.name)}, ${owner}, ${flag(view.shared)},
        ${json(view.filter)}, ${json(view.sort)})`,
  )
}

/** Changes a stored view. */
export function updateView(db: WritableDb, id: string, view: Content): void {
  runOne(
    db,
    sql`UPDATE saved_views SET name = ${view.name}, name_key = ${compareKey(view.name)},
      shared = ${flag(view.shared)}, filter = ${json(view.filter)}, sort = ${json(view.sort)}, version = version + 1
      WHERE id = ${id}`,
  )
}

/** Takes a view away for good; what it showed stays. */
export function deleteView(db: WritableDb, id: string): void {
  run(db, sql`DELETE FROM saved_views WHERE id = ${id}`)
}

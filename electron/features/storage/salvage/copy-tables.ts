import type { SalvagedTable } from '@shared/features/storage/storage'
import { isCurrent } from '../../../data/migrate'
import { all, name, number, sql, type ReadableDb, type WritableDb } from '../../../data/sql'
import { toAppError } from '../../../data/sqlite-errors'
import { readRows, type DamagedTable, type Row } from './read-rows'

type Column = { readonly name: string; readonly pk: number }
type TableRow = { readonly name: string; readonly wr: number }

/** Tables that are made anew from others when all of those are there. */
const derived: ReadonlySet<string> = new Set(['tenant_keys'])

/** The tables of the present structure that hold something of their own; not SQLite's, not those of the search index. */
function tablesOf(db: ReadableDb): TableRow[] {
  return all<TableRow>(
    db,
    sql`SELECT name, wr FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`,
  ).filter((table) => !derived.has(table.name))
}

function columnsOf(db: ReadableDb, table: string): Column[] {
  try {
    return all<Column>(db, sql`SELECT name, pk FROM pragma_table_info(${table})`)
  } catch {
    // The description of the whole file is damaged; nothing of this table can be read.
    return []
  }
}

/** A table as both files know it; undefined where the damaged one has none such. */
function shared(source: ReadableDb, target: ReadableDb, table: TableRow): DamagedTable | undefined {
  const found = columnsOf(source, table.name)
  const known = new Set(columnsOf(target, table.name).map((column) => column.name))
  const columns = found.map((column) => column.name).filter((column) => known.has(column))
  if (columns.length === 0) return undefined
  const key = found.filter((column) => column.pk > 0).toSorted((one, other) => one.pk - other.pk)
  return {
    name: table.name,
    columns,
    key: key.map((column) => column.name),
    hasRowNumbers: table.wr === 0,
  }
}

/**
 * Puts rows into the new file; one that breaks a rule of the structure counts as lost. What the structure itself has put
 * into a small table gives way to what was there.
 */
function inserter(target: WritableDb, table: DamagedTable): (row: Row) => boolean {
  const places = table.columns.map(() => '?').join(', ')
  const columns = table.columns.map((column) => name(column).text).join(', ')
  const how = table.hasRowNumbers ? 'INSERT' : 'INSERT OR REPLACE'
  const insert = target.prepare(`${how} INTO ${name(table.name).text} (${columns}) VALUES (${places})`)
  return (row) => {
    try {
      insert.run(...row)
      return true
    } catch (error) {
      const failure = toAppError(error)
      if (failure.code === 'disk_full' || failure.code === 'disk_error') throw failure
      return false
    }
  }
}

function copyTable(
  source: ReadableDb,
  target: WritableDb,
  row: TableRow,
  step: (table: string) => void,
): SalvagedTable {
  const table = shared(source, target, row)
  if (!table) return { name: row.name, read: 0, lost: isCurrent(source) ? 1 : 0 }
  const lost = { count: 0 }
  const insert = inserter(target, table)
  let done = 0
  for (const values of readRows(source, table, lost)) {
    if (!insert(values)) lost.count += 1
    done += 1
    if (done % 1000 === 0) step(row.name)
  }
  return { name: row.name, read: done === 0 ? 0 : countRows(target, row.name), lost: lost.count }
}

const countRows = (db: ReadableDb, table: string) => number(db, sql`SELECT count(*) FROM ${name(table)}`)

/** Copies every row that can be read of every table there is in both files; answers how much of each. */
export function copyTables(
  source: ReadableDb,
  target: WritableDb,
  step: (table: string) => void,
): readonly SalvagedTable[] {
  return tablesOf(target).map((table) => copyTable(source, target, table, step))
}

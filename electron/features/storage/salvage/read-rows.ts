import { name, type ReadableDb } from '../../../data/sql'
import { toAppError } from '../../../data/sqlite-errors'

/** A table of a damaged file and what its rows are read by. */
export type DamagedTable = {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns of the key, in order; what a table without row numbers is walked by. */
  readonly key: readonly string[]
  readonly hasRowNumbers: boolean
}

/** Values in the order of the table's columns. */
export type Row = readonly unknown[]

type Lost = { count: number }

/** Attempts that fail are quick, yet a table may be gone as a whole. */
const mostFailures = 50_000

/** Whether an error tells of damage; anything else is a fault of the program. */
function isDamage(error: unknown): boolean {
  return ['database_damaged', 'disk_error'].includes(toAppError(error).code)
}

/**
 * Every row of a damaged table that can still be read, each once or, without row numbers, perhaps twice. `lost` counts the
 * places that could not be read, where a row was or may have been.
 */
export function* readRows(db: ReadableDb, table: DamagedTable, lost: Lost): Generator<Row> {
  if (!table.hasRowNumbers) return yield* fromBothEnds(db, table, lost)
  const last = lastRowNumber(db, table)
  if (last > 0) yield* between(db, table, 1, last, lost)
}

const listOf = (columns: readonly string[]) => columns.map((column) => name(column).text).join(', ')

/** The highest row number, or one that is surely higher where the end of the table cannot be read. */
function lastRowNumber(db: ReadableDb, table: DamagedTable): number {
  try {
    return Number(
      db
        .prepare(`SELECT max(rowid) FROM ${name(table.name).text}`)
        .pluck()
        .get() ?? 0,
    )
  } catch (error) {
    if (!isDamage(error)) throw error
    // A row takes some bytes, so there are not many more than this unless most have been deleted.
    return (db.pragma('page_count', { simple: true }) as number) * 64
  }
}

/** Rows from one number to another; around a place that cannot be read, both halves are tried on their own. */
function* between(
  db: ReadableDb,
  table: DamagedTable,
  first: number,
  last: number,
  lost: Lost,
): Generator<Row> {
  const text = `SELECT rowid, ${listOf(table.columns)} FROM ${name(table.name).text} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`
  const statement = db.prepare(text).raw()
  const open: [number, number][] = [[first, last]]
  let failures = 0
  for (let range = open.pop(); range; range = open.pop()) {
    let [next] = range
    const [, end] = range
    try {
      for (const [number, ...values] of statement.iterate(next, end) as IterableIterator<
        [number, ...unknown[]]
      >) {
        yield values
        next = number + 1
      }
    } catch (error) {
      if (!isDamage(error)) throw error
      failures += 1
      if (next >= end || failures > mostFailures) lost.count += 1
      else {
        const middle = next + Math.floor((end - next) / 2)
        open.push([middle + 1, end], [next, middle])
      }
    }
  }
}

/** Rows from the first on and from the last back, each way until one that cannot be read. */
function* fromBothEnds(db: ReadableDb, table: DamagedTable, lost: Lost): Generator<Row> {
  const damaged = yield* until(db, table, 'ASC')
  if (!damaged) return
  yield* until(db, table, 'DESC')
  lost.count += 1
}

function* until(db: ReadableDb, table: DamagedTable, direction: 'ASC' | 'DESC'): Generator<Row, boolean> {
  const order = table.key.map((column) => `${name(column).text} ${direction}`).join(', ')
  const text = `SELECT ${listOf(table.columns)} FROM ${name(table.name).text} ORDER BY ${order}`
  try {
    yield* db.prepare(text).raw().iterate() as IterableIterator<Row>
    return false
  } catch (error) {
    if (!isDamage(error)) throw error
    return true
  }
}

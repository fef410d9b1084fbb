import type Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that queries may use. */
export type ReadableDb = Database.Database & { readonly [readable]: true }
/** A connection that may also change data; only commands, migrations and imports are given one. */
export type WritableDb = ReadableDb & { readonly [writable]: true }

type Bindable = string | number | bigint | null | Uint8Array

/** SQL text and the values bound into it. */
export type SqlQuery = { readonly text: string; readonly values: readonly Bindable[] }

function isQuery(value: SqlQuery | Bindable): value is SqlQuery {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
}

/** The only way to write SQL: whatever stands in `${}` is bound as a parameter, or is itself a piece of SQL. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlQuery | Bindable)[]): SqlQuery {
  let text = strings[0] ?? ''
  const values: Bindable[] = []
  parts.forEach((part, index) => {
    if (isQuery(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return { text, values }
}

/** A table or column name of the program's own; anything but plain lower-case names is refused. */
export function name(identifier: string): SqlQuery {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(identifier))
    throw new Error(`not a name: ${identifier}`)
  return { text: identifier, values: [] }
}

/** What a column of an answer is called: the name the contracts use. */
export function alias(field: string): SqlQuery {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(field)) throw new Error(`not a field: ${field}`)
  return { text: field, values: [] }
}

/** Pieces of SQL with a separator between them; nothing for an empty list. */
export function joined(parts: readonly SqlQuery[], separator: string): SqlQuery {
  return {
    text: parts.map((part) => part.text).join(separator),
    values: parts.flatMap((part) => part.values),
  }
}

/** Pieces joined by AND in brackets; true where there are none. */
export function every(parts: readonly SqlQuery[]): SqlQuery {
  return parts.length === 0 ? sql`TRUE` : sql`(${joined(parts, ' AND ')})`
}

/** A list of bound values for `IN`. */
export function list(values: readonly (string | number)[]): SqlQuery {
  return { text: `(${values.map(() => '?').join(', ')})`, values }
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>()

/** The prepared statement of a text, kept for the life of the connection. */
export function prepared(db: ReadableDb, text: string): Database.Statement<unknown[]> {
  let known = statements.get(db)
  if (!known) statements.set(db, (known = new Map()))
  let statement = known.get(text)
  if (!statement) known.set(text, (statement = db.prepare(text)))
  return statement
}

/** All rows. The caller names the shape; tests compare it with the schema. */
export function all<T>(db: ReadableDb, query: SqlQuery): T[] {
  return prepared(db, query.text).all(...query.values) as T[]
}

/** All rows as arrays in the order of `columns`: cheaper than objects where rows only travel on. */
export function table(db: ReadableDb, query: SqlQuery): { columns: string[]; rows: unknown[][] } {
  // A comment makes the text another one than that of the same query for objects, and so another statement.
  const statement = prepared(db, `${query.text} -- raw`).raw()
  return {
    columns: statement.columns().map((column) => column.name),
    rows: statement.all(...query.values) as unknown[][],
  }
}

/** The first row, or undefined. */
export function get<T>(db: ReadableDb, query: SqlQuery): T | undefined {
  return prepared(db, query.text).get(...query.values) as T | undefined
}

/** Row by row, for results that must not stand in memory at once. The connection is busy until the end. */
export function iterate<T>(db: ReadableDb, query: SqlQuery): IterableIterator<T> {
  // A statement of its own: a cached one could already be running.
  return db.prepare(query.text).iterate(...query.values) as IterableIterator<T>
}

/** The numbers of a query with one column, as they are found; the connection is busy until the end. */
export function eachNumber(db: ReadableDb, query: SqlQuery): IterableIterator<number> {
  return db
    .prepare(query.text)
    .pluck()
    .iterate(...query.values) as IterableIterator<number>
}

/** All numbers of a query with one column. */
export function numbers(db: ReadableDb, query: SqlQuery): number[] {
  return db
    .prepare(query.text)
    .pluck()
    .all(...query.values) as number[]
}

/** A number a query is known to answer, such as a count. */
export function number(db: ReadableDb, query: SqlQuery): number {
  const row = get<Record<string, number>>(db, query)
  const value = row && Object.values(row)[0]
  if (typeof value !== 'number') throw new Error(`no number from ${query.text}`)
  return value
}

/** Runs a change and answers how many rows it touched. */
export function run(db: WritableDb, query: SqlQuery): number {
  return prepared(db, query.text).run(...query.values).changes
}

/** Runs a change that must touch exactly one row. */
export function runOne(db: WritableDb, query: SqlQuery): void {
  const changes = run(db, query)
  if (changes !== 1) throw new Error(`expected to change one row, changed ${changes}: ${query.text}`)
}

const memories = new WeakMap<Database.Database, Map<string, unknown>>()

/**
 * What may be remembered until the transaction ends, because nobody else can write before; undefined outside of one.
 * A transaction within another begins and ends with nothing remembered.
 */
export function transactionMemory(db: ReadableDb): Map<string, unknown> | undefined {
  return memories.get(db)
}

/** All or nothing; the write lock is taken at once so that no read inside can turn out to be stale. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  memories.set(db, new Map())
  try {
    return db.transaction(work).immediate()
  } finally {
    memories.delete(db)
  }
}

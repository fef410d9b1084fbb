import { get, sql, type ReadableDb } from './sql'

/** Whether a file has a table; one of an earlier structure may not. */
export function hasTable(db: ReadableDb, table: string): boolean {
  return get(db, sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${table}`) !== undefined
}

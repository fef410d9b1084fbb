import { get, number, sql, type ReadableDb } from './sql'

type Memory = { stamp: string; readonly values: Map<string, unknown> }

const memories = new WeakMap<ReadableDb, Memory>()

/** Another one after every change, by this connection (first number) or any other (second). */
function changeStamp(db: ReadableDb): string {
  const own = number(db, sql`SELECT total_changes() AS changes`)
  const others = get<{ data_version: number }>(db, sql`PRAGMA data_version`)?.data_version
  return `${own}:${others}`
}

/** What `compute` answers, counted only once until something in the database changes. */
export function remembered<T>(db: ReadableDb, key: string, compute: () => T): T {
  const stamp = changeStamp(db)
  let memory = memories.get(db)
  if (memory?.stamp !== stamp) memories.set(db, (memory = { stamp, values: new Map() }))
  if (!memory.values.has(key)) memory.values.set(key, compute())
  return memory.values.get(key) as T
}

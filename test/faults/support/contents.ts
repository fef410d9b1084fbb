import { createHash } from 'node:crypto'
import type { ReadableDb } from '../../../electron/data/sql'

const own = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`

/** A digest of everything in each table, those of the search index included: what a user would see, and what finds it. */
export function digests(db: ReadableDb): ReadonlyMap<string, string> {
  const names = db.prepare(own).pluck().all() as string[]
  return new Map(
    names.map((name) => {
      const hash = createHash('sha256')
      for (const row of db.prepare(`SELECT * FROM "${name}"`).raw().iterate())
        hash.update(JSON.stringify(row))
      return [name, hash.digest('hex')]
    }),
  )
}

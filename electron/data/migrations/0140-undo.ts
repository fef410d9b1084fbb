import type { Migration } from './migration'

/**
 * What somebody did, as a stretch of the change log: one transaction is one step. What is to be put back stands in the
 * log itself. A step that somebody else's change stands in the way of is dropped. Only the newest of each account are kept.
 */
export const undo: Migration = {
  version: 140,
  name: 'undo',
  statements: [
    `CREATE TABLE undo_steps (
      id INTEGER PRIMARY KEY,
      actor TEXT NOT NULL, at INTEGER NOT NULL,
      first_entry INTEGER NOT NULL, last_entry INTEGER NOT NULL CHECK (last_entry >= first_entry),
      undone_at INTEGER, dropped_at INTEGER
    ) STRICT`,
    `CREATE INDEX undo_steps_of_actor ON undo_steps (actor, id)`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('undo_steps', 'undo_steps_of_actor', '1000 100 1')`,
    'ANALYZE sqlite_schema',
  ],
}

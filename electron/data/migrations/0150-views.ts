import type { Migration } from './migration'

/** Lists that people come back to: a filter and an order under a name. `owner` null: the only operator, no accounts. */
export const views: Migration = {
  version: 150,
  name: 'views',
  statements: [
    `CREATE TABLE saved_views (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      register TEXT NOT NULL CHECK (register IN ('tenants', 'requests', 'incidents')),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60), name_key TEXT NOT NULL,
      owner TEXT, shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
      filter TEXT NOT NULL CHECK (json_valid(filter)), sort TEXT CHECK (json_valid(sort))
    ) STRICT`,
    `CREATE INDEX saved_views_of_register ON saved_views (register, name_key)`,
    // Each column of the board is read in the order of the due times.
    `CREATE INDEX requests_open_by_status ON requests (status, ifnull(due_at, 9007199254740991), seq, due_at) WHERE deleted_at IS NULL AND closed_at IS NULL AND status NOT IN ('cancelled', 'closed')`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
      ('saved_views', 'sqlite_autoindex_saved_views_1', '100 1'),
      ('saved_views', 'saved_views_of_register', '100 34 1'),
      ('requests', 'requests_open_by_status', '22433 5600 2 1 1')`,
    'ANALYZE sqlite_schema',
  ],
}

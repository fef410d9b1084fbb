import type { Migration } from './migration'

/** What goes with a record that is erased for good; its file is collected later. */
const goesWith = (register: string) =>
  `CREATE TRIGGER attachments_go_with_${register} AFTER DELETE ON ${register} BEGIN
    DELETE FROM attachments WHERE register = '${register}' AND record_id = OLD.id; END`

/**
 * Files that belong to records. The files lie beside the database under the SHA-256 of their content; a row is written
 * only when its file is on the disk. The same content attached twice is one file.
 */
export const attachments: Migration = {
  version: 80,
  name: 'attachments',
  statements: [
    `CREATE TABLE attachments (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      register TEXT NOT NULL CHECK (register IN ('tenants', 'requests', 'incidents')),
      record_id TEXT NOT NULL CHECK (length(record_id) = 36),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      bytes INTEGER NOT NULL CHECK (bytes > 0),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000), kind TEXT NOT NULL,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER, damaged_at INTEGER
    ) STRICT`,
    `CREATE INDEX attachments_of_record ON attachments (record_id, seq)`,
    `CREATE INDEX attachments_by_content ON attachments (sha256, bytes)`,
    ...['tenants', 'requests', 'incidents'].map(goesWith),
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
      ('attachments', 'sqlite_autoindex_attachments_1', '20000 1'),
      ('attachments', 'attachments_of_record', '20000 2 1'),
      ('attachments', 'attachments_by_content', '20000 1 1')`,
    'ANALYZE sqlite_schema',
  ],
}

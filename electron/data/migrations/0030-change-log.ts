import type { Migration } from './migration'

/**
 * The log holds old and new value of every field of every change. It only grows: triggers refuse to edit or delete an
 * entry, and each entry's hash covers the hash before it.
 */
export const changeLog: Migration = {
  version: 30,
  name: 'change log',
  statements: [
    `CREATE TABLE change_log (
      seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, clock INTEGER NOT NULL, actor TEXT NOT NULL,
      workstation TEXT NOT NULL, action TEXT NOT NULL, register TEXT NOT NULL, record_id TEXT NOT NULL,
      batch_id TEXT, changes TEXT NOT NULL CHECK (json_valid(changes)), hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT`,
    `CREATE INDEX change_log_of_record ON change_log (record_id, seq)`,
    `CREATE INDEX change_log_of_batch ON change_log (batch_id, seq) WHERE batch_id IS NOT NULL`,
    `CREATE TRIGGER change_log_is_final BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'the log is final'); END`,
    `CREATE TRIGGER change_log_is_kept BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'the log is kept'); END`,
  ],
}

import type { Migration } from './migration'

const columns = ['seq', 'at', 'clock', 'actor', 'workstation', 'action', 'register', 'record_id', 'batch_id']
const isSame = [...columns, 'changes_hash', 'hash'].map((column) => `NEW.${column} IS OLD.${column}`)

/** `index rows rows-per-distinct-prefix …` in the park of `0050-statistics`. */
const counted = [
  ['change_log_by_actor', '1002600 50130 1'],
  ['change_log_apart', '40000 2600 1'],
  ['change_log_of_subject', '30000 2500 1'],
  ['change_log_clock_back', '10 1'],
]

/**
 * The hash of an entry covers the hash of its changes, which stands beside them from now on; entries from before keep
 * the hash they have, over the text itself. The changes of an entry, and nothing else of it, can be erased.
 *
 * What an auditor looks for is indexed as far as it is rare; an import of a register pays for one index only.
 */
export const audit: Migration = {
  version: 70,
  name: 'audit',
  statements: [
    `ALTER TABLE change_log ADD COLUMN changes_hash BLOB CHECK (length(changes_hash) = 32)`,
    `DROP TRIGGER change_log_is_final`,
    `CREATE TRIGGER change_log_is_final BEFORE UPDATE ON change_log
      WHEN NOT (NEW.changes = 'null' AND OLD.changes_hash IS NOT NULL AND ${isSame.join(' AND ')})
      BEGIN SELECT RAISE(ABORT, 'the log is final'); END`,
    `CREATE INDEX change_log_by_actor ON change_log (actor, seq)`,
    `CREATE INDEX change_log_apart ON change_log (action, seq) WHERE action NOT IN ('created', 'updated')`,
    `CREATE INDEX change_log_of_subject ON change_log (register, seq) WHERE register <> 'requests'`,
    `CREATE INDEX change_log_clock_back ON change_log (seq) WHERE clock - at * 1024 > 61440000`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ${counted.map(([index, stat]) => `('change_log', '${index}', '${stat}')`).join(', ')}`,
    'ANALYZE sqlite_schema',
  ],
}

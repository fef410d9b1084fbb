import type { Migration } from './migration'

/**
 * Who may sign in, roles of the park's own, how long to wait after wrong attempts, and whose a draft is. Accounts are
 * switched on by the row `accounts` of the settings. No account is ever deleted: the change log names it for good.
 */
export const accounts: Migration = {
  version: 60,
  name: 'accounts',
  statements: [
    `CREATE TABLE accounts (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 3 AND 40), name_key TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 120),
      role_id TEXT NOT NULL CHECK (role_id <> ''),
      disabled_at INTEGER,
      password TEXT NOT NULL CHECK (password GLOB '$scrypt$ln=*,r=*,p=*$*$*'),
      password_changes INTEGER NOT NULL DEFAULT 0 CHECK (password_changes >= 0),
      must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)), expires_at INTEGER CHECK (expires_at IS NULL OR must_change = 1),
      last_sign_in_at INTEGER,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE roles (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80), name_key TEXT NOT NULL UNIQUE,
      rights TEXT NOT NULL CHECK (json_valid(rights)),
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    // `since` is read from the machine's clock that only runs forward, in ms; what the time of day is does not matter.
    `CREATE TABLE sign_in_waits (
      key TEXT PRIMARY KEY, failures INTEGER NOT NULL CHECK (failures > 0),
      wait INTEGER NOT NULL CHECK (wait >= 0), since INTEGER NOT NULL, at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    'ALTER TABLE drafts ADD COLUMN owner TEXT',
    'DROP INDEX drafts_of_record',
    `CREATE UNIQUE INDEX drafts_of_record ON drafts (ifnull(owner, ''), register, ifnull(record_id, ''))`,
  ],
}

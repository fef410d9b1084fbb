import type { Migration } from './migration'

/**
 * What the park adds to the code lists of the program and changes of them. A label that is null is the program's; the
 * days count only where `dated` is 1. No row is ever deleted: a code that was used stays readable.
 */
export const codes: Migration = {
  version: 120,
  name: 'codes',
  statements: [
    `CREATE TABLE code_entries (
      list TEXT NOT NULL CHECK (length(list) BETWEEN 1 AND 40),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 24),
      label_zh TEXT CHECK (length(label_zh) BETWEEN 1 AND 400),
      label_ru TEXT CHECK (length(label_ru) BETWEEN 1 AND 400),
      label_en TEXT CHECK (length(label_en) BETWEEN 1 AND 400),
      dated INTEGER NOT NULL CHECK (dated IN (0, 1)),
      valid_from TEXT CHECK (valid_from IS NULL OR length(valid_from) = 10),
      valid_to TEXT CHECK (valid_to IS NULL OR length(valid_to) = 10),
      hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
      version INTEGER NOT NULL DEFAULT 1,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
      updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL,
      PRIMARY KEY (list, code)
    ) STRICT, WITHOUT ROWID`,
  ],
}

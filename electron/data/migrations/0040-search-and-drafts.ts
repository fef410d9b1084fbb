import type { Migration } from './migration'

// Without content of their own: the text is rebuilt from the row when it changes. `raw` holds every Han character as
// a word, `stem` Russian word stems, `pinyin` syllables and initials.
const searchIndex = (table: string) =>
  `CREATE VIRTUAL TABLE ${table} USING fts5 (raw, stem, pinyin, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', detail = full)`

/** Full-text indexes, one per register with the row's `seq` as rowid, and what somebody typed and has not saved. */
export const searchAndDrafts: Migration = {
  version: 40,
  name: 'search and drafts',
  statements: [
    searchIndex('tenants_search'),
    searchIndex('requests_search'),
    searchIndex('incidents_search'),
    `CREATE TABLE drafts (
      id TEXT PRIMARY KEY, register TEXT NOT NULL, record_id TEXT, form_values TEXT NOT NULL CHECK (json_valid(form_values)),
      updated_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE UNIQUE INDEX drafts_of_record ON drafts (register, ifnull(record_id, ''))`,
  ],
}

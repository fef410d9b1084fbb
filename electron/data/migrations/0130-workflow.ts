import type { Migration } from './migration'

const ofRequest = 'request_id TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE'

/**
 * Where a request stands in the work of its type, what people wrote about it, how requests hang together, and which
 * papers each still waits for. What happened to all of these is told by the change log under the request's id.
 */
export const workflow: Migration = {
  version: 130,
  name: 'workflow',
  statements: [
    // Null: no stage was ever noted, the status says it. Which stages there are is the program's to say, not the table's.
    'ALTER TABLE requests ADD COLUMN stage TEXT',
    // The two dates are always empty in it: with them, sums over open requests look at no row.
    `CREATE INDEX requests_open_by_officer ON requests (officer, due_at, status, closed_at, deleted_at) WHERE deleted_at IS NULL AND closed_at IS NULL AND status NOT IN ('cancelled', 'closed')`,
    `CREATE TABLE comments (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36), ${ofRequest},
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
      author TEXT NOT NULL, created_at INTEGER NOT NULL, edited_at INTEGER, deleted_at INTEGER
    ) STRICT`,
    `CREATE INDEX comments_of_request ON comments (request_id, seq)`,
    `CREATE TABLE comment_mentions (
      name_key TEXT NOT NULL, comment_seq INTEGER NOT NULL REFERENCES comments (seq) ON DELETE CASCADE,
      PRIMARY KEY (name_key, comment_seq)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX comment_mentions_of_comment ON comment_mentions (comment_seq)`,
    `CREATE TABLE comment_drafts (
      ${ofRequest}, owner TEXT NOT NULL, text TEXT NOT NULL CHECK (length(text) <= 4000), PRIMARY KEY (request_id, owner)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE request_links (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      from_id TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
      to_id TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('parent', 'blocks', 'duplicate', 'related')),
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, CHECK (from_id <> to_id), UNIQUE (from_id, to_id, kind)
    ) STRICT`,
    `CREATE INDEX request_links_to ON request_links (to_id, kind, from_id)`,
    `CREATE TABLE checklist_templates (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL CHECK (version >= 1),
      content TEXT NOT NULL CHECK (json_valid(content)), updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE checklists (
      request_id TEXT PRIMARY KEY REFERENCES requests (id) ON DELETE CASCADE,
      template_id TEXT NOT NULL, template_version INTEGER NOT NULL,
      name_zh TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE checklist_items (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36), ${ofRequest},
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), position INTEGER NOT NULL,
      need TEXT NOT NULL CHECK (need IN ('required', 'conditional', 'optional')),
      name_zh TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('missing', 'requested', 'received', 'checked', 'accepted', 'rejected', 'not_needed')),
      reason TEXT CHECK (length(reason) <= 1000),
      issued_on TEXT CHECK (issued_on IS date(issued_on)), valid_to TEXT CHECK (valid_to IS date(valid_to)),
      updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX checklist_items_of_request ON checklist_items (request_id, position)`,
    `CREATE INDEX checklist_items_open ON checklist_items (request_id) WHERE need = 'required' AND status NOT IN ('accepted', 'not_needed')`,
    `CREATE TABLE checklist_files (
      item_id TEXT NOT NULL REFERENCES checklist_items (id) ON DELETE CASCADE, attachment_id TEXT NOT NULL,
      PRIMARY KEY (item_id, attachment_id)
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
      ('requests', 'requests_open_by_officer', '22433 450 2 1 1 1 noskipscan'),
      ('comments', 'sqlite_autoindex_comments_1', '200000 1'),
      ('comments', 'comments_of_request', '200000 4 1'),
      ('comment_mentions', 'comment_mentions', '50000 1000 1'),
      ('comment_mentions', 'comment_mentions_of_comment', '50000 2'),
      ('request_links', 'sqlite_autoindex_request_links_1', '50000 1'),
      ('request_links', 'sqlite_autoindex_request_links_2', '50000 2 1 1'),
      ('request_links', 'request_links_to', '50000 2 2 1'),
      ('checklist_items', 'sqlite_autoindex_checklist_items_1', '1000000 1'),
      ('checklist_items', 'checklist_items_of_request', '1000000 10 1'),
      ('checklist_items', 'checklist_items_open', '60000 4')`,
    'ANALYZE sqlite_schema',
  ],
}

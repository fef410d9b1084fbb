import type { Migration } from './migration'

const envelope = `
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at INTEGER,
  batch_id TEXT REFERENCES import_batches (id)`

/** Tenants, service requests and incidents with all that hangs on them. */
export const registers: Migration = {
  version: 10,
  name: 'registers',
  statements: [
    `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID`,
    `CREATE TABLE number_series (
      series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= 0),
      PRIMARY KEY (series, year)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE import_batches (
      id TEXT PRIMARY KEY, register TEXT NOT NULL, file_name TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
      rows INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL,
      rejected INTEGER NOT NULL, undone_at INTEGER, kept_at_undo INTEGER
    ) STRICT`,
    `CREATE TABLE import_profiles (
      id TEXT PRIMARY KEY, register TEXT NOT NULL, name TEXT NOT NULL,
      headers TEXT NOT NULL CHECK (json_valid(headers)), mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      UNIQUE (register, name)
    ) STRICT`,
    `CREATE TABLE tenants (${envelope},
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      name_zh TEXT, name_ru TEXT, name_en TEXT,
      registration_no TEXT, country TEXT, sector TEXT,
      size TEXT CHECK (size IN ('micro', 'small', 'medium', 'large')),
      moved_in TEXT CHECK (moved_in IS date(moved_in)), moved_out TEXT CHECK (moved_out IS date(moved_out)),
      unit TEXT,
      leased_area INTEGER CHECK (leased_area >= 0),
      lease_start TEXT CHECK (lease_start IS date(lease_start)), lease_end TEXT CHECK (lease_end IS date(lease_end)),
      rent INTEGER CHECK (rent >= 0), rent_currency TEXT,
      employees INTEGER CHECK (employees >= 0), local_employees INTEGER CHECK (local_employees >= 0),
      contact TEXT, phone TEXT, note TEXT CHECK (length(note) <= 4000),
      sort_key TEXT NOT NULL, registration_key TEXT,
      identifier_status TEXT CHECK (identifier_status IN ('ok', 'warn', 'error'))
    ) STRICT`,
    `CREATE TABLE tenant_keys (
      key TEXT NOT NULL, tenant_id TEXT NOT NULL REFERENCES tenants (id), PRIMARY KEY (key, tenant_id)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE headcounts (
      tenant_id TEXT NOT NULL REFERENCES tenants (id), as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
      employees INTEGER NOT NULL CHECK (employees >= 0),
      local_employees INTEGER NOT NULL CHECK (local_employees BETWEEN 0 AND employees),
      PRIMARY KEY (tenant_id, as_of)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE requests (${envelope},
      reference TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 64), reference_key TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('customs', 'logistics', 'legal', 'other')),
      tenant_id TEXT NOT NULL REFERENCES tenants (id),
      subject TEXT, received_at INTEGER NOT NULL, due_at INTEGER, first_response_at INTEGER, closed_at INTEGER,
      status TEXT NOT NULL, priority TEXT NOT NULL, officer TEXT, direction TEXT, hs_code TEXT, goods TEXT,
      gross_weight INTEGER CHECK (gross_weight >= 0),
      declared_value INTEGER CHECK (declared_value >= 0), currency TEXT,
      border_point TEXT, transport_mode TEXT, container TEXT, note TEXT CHECK (length(note) <= 4000),
      identifier_status TEXT CHECK (identifier_status IN ('ok', 'warn', 'error'))
    ) STRICT`,
    `CREATE TABLE incidents (${envelope},
      reference TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 64), reference_key TEXT NOT NULL,
      category TEXT NOT NULL, severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 5),
      occurred_at INTEGER NOT NULL, reported_at INTEGER, location TEXT, tenant_id TEXT REFERENCES tenants (id),
      description TEXT CHECK (length(description) <= 4000), injured INTEGER CHECK (injured >= 0),
      loss INTEGER CHECK (loss >= 0), currency TEXT, status TEXT NOT NULL, closed_at INTEGER, confidentiality TEXT
    ) STRICT`,
  ],
}

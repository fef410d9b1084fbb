import type { Migration } from './migration'

/**
 * `type priority first-response resolution due-soon` in working minutes, as a park begins. Customs: release takes four
 * hours from registration under article 119 of the EAEU Customs Code.
 */
const targets = [
  ['customs', 'urgent', 15, 120, 30],
  ['customs', 'high', 30, 240, 60],
  ['customs', 'normal', 60, 240, 60],
  ['customs', 'low', 120, 480, 120],
  ['logistics', 'urgent', 30, 480, 120],
  ['logistics', 'high', 60, 960, 240],
  ['logistics', 'normal', 120, 1440, 240],
  ['logistics', 'low', 240, 2400, 480],
  ['legal', 'urgent', 60, 960, 240],
  ['legal', 'high', 120, 1920, 480],
  ['legal', 'normal', 240, 2400, 480],
  ['legal', 'low', 480, 4800, 960],
  ['other', 'urgent', 60, 480, 120],
  ['other', 'high', 120, 960, 240],
  ['other', 'normal', 240, 1440, 240],
  ['other', 'low', 480, 2400, 480],
] as const

const targetRow = ([type, priority, ...minutes]: (typeof targets)[number]) =>
  `('${type}', '${priority}', ${minutes.join(', ')})`

/**
 * When the park works, what it promises, and when a request had to wait. The week stands in the settings under
 * `workingTime`; without it, the park has the usual week of its country.
 *
 * `due_rule` and `first_due_rule`: `target` where the program reckons the due time, else it was given.
 */
export const clocks: Migration = {
  version: 100,
  name: 'clocks',
  statements: [
    `CREATE TABLE calendar_days (
      date TEXT PRIMARY KEY CHECK (date IS date(date)),
      kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workingDay', 'shortDay')),
      intervals TEXT NOT NULL CHECK (json_valid(intervals)),
      note TEXT CHECK (length(note) BETWEEN 1 AND 200), holiday TEXT, source TEXT CHECK (length(source) BETWEEN 1 AND 300),
      country TEXT, by_sighting INTEGER NOT NULL DEFAULT 0 CHECK (by_sighting IN (0, 1)),
      CHECK ((kind = 'holiday') = (intervals = '[]'))
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE service_targets (
      type TEXT NOT NULL CHECK (type IN ('customs', 'logistics', 'legal', 'other')),
      priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
      first_response INTEGER CHECK (first_response > 0), resolution INTEGER CHECK (resolution > 0),
      due_soon INTEGER NOT NULL CHECK (due_soon >= 0),
      PRIMARY KEY (type, priority)
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO service_targets (type, priority, first_response, resolution, due_soon) VALUES ${targets.map(targetRow).join(', ')}`,
    `CREATE TABLE request_pauses (
      seq INTEGER PRIMARY KEY,
      request_id TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
      from_at INTEGER NOT NULL, to_at INTEGER CHECK (to_at > from_at),
      reason TEXT NOT NULL CHECK (reason IN ('waiting_tenant', 'waiting_authority', 'closed', 'cancelled'))
    ) STRICT`,
    `CREATE INDEX request_pauses_of_request ON request_pauses (request_id, seq)`,
    `CREATE UNIQUE INDEX request_pauses_lasting ON request_pauses (request_id) WHERE to_at IS NULL`,
    `ALTER TABLE requests ADD COLUMN first_due_at INTEGER`,
    `ALTER TABLE requests ADD COLUMN first_due_rule TEXT CHECK (first_due_rule IN ('given', 'target'))`,
    `ALTER TABLE requests ADD COLUMN due_rule TEXT CHECK (due_rule IN ('given', 'target'))`,
    // Since when they wait is not known; they were changed last then.
    `INSERT INTO request_pauses (request_id, from_at, reason) SELECT id, updated_at, status FROM requests
      WHERE closed_at IS NULL AND status IN ('waiting_tenant', 'waiting_authority')`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
      ('service_targets', 'service_targets', '16 4 1'),
      ('calendar_days', 'calendar_days', '90 1'),
      ('request_pauses', 'request_pauses_of_request', '400000 2 1'),
      ('request_pauses', 'request_pauses_lasting', '8000 1')`,
    'ANALYZE sqlite_schema',
  ],
}

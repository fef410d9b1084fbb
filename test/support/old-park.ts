import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { entryHash, logHead } from '../../electron/data/change-log'
import { databaseFile, openScratch } from '../../electron/data/connection'
import { migrate } from '../../electron/data/migrate'
import { migrations } from '../../electron/data/migrations'
import { addToIndex } from '../../electron/data/search-index'
import type { WritableDb } from '../../electron/data/sql'

/** The structure of the first Parkdesk that was given out; its park is kept as that version wrote it. */
export const firstStructure = 50

/** Every structure a park may still have. */
export const structures = migrations
  .map(({ version }) => version)
  .filter((version) => version >= firstStructure)

const idOf = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`
const longName = '园'.repeat(200)
/** What people type and programs export: other scripts, directions, marks, formulas, blanks, ends of lines. */
const oddNames = ['=1+1', "'; DROP TABLE tenants; --", '\u202Eشركة', '👩‍👩‍👧 & Co', 'Ё\u0301лка', longName]

function addTenants(db: WritableDb): void {
  const insert = db.prepare(
    `INSERT INTO tenants (id, version, created_at, created_by, updated_at, updated_by, deleted_at, name, sort_key, country, note)
     VALUES (?, 3, 0, 'imported', 253402300799000, '', ?, ?, ?, 'ZZ', ?)`,
  )
  oddNames.forEach((name, index) => {
    const deletedAt = index === 1 ? 1 : null
    const { lastInsertRowid } = insert.run(idOf(9000 + index), deletedAt, name, name, 'n'.repeat(4000))
    if (deletedAt === null) addToIndex(db, 'tenants', Number(lastInsertRowid), [name])
    db.prepare('INSERT INTO tenant_keys (key, tenant_id) VALUES (?, ?)').run(name, idOf(9000 + index))
    db.prepare('INSERT INTO headcounts VALUES (?, ?, 9007199254740991, 0)').run(
      idOf(9000 + index),
      '0001-01-01',
    )
  })
}

/** Records as only an older program, an odd workbook or a wrong clock leaves them. */
function addRecords(db: WritableDb): void {
  const request = db.prepare(
    `INSERT INTO requests (id, created_at, created_by, updated_at, updated_by, reference, reference_key, type, tenant_id, received_at, due_at, closed_at, status, priority, currency, note)
     VALUES (?, -1, '?', 0, '?', ?, ?, 'other', ?, 253402300799000, 0, -62135596800000, 'unheard-of', 'none', 'XXX', char(10, 13, 9, 0x2028))`,
  )
  const reference = 'OLD\u00A0' + '№'.repeat(60)
  const made = request.run(idOf(9100), reference, reference, idOf(9000))
  addToIndex(db, 'requests', Number(made.lastInsertRowid), [reference])
  const incident = db.prepare(
    `INSERT INTO incidents (id, created_at, created_by, updated_at, updated_by, reference, reference_key, category, severity, occurred_at, status, confidentiality, description)
     VALUES (?, 0, '', 0, '', 'S-old', 's-old', 'no such', 5, 0, 'no such', 'no such', ?)`,
  )
  const stored = incident.run(idOf(9200), '\uFEFF'.padEnd(4000, '界'))
  addToIndex(db, 'incidents', Number(stored.lastInsertRowid), ['S-old'])
}

/** An entry as the log had them before the changes got a hash of their own, written with a clock years ahead. */
function addEntry(db: WritableDb): void {
  const head = logHead(db)
  const at = 4102444800000
  const columns = [
    head.seq + 1,
    at,
    at * 1024,
    'operator',
    'desk-1',
    'updated',
    'tenants',
    idOf(9000),
    null,
    '{"name":["a","=1+1"]}',
  ]
  db.prepare(
    `INSERT INTO change_log (seq, at, clock, actor, workstation, action, register, record_id, batch_id, changes, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...columns, entryHash(head.hash, columns))
}

/** Puts a park of an earlier structure, with dirty data in it, into an empty folder. */
export function writeOldPark(folder: string, structure: number): void {
  const kept = fileURLToPath(
    new URL(`../fixtures/parks/structure-${firstStructure}.sqlite.gz`, import.meta.url),
  )
  writeFileSync(databaseFile(folder), gunzipSync(readFileSync(kept)))
  const db = openScratch(databaseFile(folder), { readonly: false }) as WritableDb
  db.pragma('foreign_keys = ON')
  addTenants(db)
  addRecords(db)
  addEntry(db)
  migrate(
    db,
    migrations.filter(({ version }) => version <= structure),
  )
  db.close()
}

import type Database from 'better-sqlite3'

/** Settings of every connection and what they must read back as: an enum reads back as its number. */
const settings = [
  // After WAL, and for every connection: the library's own default would lose commits in a power cut.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['cache_size', '-65536', -65536],
  ['journal_size_limit', '67108864', 67108864],
  ['checkpoint_fullfsync', 'ON', 1],
] as const

/** Sets a connection up; one that only reads leaves the file's journal as it is. */
export function configure(db: Database.Database): void {
  if (!db.readonly && !db.memory) db.pragma('journal_mode = WAL')
  for (const [name, value] of settings) db.pragma(`${name} = ${value}`)
}

/**
 * Makes sure that a connection holds its settings. To be asked once the file has been read or written: only then does
 * SQLite look at the journal and may fall back to its own defaults. Throws where one does not hold.
 */
export function mustHoldSettings(db: Database.Database): void {
  if (!db.memory && !db.readonly) expectSetting(db, 'journal_mode', 'wal')
  for (const [name, , expected] of settings) {
    // A database in memory has no file to map.
    if (!(db.memory && name === 'mmap_size')) expectSetting(db, name, expected)
  }
}

function expectSetting(db: Database.Database, name: string, expected: string | number): void {
  const found = db.pragma(name, { simple: true })
  if (found !== expected) throw new Error(`${name} is ${String(found)}, not ${expected}`)
}

import Database from 'better-sqlite3'
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { isCurrent, migrate } from './migrate'
import { currentVersion } from './migrations'
import type { ReadableDb, WritableDb } from './sql'
import { toAppError } from './sqlite-errors'

/** Marks a file as Parkdesk's ("Park"), so that no other program's database is taken for one. */
const applicationId = 0x5061726b

const fileName = 'parkdesk.sqlite'

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, fileName)
}

function connect(file: string, options: Database.Options): Database.Database {
  const nativeBinding = process.env['PARKDESK_SQLITE_BINDING']
  try {
    return new Database(file, { ...options, ...(nativeBinding ? { nativeBinding } : {}) })
  } catch (error) {
    throw toAppError(error)
  }
}

/** Settings of every connection. FULL is set after WAL: the library's own default would lose commits in a power cut. */
function configure(db: Database.Database): void {
  if (!db.readonly) db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  db.pragma('temp_store = MEMORY')
  db.pragma('secure_delete = ON')
  db.pragma('cache_size = -65536')
  db.pragma('journal_size_limit = 67108864')
  db.pragma('checkpoint_fullfsync = ON')
}

/** What is in the data folder. Only looks at the file's size: nobody reads a database file behind SQLite's back. */
export function parkState(folder: string): 'missing' | 'empty file' | 'present' {
  const found = statSync(databaseFile(folder), { throwIfNoEntry: false })
  if (!found) return 'missing'
  return found.size === 0 ? 'empty file' : 'present'
}

/** Tells the database file of a folder from any other that may take its place; null where there is none. */
export function parkIdentity(folder: string): string | null {
  const found = statSync(databaseFile(folder), { throwIfNoEntry: false, bigint: true })
  return found ? `${found.dev}:${found.ino}` : null
}

/** Refuses a file that is missing, empty, of another program or of a newer Parkdesk; touches nothing. */
function mustBePark(folder: string): void {
  const state = parkState(folder)
  if (state === 'missing') throw new AppError('park_missing', { folder })
  if (state === 'empty file') throw new AppError('database_empty_file', { file: fileName })
}

function checkIdentity(db: Database.Database, file: string): void {
  try {
    const id = db.pragma('application_id', { simple: true })
    if (id !== applicationId) throw new AppError('database_foreign', { file: basename(file) })
    const version = db.pragma('user_version', { simple: true }) as number
    if (version > currentVersion)
      throw new AppError('database_newer', { found: version, known: currentVersion })
  } catch (error) {
    db.close()
    throw toAppError(error)
  }
}

/** Opens the park of a folder for reading; one of an older structure is brought up to date first. */
export function openReadable(folder: string): ReadableDb {
  mustBePark(folder)
  const db = openReadableFile(databaseFile(folder))
  if (isCurrent(db)) return db
  db.close()
  openWritable(folder).close()
  return openReadableFile(databaseFile(folder))
}

/** Opens any Parkdesk file, a backup for instance, for reading. */
export function openReadableFile(file: string): ReadableDb {
  const db = connect(file, { readonly: true, fileMustExist: true })
  checkIdentity(db, file)
  configure(db)
  return db as ReadableDb
}

/** Opens the park of a folder for writing and brings its structure up to date. */
export function openWritable(folder: string): WritableDb {
  mustBePark(folder)
  // Looked at through a read-only connection first: a foreign or newer file must not even be switched to WAL.
  openReadableFile(databaseFile(folder)).close()
  const db = connect(databaseFile(folder), { fileMustExist: true })
  return prepare(db)
}

/**
 * Makes the park file of a folder, filled by `fill`; a folder that holds one already is refused. Errors: `park_exists`,
 * `data_folder_unwritable`, `disk_full`.
 */
export function createDatabase(folder: string, fill: (db: WritableDb) => void): WritableDb {
  makeFolder(folder)
  if (parkState(folder) === 'present') throw new AppError('park_exists', { folder })
  if (parkState(folder) === 'empty file') throw new AppError('database_empty_file', { file: fileName })
  // Under another name until it is whole: a full disk or a stop leaves no half of a park behind.
  const unfinished = `${databaseFile(folder)}.new`
  const clear = () => ['', '-wal', '-shm'].forEach((part) => rmSync(`${unfinished}${part}`, { force: true }))
  try {
    clear()
    writeNew(unfinished, fill)
    renameSync(unfinished, databaseFile(folder))
  } catch (error) {
    clear()
    throw toAppError(error)
  }
  return openWritable(folder)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const failure = toAppError(error)
    throw failure.code === 'disk_full' ? failure : new AppError('data_folder_unwritable', { folder })
  }
}

function writeNew(file: string, fill: (db: WritableDb) => void): void {
  const db = connect(file, {})
  try {
    db.pragma(`application_id = ${applicationId}`)
    fill(prepare(db))
    // Everything into the one file that is given its name; closing alone would not say when the disk is full.
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/**
 * Makes sure that nobody has the park of a folder open, in this process or another; only then may its file be exchanged.
 * What stands in the write-ahead log goes into the file. A file that cannot be read is nobody's. Errors: `database_busy`.
 */
export function mustBeUnused(folder: string): void {
  if (parkState(folder) !== 'present') return
  let db: Database.Database | undefined
  try {
    db = connect(databaseFile(folder), { fileMustExist: true })
    // SQLite gives up the write-ahead log only where there is no other connection.
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code === 'database_busy') throw failure
  } finally {
    db?.close()
  }
}

/** Refuses to write over the park's own files. Errors: `target_unwritable`. */
export function mustNotBePark(folder: string, target: string): void {
  const name = basename(target)
  if (!name.toLowerCase().startsWith(fileName)) return
  const real = (path: string) => (existsSync(path) ? realpathSync(path) : path)
  if (real(dirname(target)) === real(folder)) throw new AppError('target_unwritable', { file: name })
}

/** Version of the SQLite that is built in. */
export function sqliteVersion(): string {
  const db = connect(':memory:', {})
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get())
  db.close()
  return version
}

/** A database in memory with the current structure, for tests and measurements. */
export function createInMemory(): WritableDb {
  return prepare(connect(':memory:', {}))
}

/** A file beside the park for what is only needed for a while; it may be lost at any time. Its caller makes the tables. */
export function openScratch(file: string, options: { readonly readonly: boolean }): Database.Database {
  return connect(file, options)
}

function prepare(db: Database.Database): WritableDb {
  const writable = db as WritableDb
  try {
    configure(writable)
    migrate(writable)
    return writable
  } catch (error) {
    db.close()
    throw toAppError(error)
  }
}

import type Database from 'better-sqlite3'
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '@shared/contract/result'
import { beforeMigration, type BeforeMigration } from './before-migration'
import { configure, mustHoldSettings } from './configure'
import { connect } from './connect'
import { settleExchange } from './exchange'
import { mustBeLocal } from './folder-check'
import { isCurrent, migrate } from './migrate'
import { currentVersion } from './migrations'
import { mustNotBeElsewhere } from './owner-file'
import { databaseFile, fileName, fileParts, heldPark, isReadOnly, parkState } from './park-file'
import { openUnwritable } from './read-only'
import type { ReadableDb, WritableDb } from './sql'
import { toAppError } from './sqlite-errors'

export { databaseFile, mustNotBePark, parkIdentity, parkState } from './park-file'

/** Marks a file as Parkdesk's ("Park"), so that no other program's database is taken for one. */
const applicationId = 0x5061726b

/**
 * Refuses a folder where a park must not be, or that another machine has open, and a file that is missing or empty;
 * touches nothing. Errors: `folder_not_local`, `park_open_elsewhere`, `park_missing`, `database_missing`,
 * `database_empty_file`.
 */
function mustBePark(folder: string): void {
  mustBeLocal(folder)
  mustNotBeElsewhere(folder, Date.now())
  settleExchange(folder)
  const state = parkState(folder)
  if (state === 'missing')
    throw new AppError(heldPark(folder) ? 'database_missing' : 'park_missing', { folder })
  if (state === 'empty file') throw new AppError('database_empty_file', { file: fileName })
}

/** Refuses a file of another program, of a newer Parkdesk, or one whose structure somebody has taken out. */
function checkIdentity(db: Database.Database, file: string): void {
  try {
    const id = db.pragma('application_id', { simple: true })
    if (id !== applicationId) throw new AppError('database_foreign', { file: basename(file) })
    const version = versionOf(db)
    if (version > currentVersion)
      throw new AppError('database_newer', { found: version, known: currentVersion })
    // To bring it up to date would make a new park of it.
    if (version <= 0) throw new AppError('database_damaged', { detail: 'user_version' })
  } catch (error) {
    db.close()
    throw toAppError(error)
  }
}

const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true }) as number

/** Opens the park of a folder for reading; one of an older structure is brought up to date first. */
export function openReadable(folder: string): ReadableDb {
  mustBePark(folder)
  if (isReadOnly(folder)) return openProtected(folder)
  finishRollback(databaseFile(folder))
  const db = openReadableFile(databaseFile(folder))
  if (isCurrent(db)) return db
  db.close()
  openWritable(folder).close()
  return openReadableFile(databaseFile(folder))
}

/**
 * A program that was killed just when a file was given its write-ahead log has left a rollback journal: SQLite plays it
 * back at the first look through a connection that may write, and refuses every other one until then.
 */
function finishRollback(file: string): void {
  if (!existsSync(`${file}-journal`)) return
  const db = connect(file, { fileMustExist: true })
  try {
    db.pragma('schema_version')
  } catch (error) {
    throw toAppError(error)
  } finally {
    db.close()
  }
}

/** The park of a folder in which nothing can be written; one of an older structure cannot be brought up to date there. */
function openProtected(folder: string): ReadableDb {
  const db = openUnwritable(folder)
  checkIdentity(db, databaseFile(folder))
  if (!isCurrent(db as ReadableDb)) {
    db.close()
    throw new AppError('database_read_only', { folder })
  }
  return settled(db) as ReadableDb
}

/** Opens any Parkdesk file, a backup for instance, for reading. */
export function openReadableFile(file: string): ReadableDb {
  const db = connect(file, { readonly: true, fileMustExist: true })
  checkIdentity(db, file)
  return settled(db) as ReadableDb
}

/** Opens whatever is called like a database, to say what is wrong with it. Nobody reads records through it. */
export function openUnchecked(file: string): Database.Database {
  return connect(file, { readonly: true, fileMustExist: true })
}

/** Sets a connection up and makes sure that it holds its settings. */
function settled<T extends Database.Database>(db: T): T {
  try {
    configure(db)
    // The first look at the file, after which SQLite may have fallen back to its own defaults.
    db.pragma('schema_version')
    mustHoldSettings(db)
    return db
  } catch (error) {
    db.close()
    throw toAppError(error)
  }
}

export type OpenOptions = {
  /** What is done before the structure changes; by default what the entry of the program has set. */
  readonly beforeMigration?: BeforeMigration
}

/**
 * Opens the park of a folder for writing and brings its structure up to date; an older one is backed up before. A park
 * that can only be read is opened so, and whoever writes to it hears `database_read_only`.
 */
export function openWritable(folder: string, options: OpenOptions = {}): WritableDb {
  mustBePark(folder)
  if (isReadOnly(folder)) return openProtected(folder) as WritableDb
  finishRollback(databaseFile(folder))
  // Looked at through a read-only connection first: a foreign or newer file must not even be switched to WAL.
  const seen = openReadableFile(databaseFile(folder))
  const version = versionOf(seen)
  seen.close()
  const backUp = options.beforeMigration ?? beforeMigration
  if (version < currentVersion) backUp(folder, version, currentVersion)
  return prepare(connect(databaseFile(folder), { fileMustExist: true }))
}

/**
 * Makes the park file of a folder, filled by `fill`; a folder that holds one already, or held one, is refused. Errors:
 * `park_exists`, `database_empty_file`, `database_missing`, `folder_not_local`, `data_folder_unwritable`, `disk_full`.
 */
export function createDatabase(folder: string, fill: (db: WritableDb) => void): WritableDb {
  mustBeLocal(folder)
  makeFolder(folder)
  if (parkState(folder) === 'present') throw new AppError('park_exists', { folder })
  if (parkState(folder) === 'empty file') throw new AppError('database_empty_file', { file: fileName })
  if (heldPark(folder)) throw new AppError('database_missing', { folder })
  // Under another name until it is whole: a full disk or a stop leaves no half of a park behind.
  const unfinished = `${databaseFile(folder)}.new`
  try {
    writeNewFile(unfinished, fill)
    placeNew(unfinished, folder)
  } catch (error) {
    clearFile(unfinished)
    throw toAppError(error)
  }
  return openWritable(folder)
}

/** Gives a finished file its name, unless another program has made a park in between. */
function placeNew(file: string, folder: string): void {
  try {
    linkSync(file, databaseFile(folder))
    rmSync(file)
  } catch (error) {
    if (parkState(folder) !== 'missing') throw new AppError('park_exists', { folder })
    // Some file systems have no second name for a file.
    if (!linkRefused(error)) throw error
    renameSync(file, databaseFile(folder))
  }
}

function linkRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL'].includes(code)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const failure = toAppError(error)
    throw failure.code === 'disk_full' ? failure : new AppError('data_folder_unwritable', { folder })
  }
}

/** Removes a database file that was not finished, with what SQLite keeps beside it. */
export function clearFile(file: string): void {
  for (const part of fileParts) rmSync(`${file}${part}`, { force: true })
}

/** Writes a new database file with the current structure, filled by `fill`; what stood under its name goes first. */
export function writeNewFile(file: string, fill: (db: WritableDb) => void): void {
  clearFile(file)
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
    mustHoldSettings(writable)
    return writable
  } catch (error) {
    db.close()
    throw toAppError(error)
  }
}

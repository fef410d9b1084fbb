import type Database from 'better-sqlite3'
import { readFileSync, statSync } from 'node:fs'
import { AppError } from '@shared/contract/result'
import { connect } from './connect'
import { databaseFile } from './park-file'
import { toAppError } from './sqlite-errors'

/** Where nothing can be written beside the file, it stands in memory as a whole. */
const mostBytes = 512 * 1024 * 1024

/**
 * Opens the park of a folder in which nothing can be written. SQLite itself needs a file beside it to read one that was
 * last written with a write-ahead log; without it, the file is read into memory, provided that its log has nothing more to
 * say. Errors: `database_read_only`, `database_damaged`.
 */
export function openUnwritable(folder: string): Database.Database {
  const file = databaseFile(folder)
  let db: Database.Database | undefined
  try {
    db = connect(file, { readonly: true, fileMustExist: true })
    db.pragma('user_version')
    return db
  } catch (error) {
    db?.close()
    const failure = toAppError(error)
    if (failure.code !== 'data_folder_unwritable') throw failure
  }
  const logBytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (logBytes > 0 || statSync(file).size > mostBytes) throw new AppError('database_read_only', { folder })
  return connect(withoutLog(readFileSync(file)), { readonly: true })
}

/** Bytes 18 and 19 of the header say that there is a write-ahead log; in memory there is none (SQLite's file format, 1.3.3). */
function withoutLog(bytes: Buffer): Buffer {
  return Buffer.from(bytes).fill(1, 18, 20)
}

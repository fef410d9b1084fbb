import Database from 'better-sqlite3'
import { toAppError } from './sqlite-errors'

/** Opens a file, or a database that stands in memory, by the SQLite that is built in. Errors: as `toAppError` names them. */
export function connect(file: string | Buffer, options: Database.Options): Database.Database {
  const nativeBinding = process.env['PARKDESK_SQLITE_BINDING']
  try {
    return new Database(file, { ...options, ...(nativeBinding ? { nativeBinding } : {}) })
  } catch (error) {
    throw toAppError(error)
  }
}

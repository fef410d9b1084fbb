import type { ErrorCode } from '@shared/contract/error-codes'
import { AppError } from '@shared/contract/result'

/** SQLite's result codes and what they mean to a user; matched by the beginning, extended codes included. */
const meanings: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_BUSY', 'database_busy'],
  ['SQLITE_LOCKED', 'database_busy'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'database_read_only'],
  ['SQLITE_PERM', 'database_read_only'],
  ['SQLITE_CANTOPEN', 'data_folder_unwritable'],
  ['SQLITE_IOERR', 'disk_error'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'duplicate'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'unknown_reference'],
]

const fileMeanings: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'target_unwritable',
  EACCES: 'target_unwritable',
  EPERM: 'target_unwritable',
  EBUSY: 'target_unwritable',
  ENOENT: 'target_unwritable',
  ENOTDIR: 'target_unwritable',
  EIO: 'disk_error',
}

/** Removing a file tells some failures by words alone (Node 24): what the words stand for. */
const removalWords: readonly (readonly [string, string])[] = [
  ['No space left on device', 'ENOSPC'],
  ['Input/output error', 'EIO'],
  ['Device or resource busy', 'EBUSY'],
  ['Read-only file system', 'EROFS'],
]

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === '') return removalWords.find(([words]) => error.message.includes(words))?.[1]
  return typeof error.code === 'string' ? error.code : undefined
}

/** Any error as an AppError: SQLite's and the file system's by their codes, everything else `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  const known = code && (fileMeanings[code] ?? meanings.find(([start]) => code.startsWith(start))?.[1])
  if (known) return new AppError(known, code ? { detail: code } : {})
  const internal = new AppError('internal', {})
  internal.cause = error
  return internal
}

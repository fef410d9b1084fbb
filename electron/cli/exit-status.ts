import type { ErrorCode } from '@shared/contract/error-codes'

/** Failures nobody who called could have avoided. Everything else is a wrong call, a bad input or an unusable place. */
const ownFailures: ReadonlySet<ErrorCode> = new Set([
  'internal',
  'cancelled',
  'data_process_stopped',
  'database_busy',
  'database_damaged',
  'disk_error',
  'printing_failed',
  'electron_missing',
])

/** The status a command ends with when it fails: 1 failed, 2 the call or the input is wrong. */
export function exitStatus(code: ErrorCode): 1 | 2 {
  return ownFailures.has(code) ? 1 : 2
}

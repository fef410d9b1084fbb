import type { ErrorCode } from '@shared/contract/error-codes'

/** What is wrong with the data, as far as it makes a difference for what can be done. */
export type TroubleKind =
  | 'elsewhere'
  | 'notLocal'
  | 'newer'
  | 'missing'
  | 'empty'
  | 'foreign'
  | 'damaged'
  | 'disk'
  | 'other'

const kinds: Partial<Record<ErrorCode, TroubleKind>> = {
  park_open_elsewhere: 'elsewhere',
  folder_not_local: 'notLocal',
  database_newer: 'newer',
  database_missing: 'missing',
  database_empty_file: 'empty',
  database_foreign: 'foreign',
  database_damaged: 'damaged',
  disk_full: 'disk',
  disk_error: 'disk',
  database_read_only: 'disk',
  data_folder_unwritable: 'disk',
}

/** The kind of a failure to open the data. */
export function troubleKind(code: ErrorCode): TroubleKind {
  return kinds[code] ?? 'other'
}

/** Whether a backup helps: never over the data of a newer version or of a machine that is at work with it. */
export function isMendedByBackup(kind: TroubleKind): boolean {
  return ['missing', 'empty', 'foreign', 'damaged'].includes(kind)
}

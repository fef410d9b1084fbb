import type { ErrorCode } from './error-codes'
import type { FieldValue } from '../kernel/field'

/** Records that one command changes at most. */
export const maximumMany = 2000
/** Of a preview's records so many are shown one by one. */
export const previewedRows = 200

/** A record as a change of many would find it. */
export type PreviewRow = {
  readonly id: string
  /** A tenant's name, else a number. */
  readonly label: string
  /** What the fields hold now that the change would set. */
  readonly before: Readonly<Record<string, FieldValue>>
  /** Why the record would stay as it is: it holds the values already, or the field that speaks against it. */
  readonly kept: null | 'same' | { readonly field: string; readonly code: ErrorCode }
}

/** What a change of many records would do. */
export type ManyPreview = {
  /** Records somebody chose. */
  readonly total: number
  /** Of these: would be changed, hold the values already, cannot take them. */
  readonly changes: number
  readonly same: number
  readonly refused: number
  /** The ones that would be changed, as they were looked at. */
  readonly records: readonly { readonly id: string; readonly version: number }[]
  /** The first records of all, those that cannot take the values before the others. */
  readonly rows: readonly PreviewRow[]
}

import type { Failure } from '../../contract/result'

export type StorageStatus = {
  /** `damaged`: `failure` says what is wrong with the file; nothing of it was changed. */
  readonly state: 'ready' | 'empty' | 'damaged'
  readonly failure: Failure | null
  readonly folder: string
  readonly bytes: number
  readonly workstation: string
  readonly sample: SampleSize | null
  /** Nothing can be written: a write-protected medium, or no right to. */
  readonly readOnly: boolean
  /** The program did not come to its end the last time: it was killed, or the power went. */
  readonly uncleanStop: boolean
  /** The clock is more than a day behind the newest entry of the change log. */
  readonly clockBehind: boolean
  /** The folder is on a medium that can be pulled out. */
  readonly removable: boolean
  readonly fullCheck: FullCheck | null
}

/** The last check of everything; `at` in ms. */
export type FullCheck = {
  readonly at: number
  readonly problems: readonly (typeof problemKinds)[number][]
}

export type SampleSize = { readonly tenants: number; readonly requests: number; readonly incidents: number }

export const problemKinds = [
  'database',
  'foreign_keys',
  'search_index',
  'log_chain',
  'anchors',
  'attachments',
  'settings',
] as const
export type VerificationProblem = { readonly kind: (typeof problemKinds)[number]; readonly detail: string }
export type Verification = { readonly ok: boolean; readonly problems: readonly VerificationProblem[] }

/** What can still be read of a table of a damaged file; `lost` counts the places where a row was or may have been. */
export type SalvagedTable = { readonly name: string; readonly read: number; readonly lost: number }

export type SalvagePreview = {
  readonly tables: readonly SalvagedTable[]
  /** The park has accounts: one of its administrators or its recovery key must vouch for what happens to it. */
  readonly needsAuthority: boolean
}

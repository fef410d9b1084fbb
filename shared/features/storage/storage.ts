import type { Failure } from '../../contract/result'

export type StorageStatus = {
  /** `damaged`: `failure` says what is wrong with the file; nothing of it was changed. */
  readonly state: 'ready' | 'empty' | 'damaged'
  readonly failure: Failure | null
  readonly folder: string
  readonly bytes: number
  readonly workstation: string
  readonly lastBackupAt: number | null
  readonly sample: SampleSize | null
}

export type SampleSize = { readonly tenants: number; readonly requests: number; readonly incidents: number }

export const problemKinds = ['database', 'foreign_keys', 'search_index', 'log_chain', 'settings'] as const
export type VerificationProblem = { readonly kind: (typeof problemKinds)[number]; readonly detail: string }
export type Verification = { readonly ok: boolean; readonly problems: readonly VerificationProblem[] }

import type { Anchor } from '../audit/audit'

export const backupReasons = ['onDemand', 'daily', 'exit', 'migration', 'import', 'restore'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What a backup says of itself; the last part of the file, so that a file cut off has none. */
export type BackupManifest = {
  readonly format: 1
  /** Empty where the park had none yet: its structure was older than the number. */
  readonly parkId: string
  readonly parkName: string
  readonly workstation: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly appVersion: string
  /** `user_version` of the database. */
  readonly schema: number
  readonly reason: BackupReason
  /** Rows of every table. */
  readonly counts: Readonly<Record<string, number>>
  /** The newest entry of the change log. */
  readonly head: Anchor
  /** SHA-256 (hex) and bytes of every part. */
  readonly parts: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>
}

/** A backup in the park's own folder. Its id is the name of its file. */
export type Backup = {
  readonly id: string
  readonly createdAt: number
  readonly reason: BackupReason
  readonly bytes: number
  /** Records of all registers; null where the file could not be opened with the keys of this workstation. */
  readonly rows: number | null
  readonly encrypted: boolean
  readonly head: Anchor | null
}

/** What would be lost and found by going back to a backup. */
export type RestorePreview = {
  readonly manifest: BackupManifest
  readonly encrypted: boolean
  /** Log entries written since; null where the present data cannot be read. */
  readonly entriesLost: number | null
  readonly recordsChanged: number | null
  readonly lastChangeAt: number | null
  /** Another park's backup: never in place of this one without saying so. */
  readonly otherPark: boolean
}

export const backupAlarms = ['noBackup', 'old', 'shrunk', 'failed', 'noOtherDevice'] as const
export type BackupAlarm = (typeof backupAlarms)[number]

/** How a restore drill ended: `detail` is the code of what was wrong, empty where nothing was. */
export type DrillResult = { readonly at: number; readonly ok: boolean; readonly detail: string }

/** What an earlier restore moved aside, kept for 30 days. */
export type Quarantined = { readonly id: string; readonly at: number; readonly bytes: number }

export type BackupStatus = {
  readonly folder: string
  readonly backups: readonly Backup[]
  readonly lastVerifiedAt: number | null
  /** The last copy on another device; null when there never was one. */
  readonly lastElsewhereAt: number | null
  readonly elsewhereFolder: string | null
  readonly alarms: readonly BackupAlarm[]
  readonly encrypted: boolean
  readonly lastDrill: DrillResult | null
  readonly quarantine: readonly Quarantined[]
}

/** For so many days what a restore moved aside can be brought back. */
export const quarantineDays = 30

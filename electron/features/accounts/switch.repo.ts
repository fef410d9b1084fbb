import { lockMinutes } from '@shared/features/accounts/accounts'
import { run, sql, type ReadableDb, type WritableDb } from '../../data/sql'
import { readSetting, writeSetting } from '../settings'

/** What stands in the settings of a park while its accounts are on. */
export type AccountSettings = {
  /** SHA-256 (hex) of the recovery key: 160 random bits need no slow hash (OWASP ASVS 5.0, 6.5.2). */
  readonly recoveryVerifier: string
  /** What backups are encrypted to, `age1…`. */
  readonly recipient: string
  /** When somebody last proved that the paper is the key, in ms; null while nobody has. */
  readonly recoveryCheckedAt: number | null
}

const key = 'accounts'
const lockKey = 'lockAfterMinutes'

/** The row that switches accounts on; undefined in a park without them. */
export function readAccountSettings(db: ReadableDb): AccountSettings | undefined {
  return readSetting<AccountSettings>(db, key)
}

/** Switches accounts on, or changes what belongs to them. */
export function writeAccountSettings(db: WritableDb, settings: AccountSettings): void {
  writeSetting(db, key, settings)
}

/** Back to one operator. */
export function removeAccountSettings(db: WritableDb): void {
  run(db, sql`DELETE FROM settings WHERE key = ${key}`)
}

/** Whether the park has accounts; without them there is one operator who may do everything. */
export function accountsOn(db: ReadableDb): boolean {
  return readAccountSettings(db) !== undefined
}

/** What backups of the park are encrypted to; null without accounts. */
export function backupRecipient(db: ReadableDb): string | null {
  return readAccountSettings(db)?.recipient ?? null
}

/** The minutes chosen for locking windows, whether there are accounts or not. */
export function chosenLockMinutes(db: ReadableDb): number {
  return readSetting<number>(db, lockKey) ?? lockMinutes.usual
}

/** Keeps after how many minutes windows lock. */
export function writeLockMinutes(db: WritableDb, minutes: number): void {
  writeSetting(db, lockKey, minutes)
}

/** After how many minutes of nobody at the machine windows lock; 0 without accounts. */
export function lockAfterMinutes(db: ReadableDb): number {
  return accountsOn(db) ? chosenLockMinutes(db) : 0
}

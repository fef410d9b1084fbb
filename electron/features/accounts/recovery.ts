import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '@shared/contract/result'
import { formatRecoveryKey, parseRecoveryKey, recoveryKeyBytes } from '@shared/kernel/recovery-key'
import type { ReadableDb } from '../../data/sql'
import { readAccountSettings } from './switch.repo'
import { clearTries, countTry } from './waits'

/** The key wrong tries of the recovery key are counted under, whoever makes them. */
const waitKey = 'recovery'

/** Keys that were shown and not yet typed back, by who asked for them; they are kept nowhere else. */
const shown = new WeakMap<ReadableDb, Map<string, string>>()

/** A new recovery key of 160 random bits. */
export function newRecoveryKey(): string {
  return formatRecoveryKey(randomBytes(recoveryKeyBytes))
}

/** A new key that counts once whoever asked for it has typed it back. */
export function showRecoveryKey(db: ReadableDb, actor: string): string {
  const key = newRecoveryKey()
  const known = shown.get(db) ?? new Map<string, string>()
  shown.set(db, known.set(actor, key))
  return key
}

/** Whether what was typed is the key that was last shown to somebody. */
export function isShownKey(db: ReadableDb, actor: string, typed: string): boolean {
  const key = shown.get(db)?.get(actor)
  const bytes = parseRecoveryKey(typed)
  return key !== undefined && bytes !== null && formatRecoveryKey(bytes) === key
}

/** Forgets the key that was shown to somebody. */
export function forgetShownKey(db: ReadableDb, actor: string): void {
  shown.get(db)?.delete(actor)
}

/** What the settings keep of a recovery key. Errors: `recovery_key_wrong`. */
export function verifierOf(recoveryKey: string): string {
  const bytes = parseRecoveryKey(recoveryKey)
  if (!bytes) throw new AppError('recovery_key_wrong', { seconds: 0 })
  return createHash('sha256').update('parkdesk recovery 1').update(bytes).digest('hex')
}

/** Whether what was typed is the park's recovery key. */
export function isRecoveryKey(db: ReadableDb, typed: string): boolean {
  const settings = readAccountSettings(db)
  if (!settings || !parseRecoveryKey(typed)) return false
  return timingSafeEqual(Buffer.from(verifierOf(typed)), Buffer.from(settings.recoveryVerifier))
}

/**
 * Refuses what is not the park's recovery key; wrong ones are counted like wrong passwords. What is no key at all but a
 * slip of the pen is not. Errors: `recovery_key_wrong`, `sign_in_wait`.
 */
export function mustBeRecoveryKey(db: ReadableDb, typed: string, now: number): void {
  if (!parseRecoveryKey(typed)) throw new AppError('recovery_key_wrong', { seconds: 0 })
  const { seconds } = countTry(db, waitKey, now)
  if (!isRecoveryKey(db, typed)) throw new AppError('recovery_key_wrong', { seconds })
  clearTries(db, waitKey)
}

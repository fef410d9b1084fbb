import { AppError } from '@shared/contract/result'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { inTransaction, type WritableDb } from '../../data/sql'
import { keepParkKey } from '../../platform/park-key'
import { readPark } from '../settings'
import { accountNamed, rightsOfAccount, setPassword, type AccountRow } from './accounts.repo'
import { contextOf } from './own-password'
import { mustBeStrong } from './password-policy'
import { hashPassword } from './passwords'
import { isRecoveryKey, mustBeRecoveryKey, newRecoveryKey, verifierOf } from './recovery'
import { accountKey } from './sign-in'
import { accountsOn, readAccountSettings, writeAccountSettings } from './switch.repo'
import { clearTries } from './waits'

/** Keeps another recovery key; `checkedAt` null until somebody has proved to have it on paper. */
async function replaceKey(
  db: WritableDb,
  folder: string,
  recoveryKey: string,
  checkedAt: number | null,
  also: () => void,
): Promise<void> {
  const { recipient } = await keepParkKey(folder, recoveryKey)
  inTransaction(db, () => {
    const recoveryVerifier = verifierOf(recoveryKey)
    writeAccountSettings(db, { recoveryVerifier, recipient, recoveryCheckedAt: checkedAt })
    also()
  })
}

function mustBeAdministrator(db: WritableDb, name: string): AccountRow {
  const account = accountNamed(db, name)
  const able =
    account && account.disabledAt === null && rightsOfAccount(db, account).includes('accounts.manage')
  if (!able) throw new AppError('not_an_administrator', { name })
  return account
}

/**
 * Gives an administrator a new password by the recovery key on paper. The key has been used then: the answer holds the
 * one that takes its place. Errors: `recovery_key_wrong`, `sign_in_wait`, `not_an_administrator`, `password_weak`.
 */
export async function recoverAccount(
  db: WritableDb,
  folder: string,
  given: { readonly recoveryKey: string; readonly name: string; readonly newPassword: string },
  write: WriteContext,
): Promise<{ readonly account: AccountRow; readonly recoveryKey: string }> {
  if (!accountsOn(db)) throw new AppError('not_allowed', { name: 'accounts.recover' })
  mustBeRecoveryKey(db, given.recoveryKey, write.now)
  const account = mustBeAdministrator(db, given.name)
  mustBeStrong(given.newPassword, contextOf(readPark(db), account))
  const password = await hashPassword(given.newPassword)
  // On a machine where the park came from a backup it may never have been; old backups need it.
  await keepParkKey(folder, given.recoveryKey)
  const recoveryKey = newRecoveryKey()
  await replaceKey(db, folder, recoveryKey, null, () => {
    setPassword(db, account.id, { password, mustChange: 0, expiresAt: null }, write)
    clearTries(db, accountKey(account.id))
    const entry = { action: 'recovered', register: 'accounts', recordId: account.name, changes: {} } as const
    appendToLog(db, entry, { ...write, actor: account.name })
  })
  return { account: mustBeAdministrator(db, account.name), recoveryKey }
}

/**
 * Makes the key that was shown and typed back the park's, or notes that the present one stands on paper. Backups of the
 * key before still open at this workstation.
 */
export async function confirmKey(
  db: WritableDb,
  folder: string,
  recoveryKey: string,
  write: WriteContext,
): Promise<void> {
  await replaceKey(db, folder, recoveryKey, write.now, () => {
    const changes = { recoveryKey: [null, 'renewed'] } as const
    appendToLog(db, { action: 'updated', register: 'accounts', recordId: '', changes }, write)
  })
}

/** The yearly check: refuses what is not the park's recovery key and notes when it was. Errors: `recovery_key_wrong`, `sign_in_wait`. */
export async function checkKey(
  db: WritableDb,
  folder: string,
  recoveryKey: string,
  write: WriteContext,
): Promise<void> {
  mustBeRecoveryKey(db, recoveryKey, write.now)
  await keepParkKey(folder, recoveryKey)
  inTransaction(db, () => {
    const settings = readAccountSettings(db)
    if (!settings || !isRecoveryKey(db, recoveryKey)) throw new AppError('recovery_key_wrong', { seconds: 0 })
    writeAccountSettings(db, { ...settings, recoveryCheckedAt: write.now })
    const changes = { recoveryKey: [null, 'checked'] } as const
    appendToLog(db, { action: 'checked', register: 'accounts', recordId: '', changes }, write)
  })
}

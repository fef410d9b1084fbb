import { createHash } from 'node:crypto'
import { AppError } from '@shared/contract/result'
import { compareKey } from '@shared/kernel/text'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { inTransaction, type WritableDb } from '../../data/sql'
import { accountNamed, noteSignIn, type AccountRow } from './accounts.repo'
import { hashPassword, isOutdated, isPassword } from './passwords'
import { clearTries, countTry } from './waits'

/** Somebody who has just signed in, and what to tell them of the time before. */
export type SignedIn = {
  readonly account: AccountRow
  readonly failedAttempts: number
}

/** A one-time password that has been used can be used again for so long: somebody may be cut off before changing it. */
const usedOnceMs = 15 * 60_000

/** The key an account's wrong tries are counted under. */
export const accountKey = (id: string) => `account ${id}`

/** Names of nobody wait like any other, so that waiting tells nobody which names there are. */
function unknownKey(name: string): string {
  return `nobody ${createHash('sha256').update(compareKey(name)).digest('hex')}`
}

/** Where somebody signs in. */
type Via = 'window' | 'commandLine'

/**
 * Checks name and password and enters in the log how it went. Whatever of the two is wrong, answer and time are the
 * same. `via` says where somebody signed in: a window or the command line. Errors: `sign_in_failed`, `sign_in_wait`.
 */
export async function signIn(
  db: WritableDb,
  given: { readonly name: string; readonly password: string; readonly via: Via },
  write: WriteContext,
): Promise<SignedIn> {
  const account = accountNamed(db, given.name)
  const key = account ? accountKey(account.id) : unknownKey(given.name)
  const { failedBefore, seconds } = countTry(db, key, write.now)
  const known = await isPassword(given.password, account?.password)
  const changes = { via: [null, given.via] } as const
  if (!account || !known || !mayEnter(account, write.now)) {
    const entry = {
      action: 'signInFailed',
      register: 'accounts',
      recordId: account?.name ?? '',
      changes,
    } as const
    if (!db.readonly) inTransaction(db, () => appendToLog(db, entry, write))
    throw new AppError('sign_in_failed', { seconds })
  }
  const password = isOutdated(account.password) ? await hashPassword(given.password) : account.password
  clearTries(db, key)
  // On a medium that cannot be written to people may still look; nothing they do there can be kept, and so no entry.
  if (db.readonly) return { account, failedAttempts: failedBefore }
  enterSignIn(db, { ...account, password }, given.via, write)
  return { account, failedAttempts: failedBefore }
}

/** Enters that somebody is at work from now on; `password` is the record to keep. */
export function enterSignIn(db: WritableDb, account: AccountRow, via: Via, write: WriteContext): void {
  const { id, name, password } = account
  inTransaction(db, () => {
    const expiresAt = account.expiresAt && Math.min(account.expiresAt, write.now + usedOnceMs)
    noteSignIn(db, id, { at: write.now, expiresAt, password })
    const entry = {
      action: 'signedIn',
      register: 'accounts',
      recordId: name,
      changes: { via: [null, via] },
    } as const
    appendToLog(db, entry, { ...write, actor: name })
  })
}

function mayEnter({ disabledAt, expiresAt }: AccountRow, now: number): boolean {
  return disabledAt === null && (expiresAt === null || now < expiresAt)
}

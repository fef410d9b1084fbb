import type { Me } from '@shared/features/accounts/accounts'
import type { Park } from '@shared/features/settings/settings'
import { AppError } from '@shared/contract/result'
import { appendToLog } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { readPark } from '../settings'
import { mustFindAccount, setPassword } from './accounts.repo'
import { mustKnowOwnPassword } from './guards'
import { signedIn } from './me'
import { mustBeStrong, type PasswordContext } from './password-policy'
import { hashPassword } from './passwords'

/** What nobody's password may be made of: the names of the park, and how the person is called. */
export function contextOf(
  { nameZh, nameRu, nameEn }: Park,
  person: { readonly name: string; readonly displayName: string },
): PasswordContext {
  const parkNames = [nameZh, nameRu, nameEn].filter((name) => name !== null)
  return { words: [...parkNames, person.name, person.displayName] }
}

/**
 * Replaces the own password; sessions of the account at other windows end. Errors: `password_weak`, `password_wrong`,
 * `sign_in_wait`.
 */
export async function changeOwnPassword(
  input: { readonly current: string; readonly next: string },
  context: CommandContext,
): Promise<Me> {
  const { db, session, sessions } = context
  if (session.accountId === null) throw new AppError('not_allowed', { name: 'accounts.changePassword' })
  const account = mustFindAccount(db, session.accountId)
  mustBeStrong(input.next, { ...contextOf(readPark(db), account), current: input.current })
  await mustKnowOwnPassword(context, input.current)
  const password = await hashPassword(input.next)
  inTransaction(db, () => {
    setPassword(db, account.id, { password, mustChange: 0, expiresAt: null }, writeContext(context))
    const changes = { password: [null, 'own'] } as const
    appendToLog(
      db,
      { action: 'updated', register: 'accounts', recordId: account.name, changes },
      writeContext(context),
    )
  })
  sessions.begin(account.id)
  sessions.endOthersOf(account.id, 'ended')
  context.changed('accounts', 'audit')
  const changed = mustFindAccount(db, account.id)
  return signedIn(db, changed, { failedAttempts: 0, lastSignInAt: changed.lastSignInAt }, context.now())
}

import { AppError } from '@shared/contract/result'
import type { Me } from '@shared/features/accounts/accounts'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { appendToLog } from '../../data/change-log'
import type { CommandContext, Handlers } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { allAccounts, toAccount } from './accounts.repo'
import { mustKnowOwnPassword } from './guards'
import { changeAccount, createAccount, resetPassword } from './manage'
import { removeRole, saveRole } from './manage-roles'
import { operator, signedIn, signedOut, whoIsThere } from './me'
import { changeOwnPassword } from './own-password'
import { checkKey, confirmKey, recoverAccount } from './recover'
import { forgetShownKey, isShownKey, showRecoveryKey } from './recovery'
import { allRoles } from './roles.repo'
import { signIn } from './sign-in'
import { switchOff, switchOn } from './switch'
import { accountsOn, chosenLockMinutes, writeLockMinutes } from './switch.repo'

async function enterWindow(
  given: { readonly name: string; readonly password: string },
  context: CommandContext,
): Promise<Me> {
  const { db, sessions } = context
  if (!accountsOn(db)) throw new AppError('not_allowed', { name: 'accounts.signIn' })
  const { account, failedAttempts } = await signIn(
    db,
    { ...given, via: 'window' },
    { ...writeContext(context), actor: '' },
  )
  // Whoever was at this window before has left it now.
  if (context.session.accountId !== null && context.session.accountId !== account.id)
    leave('signedOut', context)
  sessions.begin(account.id)
  const before = { failedAttempts, lastSignInAt: account.lastSignInAt }
  return signedIn(db, account, before, context.now())
}

/** Ends the session of the window that asks, if it has one. */
function leave(how: 'signedOut' | 'locked', context: CommandContext): Me {
  const { session, sessions } = context
  if (!session.rights.has('signedIn')) return signedOut(sessions.lockedName())
  if (session.accountId === null) return operator(session.rights)
  sessions.end(how)
  const changes: FieldChanges = how === 'locked' ? { reason: [null, 'user'] } : {}
  context.enter({ action: how, register: 'accounts', recordId: session.actor, changes })
  return signedOut(sessions.lockedName())
}

function saveLockAfter(minutes: number, context: CommandContext): number {
  const { db } = context
  inTransaction(db, () => {
    const changes = { lockAfterMinutes: [chosenLockMinutes(db), minutes] } as const
    writeLockMinutes(db, minutes)
    appendToLog(
      db,
      { action: 'updated', register: 'settings', recordId: 'lockAfterMinutes', changes },
      writeContext(context),
    )
  })
  context.changed('accounts', 'settings', 'audit')
  return minutes
}

async function confirmRecoveryKey(recoveryKey: string, context: CommandContext): Promise<null> {
  const { db, folder, session } = context
  if (!accountsOn(db)) throw new AppError('not_allowed', { name: 'accounts.confirmRecoveryKey' })
  if (isShownKey(db, session.actor, recoveryKey)) {
    await confirmKey(db, folder, recoveryKey, writeContext(context))
    forgetShownKey(db, session.actor)
  } else await checkKey(db, folder, recoveryKey, writeContext(context))
  context.changed('accounts', 'audit')
  return null
}

async function recover(
  input: { readonly recoveryKey: string; readonly name: string; readonly newPassword: string },
  context: CommandContext,
): Promise<{ readonly me: Me; readonly recoveryKey: string }> {
  const { db, folder, sessions } = context
  const { account, recoveryKey } = await recoverAccount(db, folder, input, writeContext(context))
  sessions.begin(account.id)
  sessions.endOthersOf(account.id, 'ended')
  context.changed('accounts', 'audit')
  const before = { failedAttempts: 0, lastSignInAt: account.lastSignInAt }
  return { me: signedIn(db, account, before, context.now()), recoveryKey }
}

export const accountsHandlers: Handlers<'accounts'> = {
  me: (_input, context) => whoIsThere(context),
  signIn: enterWindow,
  signOut: (_input, context) => leave('signedOut', context),
  lock: (_input, context) => leave('locked', context),
  changePassword: changeOwnPassword,
  list: (_input, { db }) => allAccounts(db).map(toAccount),
  roles: (_input, { db }) => allRoles(db),
  create: createAccount,
  update: changeAccount,
  resetPassword,
  saveRole,
  removeRole,
  lockAfter: (_input, { db }) => chosenLockMinutes(db),
  saveLockAfter: ({ minutes }, context) => saveLockAfter(minutes, context),
  newRecoveryKey: async ({ password }, context) => {
    await mustKnowOwnPassword(context, password)
    return { recoveryKey: showRecoveryKey(context.db, context.session.actor) }
  },
  confirmRecoveryKey: ({ recoveryKey }, context) => confirmRecoveryKey(recoveryKey, context),
  checkRecoveryKey: async ({ recoveryKey }, context) => {
    await checkKey(context.db, context.folder, recoveryKey, writeContext(context))
    context.changed('accounts', 'audit')
    return null
  },
  switchOn,
  switchOff: ({ recoveryKey }, context) => switchOff(recoveryKey, context),
  recover,
}

import { AppError } from '@shared/contract/result'
import type { ParsedOf } from '@shared/contract/define'
import type { accountsContract, OneTime } from '@shared/features/accounts/accounts.contract'
import type { Account } from '@shared/features/accounts/accounts'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { sanitiseLine } from '@shared/kernel/text'
import { v7 as newId } from 'uuid'
import { appendToLog } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction, type WritableDb } from '../../data/sql'
import {
  mustFindAccount,
  putAccount,
  rightsOfAccount,
  setPassword,
  toAccount,
  updateAccount,
  type AccountRow,
} from './accounts.repo'
import {
  freeName,
  holdsAll,
  isOnlyAdministrator,
  mustBeRole,
  mustHaveAdministrator,
  mustKnowOwnPassword,
  refuse,
} from './guards'
import { hashPassword, oneTimePassword } from './passwords'
import { accountKey } from './sign-in'
import { clearTries } from './waits'

type Input<O extends keyof typeof accountsContract> = ParsedOf<(typeof accountsContract)[O]>

/** A one-time password that nobody has used by then is worth nothing. */
const oneTimeMs = 7 * 24 * 60 * 60 * 1000

async function oneTimeCredential(now: number) {
  const password = oneTimePassword()
  return {
    password,
    credential: {
      password: await hashPassword(password),
      mustChange: 1,
      expiresAt: now + oneTimeMs,
    } as const,
  }
}

function logAccount(
  db: WritableDb,
  context: CommandContext,
  name: string,
  action: 'created' | 'updated',
  changes: FieldChanges,
): void {
  appendToLog(db, { action, register: 'accounts', recordId: name, changes }, writeContext(context))
}

/** Makes an account with a one-time password. Errors: `name_taken`, `not_allowed` for a role beyond one's own rights. */
export async function createAccount(input: Input<'create'>, context: CommandContext): Promise<OneTime> {
  const { db } = context
  await mustKnowOwnPassword(context, input.password)
  const id = newId()
  const displayName = sanitiseLine(input.displayName)
  freeName(db, input.name, id)
  if (!holdsAll(context.session, mustBeRole(db, input.roleId))) refuse(context, 'accounts.create', 'role')
  const { password, credential } = await oneTimeCredential(context.now())
  inTransaction(db, () => {
    const name = freeName(db, input.name, id)
    putAccount(db, { id, name, displayName, roleId: input.roleId, ...credential }, writeContext(context))
    const changes: FieldChanges = { displayName: [null, displayName], role: [null, input.roleId] }
    logAccount(db, context, name, 'created', changes)
  })
  context.changed('accounts', 'audit')
  return { account: toAccount(mustFindAccount(db, id)), oneTimePassword: password }
}

/**
 * Changes an account. Nobody changes the own role or closes the own account, or touches one with rights they do not
 * hold themselves. Errors: `last_administrator`, `changed_meanwhile`, `not_allowed`.
 */
export async function changeAccount(input: Input<'update'>, context: CommandContext): Promise<Account> {
  const { db } = context
  await mustKnowOwnPassword(context, input.password)
  const before = mustFindAccount(db, input.id)
  mustBeRole(db, input.roleId)
  const disabledAt = input.disabled ? (before.disabledAt ?? context.now()) : null
  const after = {
    id: input.id,
    version: input.version,
    displayName: sanitiseLine(input.displayName),
    roleId: input.roleId,
    disabledAt,
  }
  refuseBeyondOwn(context, before, after)
  inTransaction(db, () => {
    updateAccount(db, after, writeContext(context))
    mustHaveAdministrator(db, context.now())
    logAccount(db, context, before.name, 'updated', changesOf(before, after))
  })
  if (input.disabled) context.sessions.endAllOf(input.id, 'ended')
  context.changed('accounts', 'audit')
  return toAccount(mustFindAccount(db, input.id))
}

type Shown = Pick<AccountRow, 'id' | 'displayName' | 'roleId' | 'disabledAt'>

function refuseBeyondOwn(context: CommandContext, before: Shown, after: Shown): void {
  const { db, session } = context
  const name = 'accounts.update'
  const sameStanding =
    before.roleId === after.roleId && (before.disabledAt === null) === (after.disabledAt === null)
  if (before.id === session.accountId) {
    if (sameStanding) return
    if (isOnlyAdministrator(db, before.id, context.now())) throw new AppError('last_administrator')
    refuse(context, name, 'own account')
  }
  const rights = [...rightsOfAccount(db, before), ...mustBeRole(db, after.roleId)]
  if (!holdsAll(session, rights)) refuse(context, name, 'role')
}

function changesOf(before: Shown, after: Shown): FieldChanges {
  const flag = ({ disabledAt }: Shown) => (disabledAt === null ? 0 : 1)
  const pairs = {
    displayName: [before.displayName, after.displayName],
    role: [before.roleId, after.roleId],
    disabled: [flag(before), flag(after)],
  } as const
  return Object.fromEntries(Object.entries(pairs).filter(([, [old, next]]) => old !== next))
}

/** Gives somebody a one-time password and ends their sessions. Errors: `not_allowed` for an account beyond one's own. */
export async function resetPassword(
  input: Input<'resetPassword'>,
  context: CommandContext,
): Promise<OneTime> {
  const { db, session } = context
  await mustKnowOwnPassword(context, input.password)
  const account = mustFindAccount(db, input.id)
  const isOwn = account.id === session.accountId
  if (isOwn || !holdsAll(session, rightsOfAccount(db, account)))
    refuse(context, 'accounts.resetPassword', isOwn ? 'own account' : 'role')
  const { password, credential } = await oneTimeCredential(context.now())
  inTransaction(db, () => {
    setPassword(db, account.id, credential, writeContext(context))
    clearTries(db, accountKey(account.id))
    logAccount(db, context, account.name, 'updated', { password: [null, 'one-time'] })
  })
  context.sessions.endAllOf(account.id, 'ended')
  context.changed('accounts', 'audit')
  return { account: toAccount(mustFindAccount(db, account.id)), oneTimePassword: password }
}

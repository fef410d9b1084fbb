import { AppError } from '@shared/contract/result'
import type { Me } from '@shared/features/accounts/accounts'
import type { Park } from '@shared/features/settings/settings'
import { soleOperator } from '@shared/contract/rights'
import { compareKey, sanitiseLine } from '@shared/kernel/text'
import { v7 as newId } from 'uuid'
import { appendToLog, type WriteContext } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction, run, sql, type ReadableDb, type WritableDb } from '../../data/sql'
import { keepParkKey } from '../../platform/park-key'
import { readPark } from '../settings'
import { accountNamed, allAccounts, closeAllAccounts, mustFindAccount, putAccount } from './accounts.repo'
import { freeName, goodName } from './guards'
import { operator, signedIn } from './me'
import { contextOf } from './own-password'
import { mustBeStrong } from './password-policy'
import { hashPassword } from './passwords'
import { forgetShownKey, isShownKey, mustBeRecoveryKey, verifierOf } from './recovery'
import { enterSignIn } from './sign-in'
import { accountsOn, removeAccountSettings, writeAccountSettings } from './switch.repo'

/** One of the two administrators; a sealed one has a password that is changed at the first sign-in. */
export type Administrator = {
  readonly name: string
  readonly displayName: string
  readonly password: string
  readonly sealed?: boolean
}

/**
 * Refuses administrators that there cannot be, before anything is made for them. Errors: `name_taken`, `invalid_input`,
 * `password_weak`.
 */
export function mustBeGoodAdministrators(park: Park, people: readonly Administrator[]): void {
  const names = people.map(({ name }) => compareKey(name))
  if (new Set(names).size < names.length) throw new AppError('name_taken', { name: people[0]?.name ?? '' })
  for (const person of people) {
    const name = goodName(person.name)
    if (!person.sealed)
      mustBeStrong(person.password, contextOf(park, { name, displayName: person.displayName }))
  }
}

type Prepared = Omit<Administrator, 'password'> & { readonly id: string; readonly hash: string }

/** An account of an earlier time, when accounts were on before, is taken up again under its old id. */
async function prepare(db: ReadableDb, person: Administrator): Promise<Prepared> {
  const { name, displayName, password, sealed } = person
  const id = accountNamed(db, name)?.id ?? newId()
  return {
    id,
    name: freeName(db, name, id),
    displayName: sanitiseLine(displayName),
    hash: await hashPassword(password),
    ...(sealed ? { sealed } : {}),
  }
}

export type SwitchOn = {
  readonly administrators: readonly Administrator[]
  readonly recoveryKey: string
  /** The key has been typed back: it stands on paper. */
  readonly confirmed: boolean
}

/**
 * Switches accounts on with these administrators and this recovery key; answers the id of the first one's account. The
 * key is beside the database before it counts. Errors: `not_allowed` where they are on, those of the administrators.
 */
export async function switchAccountsOn(
  db: WritableDb,
  folder: string,
  { administrators, recoveryKey, confirmed }: SwitchOn,
  write: WriteContext,
): Promise<string> {
  const mustBeOff = () => {
    if (accountsOn(db)) throw new AppError('not_allowed', { name: 'accounts.switchOn' })
  }
  mustBeOff()
  mustBeGoodAdministrators(readPark(db), administrators)
  const people = await Promise.all(administrators.map((person) => prepare(db, person)))
  const { recipient } = await keepParkKey(folder, recoveryKey)
  const recoveryCheckedAt = confirmed ? write.now : null
  const first = people[0]?.id ?? ''
  inTransaction(db, () => {
    mustBeOff()
    writeAccountSettings(db, { recoveryVerifier: verifierOf(recoveryKey), recipient, recoveryCheckedAt })
    run(db, sql`DELETE FROM sign_in_waits`)
    // What the only operator had begun is the first administrator's from now on.
    run(db, sql`UPDATE drafts SET owner = ${first} WHERE owner IS NULL`)
    appendToLog(db, { action: 'switchedOn', register: 'accounts', recordId: '', changes: {} }, write)
    for (const person of people) enterAdministrator(db, person, write)
  })
  return first
}

function enterAdministrator(db: WritableDb, person: Prepared, write: WriteContext): void {
  const { id, name, displayName, hash, sealed = false } = person
  const credential = { password: hash, mustChange: sealed ? 1 : 0, expiresAt: null } as const
  putAccount(db, { id, name, displayName, roleId: 'administrator', ...credential }, write)
  const changes = { displayName: [null, displayName], role: [null, 'administrator'] } as const
  appendToLog(db, { action: 'created', register: 'accounts', recordId: name, changes }, write)
}

/** Switches accounts on from the window: the recovery key shown before must have been typed back. */
export async function switchOn(
  input: { readonly administrators: readonly Administrator[]; readonly recoveryKey: string },
  context: CommandContext,
): Promise<Me> {
  const { db, session } = context
  if (!isShownKey(db, session.actor, input.recoveryKey))
    throw new AppError('recovery_key_wrong', { seconds: 0 })
  const id = await switchAccountsOn(db, context.folder, { ...input, confirmed: true }, writeContext(context))
  forgetShownKey(db, session.actor)
  // Whoever switches accounts on is at work from then on as the first of the administrators.
  enterSignIn(db, mustFindAccount(db, id), 'window', writeContext(context))
  context.sessions.begin(id)
  context.changed('accounts', 'settings', 'drafts', 'audit')
  const account = mustFindAccount(db, id)
  return signedIn(db, account, { failedAttempts: 0, lastSignInAt: account.lastSignInAt }, context.now())
}

/** Back to one operator; the accounts stay, closed, because the log names them. Errors: `recovery_key_wrong`, `sign_in_wait`. */
export function switchOff(recoveryKey: string, context: CommandContext): Me {
  const { db } = context
  if (!accountsOn(db)) throw new AppError('not_allowed', { name: 'accounts.switchOff' })
  mustBeRecoveryKey(db, recoveryKey, context.now())
  const write = writeContext(context)
  const ids = allAccounts(db).map(({ id }) => id)
  inTransaction(db, () => {
    closeAllAccounts(db, write)
    removeAccountSettings(db)
    appendToLog(db, { action: 'switchedOff', register: 'accounts', recordId: '', changes: {} }, write)
  })
  for (const id of ids) context.sessions.endAllOf(id, 'ended')
  context.changed('accounts', 'settings', 'drafts', 'audit')
  return operator(soleOperator().rights)
}

import { AppError } from '@shared/contract/result'
import { soleOperator, type Right, type Session } from '@shared/contract/rights'
import { nameMaximum } from '@shared/features/accounts/accounts'
import { compareKey, sanitiseLine } from '@shared/kernel/text'
import type { CommandContext } from '../../data/handlers'
import type { ReadableDb } from '../../data/sql'
import { accountNamed, allAccounts, mustFindAccount, rightsOfAccount, type AccountRow } from './accounts.repo'
import { isPassword } from './passwords'
import { rightsOf } from './roles.repo'
import { accountKey } from './sign-in'
import { clearTries, countTry } from './waits'

/** Refuses and enters the refusal in the log, as the way to an operation does where a right is missing. */
export function refuse(context: CommandContext, name: string, reason: string): never {
  context.enter({
    action: 'refused',
    register: 'accounts',
    recordId: name,
    changes: { reason: [null, reason] },
  })
  throw new AppError('not_allowed', { name })
}

/**
 * Asks whoever is at work for the own password once more before something grave; the only operator has none. Wrong ones
 * count like those at the sign-in. Errors: `password_wrong`, `sign_in_wait`.
 */
export async function mustKnowOwnPassword(context: CommandContext, password: string): Promise<void> {
  const { accountId } = context.session
  if (accountId === null) return
  const { db } = context
  const account = mustFindAccount(db, accountId)
  const { seconds } = countTry(db, accountKey(accountId), context.now())
  if (!(await isPassword(password, account.password))) throw new AppError('password_wrong', { seconds })
  clearTries(db, accountKey(accountId))
}

/**
 * A name as it is kept, without what cannot be seen. Errors: `invalid_input` where it is too short or long, `name_taken`
 * for the one that the log gives the only operator.
 */
export function goodName(name: string): string {
  const clean = sanitiseLine(name)
  const problem = (code: 'required' | 'too_long') =>
    new AppError('invalid_input', {}, [{ path: 'name', code }])
  if ([...clean].length < 3) throw problem('required')
  if ([...clean].length > nameMaximum) throw problem('too_long')
  if (compareKey(clean) === compareKey(soleOperator().actor))
    throw new AppError('name_taken', { name: clean })
  return clean
}

/** The same, of nobody else. Errors: those and `name_taken` for another account's name. */
export function freeName(db: ReadableDb, name: string, exceptId: string): string {
  const clean = goodName(name)
  const other = accountNamed(db, clean)
  if (other && other.id !== exceptId) throw new AppError('name_taken', { name: clean })
  return clean
}

/** What a role allows. Errors: `unknown_value` for a role that there is not. */
export function mustBeRole(db: ReadableDb, roleId: string): readonly Right[] {
  const rights = rightsOf(db, roleId)
  if (!rights) throw new AppError('invalid_input', {}, [{ path: 'roleId', code: 'unknown_value' }])
  return rights
}

/** Whether somebody has all of these rights: nobody gives, takes or resets what is beyond their own. */
export function holdsAll(session: Session, rights: readonly Right[]): boolean {
  return rights.every((right) => session.rights.has(right))
}

/** Accounts that can sign in now and manage the others. */
function administrators(db: ReadableDb, now: number): readonly AccountRow[] {
  return allAccounts(db).filter(
    (account) =>
      account.disabledAt === null &&
      (account.expiresAt === null || now < account.expiresAt) &&
      rightsOfAccount(db, account).includes('accounts.manage'),
  )
}

/** Whether nobody but this account can manage accounts. */
export function isOnlyAdministrator(db: ReadableDb, id: string, now: number): boolean {
  return administrators(db, now).every((account) => account.id === id)
}

/**
 * Refuses to leave the park without anybody who can manage accounts; to be called in a transaction that changes
 * accounts or roles, after the change. Errors: `last_administrator`.
 */
export function mustHaveAdministrator(db: ReadableDb, now: number): void {
  if (administrators(db, now).length === 0) throw new AppError('last_administrator')
}

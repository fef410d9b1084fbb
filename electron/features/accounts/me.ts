import type { Session } from '@shared/contract/rights'
import type { Me } from '@shared/features/accounts/accounts'
import type { QueryContext } from '../../data/handlers'
import type { ReadableDb } from '../../data/sql'
import { mustFindAccount, rightsOfAccount, type AccountRow } from './accounts.repo'
import { roleName } from './roles.repo'
import { chosenLockMinutes, readAccountSettings } from './switch.repo'

const yearMs = 365 * 24 * 60 * 60 * 1000

const nobody: Omit<Me, 'state' | 'rights'> = {
  name: '',
  displayName: '',
  roleId: '',
  roleName: null,
  mustChangePassword: false,
  failedAttempts: 0,
  lastSignInAt: null,
  lockAfterMinutes: 0,
  lockedName: '',
  recoveryKeyDue: false,
}

/** The only operator of a park without accounts. */
export function operator(rights: Session['rights']): Me {
  return { ...nobody, state: 'noAccounts', rights: [...rights] }
}

/** A window where nobody has signed in; `lockedName` is whoever locked it. */
export function signedOut(lockedName: string): Me {
  return { ...nobody, state: 'signedOut', rights: ['public'], lockedName }
}

/** Somebody signed in; `failedAttempts` and the last time they signed in are of before. */
export function signedIn(
  db: ReadableDb,
  account: AccountRow,
  before: Pick<Me, 'failedAttempts' | 'lastSignInAt'>,
  now: number,
): Me {
  const rights = rightsOfAccount(db, account)
  const checkedAt = readAccountSettings(db)?.recoveryCheckedAt ?? null
  const due = checkedAt === null || now - checkedAt > yearMs
  return {
    ...nobody,
    ...before,
    state: 'signedIn',
    name: account.name,
    displayName: account.displayName,
    roleId: account.roleId,
    roleName: roleName(db, account.roleId),
    rights: ['public', 'signedIn', ...rights],
    mustChangePassword: account.mustChange === 1,
    lockAfterMinutes: chosenLockMinutes(db),
    recoveryKeyDue: due && rights.includes('accounts.manage'),
  }
}

/** Who is at the window that asks. The database is left alone where nobody is signed in: there may be none. */
export function whoIsThere(context: QueryContext): Me {
  const { session, sessions } = context
  if (!session.rights.has('signedIn')) return signedOut(sessions.lockedName())
  if (session.accountId === null) return operator(session.rights)
  const account = mustFindAccount(context.db, session.accountId)
  return signedIn(
    context.db,
    account,
    { failedAttempts: 0, lastSignInAt: account.lastSignInAt },
    context.now(),
  )
}

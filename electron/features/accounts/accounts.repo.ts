import type { Right, Session } from '@shared/contract/rights'
import { AppError } from '@shared/contract/result'
import type { Account } from '@shared/features/accounts/accounts'
import { rightsOfRole } from '@shared/features/accounts/roles'
import { compareKey } from '@shared/kernel/text'
import type { WriteContext } from '../../data/change-log'
import { all, get, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'
import { rightsOf } from './roles.repo'

/** An account as it is stored. */
export type AccountRow = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly displayName: string
  readonly roleId: string
  readonly disabledAt: number | null
  readonly password: string
  readonly passwordChanges: number
  /** 1 while the password is one that somebody else knows. */
  readonly mustChange: 0 | 1
  /** Until when such a password can be used, in ms; null for ever. */
  readonly expiresAt: number | null
  readonly lastSignInAt: number | null
}

const columns = sql`id, version, name, display_name AS displayName, role_id AS roleId, disabled_at AS disabledAt,
  password, password_changes AS passwordChanges, must_change AS mustChange, expires_at AS expiresAt,
  last_sign_in_at AS lastSignInAt`

/** Every account, by the name people are called by. */
export function allAccounts(db: ReadableDb): readonly AccountRow[] {
  return all<AccountRow>(db, sql`SELECT ${columns} FROM accounts ORDER BY display_name, name_key`)
}

/** The account of an id, if there is one. */
export function accountOf(db: ReadableDb, id: string): AccountRow | undefined {
  return get<AccountRow>(db, sql`SELECT ${columns} FROM accounts WHERE id = ${id}`)
}

/** The account of a sign-in name as somebody types it, if there is one. */
export function accountNamed(db: ReadableDb, name: string): AccountRow | undefined {
  return get<AccountRow>(db, sql`SELECT ${columns} FROM accounts WHERE name_key = ${compareKey(name)}`)
}

/** The account of an id. Errors: `not_found`. */
export function mustFindAccount(db: ReadableDb, id: string): AccountRow {
  const account = accountOf(db, id)
  if (!account) throw new AppError('not_found')
  return account
}

/** What an administrator is shown of an account. */
export function toAccount(row: AccountRow): Account {
  const { id, version, name, displayName, roleId, lastSignInAt } = row
  const disabled = row.disabledAt !== null
  return {
    id,
    version,
    name,
    displayName,
    roleId,
    disabled,
    lastSignInAt,
    mustChangePassword: row.mustChange === 1,
  }
}

/** The rights an account has by its role; none of a role that is gone. */
export function rightsOfAccount(db: ReadableDb, { roleId }: Pick<AccountRow, 'roleId'>): readonly Right[] {
  return rightsOf(db, roleId) ?? []
}

/** Who an account is in a session; `credentials` is another number once its password has been changed. */
export type Identified = Session & { readonly credentials: number }

/** The account as it is now with the rights of its role; undefined when it may not sign in. */
export function identifyAccount(db: ReadableDb, accountId: string): Identified | undefined {
  const account = accountOf(db, accountId)
  if (!account || account.disabledAt !== null) return undefined
  return {
    actor: account.name,
    accountId,
    rights: rightsOfRole(rightsOfAccount(db, account)),
    mustChangePassword: account.mustChange === 1,
    credentials: account.passwordChanges,
  }
}

type NewAccount = Pick<
  AccountRow,
  'id' | 'name' | 'displayName' | 'roleId' | 'password' | 'mustChange' | 'expiresAt'
>

/** Stores a new account, or gives one of that id and name everything anew and opens it again. */
export function putAccount(db: WritableDb, account: NewAccount, { actor, now }: WriteContext): void {
  const { id, name, displayName, roleId, password, mustChange, expiresAt } = account
  runOne(
    db,
    sql`INSERT INTO accounts (id, name, name_key, display_name, role_id, password, must_change, expires_at,
        created_at, created_by, updated_at, updated_by)
      VALUES (${id}, ${name}, ${compareKey(name)}, ${displayName}, ${roleId}, ${password}, ${mustChange}, ${expiresAt},
        ${now}, ${actor}, ${now}, ${actor})
      ON CONFLICT (id) DO UPDATE SET version = version + 1, display_name = excluded.display_name,
        role_id = excluded.role_id, disabled_at = NULL, password = excluded.password,
        password_changes = password_changes + 1, must_change = excluded.must_change,
        expires_at = excluded.expires_at, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  )
}

type Editable = Pick<AccountRow, 'id' | 'version' | 'displayName' | 'roleId' | 'disabledAt'>

/** Changes what an administrator may change. Errors: `changed_meanwhile`. */
export function updateAccount(db: WritableDb, account: Editable, { actor, now }: WriteContext): void {
  const { id, version, displayName, roleId, disabledAt } = account
  if (mustFindAccount(db, id).version !== version) throw new AppError('changed_meanwhile')
  runOne(
    db,
    sql`UPDATE accounts SET version = version + 1, display_name = ${displayName}, role_id = ${roleId},
      disabled_at = ${disabledAt}, updated_at = ${now}, updated_by = ${actor} WHERE id = ${id}`,
  )
}

/** A password of an account; `mustChange` 1 for one that somebody else has seen. */
export type Credential = Pick<AccountRow, 'password' | 'mustChange' | 'expiresAt'>

/** Gives an account another password; sessions begun with the one before end. */
export function setPassword(db: WritableDb, id: string, credential: Credential, write: WriteContext): void {
  const { password, mustChange, expiresAt } = credential
  runOne(
    db,
    sql`UPDATE accounts SET version = version + 1, password = ${password}, must_change = ${mustChange},
      expires_at = ${expiresAt}, password_changes = password_changes + 1, updated_at = ${write.now},
      updated_by = ${write.actor} WHERE id = ${id}`,
  )
}

/** Notes a sign-in; a one-time password can be used for little longer, and the record is renewed where its cost rose. */
export function noteSignIn(
  db: WritableDb,
  id: string,
  {
    at,
    expiresAt,
    password,
  }: { readonly at: number; readonly expiresAt: number | null; readonly password: string },
): void {
  runOne(
    db,
    sql`UPDATE accounts SET last_sign_in_at = ${at}, expires_at = ${expiresAt}, password = ${password} WHERE id = ${id}`,
  )
}

/** Closes every account. */
export function closeAllAccounts(db: WritableDb, { actor, now }: WriteContext): void {
  for (const { id, disabledAt } of allAccounts(db)) {
    if (disabledAt !== null) continue
    runOne(
      db,
      sql`UPDATE accounts SET version = version + 1, disabled_at = ${now}, updated_at = ${now}, updated_by = ${actor}
        WHERE id = ${id}`,
    )
  }
}

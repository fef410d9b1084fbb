import { AppError } from '@shared/contract/result'
import { databaseFile, openReadableFile } from '../../data/connection'
import { hasTable } from '../../data/has-table'
import type { ReadableDb } from '../../data/sql'
import { identityOf, readParkKey } from '../../platform/park-key'
import { accountNamed, identifyAccount } from './accounts.repo'
import { isPassword } from './passwords'
import { isRecoveryKey } from './recovery'
import { accountsOn } from './switch.repo'

/** Who vouches for a restore where the present park cannot say who may. */
export type Authority = {
  readonly name?: string | undefined
  readonly password?: string | undefined
  readonly recoveryKey?: string | undefined
}

const given = (text: string | undefined) => text !== undefined && text.trim() !== ''

/**
 * Asks the accounts inside an unpacked backup whether somebody may restore it: an administrator by name and password, or
 * whoever has its recovery key. A park without accounts asks nobody, unless it is to take the place, in the data folder
 * `home`, of one that has a key. Answers the name for the log.
 * Errors: `auth_required` where nothing was given, `sign_in_failed`, `recovery_key_wrong`, `not_allowed`.
 */
export async function mustBeAuthorised(
  folder: string,
  authority: Authority,
  openedByTypedKey: boolean,
  home: string = folder,
): Promise<string> {
  const db = openReadableFile(databaseFile(folder))
  try {
    if (!hasTable(db, 'accounts') || !accountsOn(db)) return withoutAccounts(home, authority)
    if (given(authority.recoveryKey)) return byKey(db, authority.recoveryKey ?? '', openedByTypedKey)
    if (!given(authority.name) || !given(authority.password)) throw new AppError('auth_required')
    return await byPassword(db, authority.name ?? '', authority.password ?? '')
  } finally {
    db.close()
  }
}

/** A backup from before the accounts is no way around them: where there is a key of the park, it is asked for. */
function withoutAccounts(home: string, { recoveryKey }: Authority): string {
  const known = readParkKey(home)
  if (!known) return 'operator'
  if (recoveryKey === undefined || !given(recoveryKey)) throw new AppError('backup_key_needed')
  const identity = identityOf(recoveryKey)
  if (![known.identity, ...known.earlier].includes(identity))
    throw new AppError('recovery_key_wrong', { seconds: 0 })
  return 'recovery key'
}

function byKey(db: ReadableDb, typed: string, opened: boolean): string {
  if (!opened && !isRecoveryKey(db, typed)) throw new AppError('recovery_key_wrong', { seconds: 0 })
  return 'recovery key'
}

async function byPassword(db: ReadableDb, name: string, password: string): Promise<string> {
  const account = accountNamed(db, name)
  const known = await isPassword(password, account?.password)
  const session = account && known ? identifyAccount(db, account.id) : undefined
  if (!session || session.mustChangePassword) throw new AppError('sign_in_failed', { seconds: 0 })
  if (!session.rights.has('storage.manage')) throw new AppError('not_allowed', { name: 'backups.rescue' })
  return session.actor
}

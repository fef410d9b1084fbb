import { AppError } from '@shared/contract/result'
import { identityOf, readParkKey } from '../../platform/park-key'

/** The keys this workstation may open backups with, and those of a recovery key that was typed. */
export type Keys = {
  readonly identities: readonly string[]
  /** A recovery key was typed: whoever has it needs no other proof where it opens the backup. */
  readonly typed: boolean
}

/** Errors: `recovery_key_wrong` where what was typed is no key at all. */
export function keysOf(folder: string, recoveryKey: string | undefined): Keys {
  // A typed key alone: what it does not open must not open by the key that lies here.
  if (recoveryKey !== undefined && recoveryKey.trim() !== '')
    return { identities: [identityOf(recoveryKey)], typed: true }
  const known = readParkKey(folder)
  return { identities: known ? [known.identity, ...known.earlier] : [], typed: false }
}

/** What a key that does not open a backup means to whoever typed it. */
export function keyError(error: unknown, { typed }: Keys): unknown {
  const closed = error instanceof AppError && error.code === 'backup_key_needed'
  return closed && typed ? new AppError('recovery_key_wrong', { seconds: 0 }) : error
}

import { AppError } from '@shared/contract/result'
import type { Right, Session } from '@shared/contract/rights'
import type { LogEntry } from './change-log'

/** Somebody who asks for an operation, and where a refusal is entered. */
export type Asking = { readonly session: Session; readonly enter: (entry: LogEntry) => void }

/** What whoever has only a one-time password may do: replace it. */
const openBeforeChange: ReadonlySet<string> = new Set(['accounts.changePassword', 'accounts.lock'])

/**
 * Lets an operation be carried out by whoever holds every right it needs, at a window as on the command line. Errors:
 * `auth_required` before signing in, `password_change_needed`, `not_allowed`; the last one is entered in the log.
 */
export function mustHold(needed: readonly Right[], name: string, { session, enter }: Asking): void {
  if (needed.every((right) => right === 'public')) return
  if (!session.rights.has('signedIn')) throw new AppError('auth_required', { name })
  if (session.mustChangePassword && !openBeforeChange.has(name)) throw new AppError('password_change_needed')
  const missing = needed.find((right) => !session.rights.has(right))
  if (missing === undefined) return
  enter({ action: 'refused', register: 'audit', recordId: name, changes: { right: [null, missing] } })
  throw new AppError('not_allowed', { name })
}

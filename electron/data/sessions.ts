import type { Events } from '@shared/contract/events'
import { soleOperator, stranger, type Session } from '@shared/contract/rights'

/** Why a session ended; the window tells its user. */
export type EndReason = Exclude<Events['session']['reason'], 'signedIn'>

/** What handlers may do with sessions. */
export type SessionAccess = {
  /** Begins a session of an account in the window that asks; one that was there ends. */
  readonly begin: (accountId: string) => void
  /** Ends the session of the window that asks. */
  readonly end: (reason: EndReason) => void
  /** Ends every session of an account, in every window. */
  readonly endAllOf: (accountId: string, reason: EndReason) => void
  /** The same in every window but the one that asks. */
  readonly endOthersOf: (accountId: string, reason: EndReason) => void
  /** Sign-in name of whoever locked the window that asks; empty where nobody did. */
  readonly lockedName: () => string
}

type Parts = {
  readonly parkState: () => 'ready' | 'empty' | 'damaged'
  readonly accountsOn: () => boolean
  /**
   * The account as it is now, with the rights of its role as they are now; undefined when it may not sign in any more.
   * A session ends when `credentials` is not what it was at its beginning: the password has been changed.
   */
  readonly identify: (accountId: string) => (Session & { readonly credentials: number }) | undefined
  readonly notify: (window: number, reason: Events['session']['reason']) => void
  /** Milliseconds that never jump, whatever happens to the clock. */
  readonly elapsed: () => number
}

type OpenSession = {
  readonly accountId: string
  readonly since: number
  readonly name: string
  readonly credentials: number
}

/** Longest time between two signings-in, a shift. */
const longestMs = 12 * 60 * 60 * 1000

/** Who is at which window. Held here and nowhere else: a window never learns more than the answers it gets. */
export class Sessions {
  readonly #parts: Parts
  readonly #open = new Map<number, OpenSession>()
  readonly #lockedNames = new Map<number, string>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The session of a window as of now: rights taken away or an account closed count at once. */
  of(window: number): Session {
    const state = this.#parts.parkState()
    if (state === 'damaged') return stranger()
    if (state === 'empty' || !this.#parts.accountsOn()) return soleOperator()
    const open = this.#open.get(window)
    if (!open) return stranger()
    const tooLong = this.#parts.elapsed() - open.since > longestMs
    const session = tooLong ? undefined : this.#parts.identify(open.accountId)
    if (session?.credentials === open.credentials) return session
    this.end(window, tooLong ? 'expired' : 'ended')
    return stranger()
  }

  /** What handlers called by a window may do. */
  access(window: number): SessionAccess {
    return {
      begin: (accountId) => this.begin(window, accountId),
      end: (reason) => this.end(window, reason),
      endAllOf: (accountId, reason) => this.#endAll(accountId, reason),
      endOthersOf: (accountId, reason) => this.#endAll(accountId, reason, window),
      lockedName: () => this.#lockedNames.get(window) ?? '',
    }
  }

  #endAll(accountId: string, reason: EndReason, except?: number): void {
    for (const [window, open] of this.#open)
      if (open.accountId === accountId && window !== except) this.end(window, reason)
  }

  begin(window: number, accountId: string): void {
    const { actor = '', credentials = 0 } = this.#parts.identify(accountId) ?? {}
    this.#open.set(window, { accountId, since: this.#parts.elapsed(), name: actor, credentials })
    this.#lockedNames.delete(window)
    this.#parts.notify(window, 'signedIn')
  }

  /** Ends the session of a window, if it has one; answers whose it was. */
  end(window: number, reason: EndReason): string | undefined {
    const open = this.#open.get(window)
    if (!open) return undefined
    this.#open.delete(window)
    if (reason === 'locked') this.#lockedNames.set(window, open.name)
    this.#parts.notify(window, reason)
    return open.name
  }

  /** Windows somebody is signed in at. */
  windows(): readonly number[] {
    return [...this.#open.keys()]
  }

  /** A window has gone for good. */
  forget(window: number): void {
    this.#open.delete(window)
    this.#lockedNames.delete(window)
  }
}

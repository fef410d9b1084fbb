import type { Right } from '../../contract/rights'

/** An account as the administrator sees it. Nothing of its password ever leaves the data process. */
export type Account = {
  readonly id: string
  readonly version: number
  /** What is typed to sign in: 3–40 characters, compared without case. */
  readonly name: string
  /** How the person is called in lists and on papers. */
  readonly displayName: string
  readonly roleId: string
  readonly disabled: boolean
  readonly lastSignInAt: number | null
  /** Has a one-time password that nobody has used yet. */
  readonly mustChangePassword: boolean
}

/** A role: one of Parkdesk's own (its id is its name, its rights are fixed) or one the park made. */
export type Role = {
  readonly id: string
  readonly version: number
  /** Null for Parkdesk's own; their names are words of the interface. */
  readonly name: string | null
  readonly rights: readonly Right[]
}

/** Who is at this window. */
export type Me = {
  readonly state: 'noAccounts' | 'signedOut' | 'signedIn'
  readonly name: string
  readonly displayName: string
  /** Id of the role; empty without accounts and before signing in. */
  readonly roleId: string
  readonly roleName: string | null
  readonly rights: readonly Right[]
  /** Signed in with a one-time password: nothing else is possible until it is replaced. */
  readonly mustChangePassword: boolean
  /** Failed attempts to sign in since the last time it worked, told once. */
  readonly failedAttempts: number
  readonly lastSignInAt: number | null
  /** After so many minutes without a key or a mouse the window locks; 0 without accounts. */
  readonly lockAfterMinutes: number
  /** Whoever locked this window, offered again at the sign-in; empty otherwise. */
  readonly lockedName: string
  /** The recovery key was last checked more than a year ago, for administrators. */
  readonly recoveryKeyDue: boolean
}

export const passwordMinimum = 8
export const passwordMaximum = 128
export const nameMaximum = 40
/** A shift: after so long everybody signs in anew. */
export const longestSessionHours = 12
export const lockMinutes = { least: 1, most: 60, usual: 10 } as const

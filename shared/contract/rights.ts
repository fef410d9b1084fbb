/**
 * What somebody may do. Every operation of every contract names one of these, and `also` further ones that its input
 * asks for. `public` is everybody, before anybody has signed in; `signedIn` is whoever is at work, whatever the role.
 */
export const rights = [
  'public',
  'signedIn',
  'tenants.read',
  'tenants.write',
  'tenants.finance',
  'requests.read',
  'requests.write',
  'requests.finance',
  'incidents.read',
  'incidents.write',
  'incidents.restricted',
  'reports.read',
  'imports.run',
  'exports.run',
  'settings.read',
  'settings.write',
  'storage.manage',
  'accounts.manage',
  'audit.read',
] as const

export type Right = (typeof rights)[number]

/** Every right: of the only operator, and of the program itself when it counts. */
export const everyRight: ReadonlySet<Right> = new Set(rights)

/** Who is at work. A park without accounts has one operator who holds every right. */
export type Session = {
  /** As the change log names them: the account's sign-in name. */
  readonly actor: string
  /** Null for the only operator of a park without accounts, and for whoever has not signed in. */
  readonly accountId: string | null
  readonly rights: ReadonlySet<Right>
  /** Signed in with a one-time password: only the operations that replace it are open. */
  readonly mustChangePassword: boolean
}

/** The only operator of a park without accounts. */
export function soleOperator(): Session {
  return { actor: 'operator', accountId: null, rights: everyRight, mustChangePassword: false }
}

/** Whoever has not signed in to a park with accounts. */
export function stranger(): Session {
  return { actor: '', accountId: null, rights: new Set(['public']), mustChangePassword: false }
}

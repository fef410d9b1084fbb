/** What somebody may do. Every operation of every contract names one of these. */
export const rights = [
  'public',
  'tenants.read',
  'tenants.write',
  'requests.read',
  'requests.write',
  'incidents.read',
  'incidents.write',
  'reports.read',
  'imports.run',
  'exports.run',
  'storage.manage',
  'settings.read',
  'settings.write',
] as const

export type Right = (typeof rights)[number]

/** Who is at work. A park without accounts has one operator who holds every right. */
export type Session = { readonly actor: string; readonly rights: ReadonlySet<Right> }

/** The only operator of a park without accounts. */
export function soleOperator(): Session {
  return { actor: 'operator', rights: new Set(rights) }
}

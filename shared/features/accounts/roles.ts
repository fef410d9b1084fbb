import { rights, type Right } from '../../contract/rights'

/** Rights a role can be given; the two that are no right of a role come with being there and being signed in. */
export const grantableRights = rights.filter((right) => right !== 'public' && right !== 'signedIn')

/** The roles every park has. */
export const ownRoles = {
  administrator: grantableRights,
  manager: [
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
  ],
  serviceOfficer: [
    'tenants.read',
    'requests.read',
    'requests.write',
    'requests.finance',
    'incidents.read',
    'reports.read',
    'imports.run',
    'exports.run',
    'settings.read',
  ],
  securityOfficer: [
    'tenants.read',
    'incidents.read',
    'incidents.write',
    'incidents.restricted',
    'reports.read',
    'imports.run',
    'exports.run',
    'settings.read',
  ],
  auditor: [
    'tenants.read',
    'tenants.finance',
    'requests.read',
    'requests.finance',
    'incidents.read',
    'incidents.restricted',
    'reports.read',
    'settings.read',
    'audit.read',
  ],
  reader: ['tenants.read', 'requests.read', 'incidents.read', 'reports.read', 'settings.read'],
} as const satisfies Record<string, readonly Right[]>

export type OwnRole = keyof typeof ownRoles
export const ownRoleNames = Object.keys(ownRoles) as readonly OwnRole[]

/** What an account of these rights may do at all. */
export function rightsOfRole(granted: readonly Right[]): ReadonlySet<Right> {
  return new Set<Right>(['public', 'signedIn', ...granted])
}

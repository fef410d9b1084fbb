import type { FeatureName } from '@shared/contract/contract'
import type { Events } from '@shared/contract/events'

type Changed = Events['changed']['registers'][number]

const ofRecords = ['overview', 'reports', 'search', 'history', 'undo'] as const

/** The features whose answers may be old after a register changed; a tenant's name stands in the other registers' rows. */
const dependants: Readonly<Record<Changed, readonly FeatureName[]>> = {
  tenants: ['tenants', 'requests', 'incidents', ...ofRecords],
  requests: [
    'requests',
    'tenants',
    'clocks',
    'details',
    'workflow',
    'checklists',
    'comments',
    'links',
    ...ofRecords,
  ],
  incidents: ['incidents', 'tenants', ...ofRecords],
  settings: ['settings', 'overview', 'reports', 'clocks'],
  drafts: ['drafts'],
  imports: ['imports'],
  storage: ['storage', 'backups', 'accounts'],
  accounts: ['accounts'],
  audit: ['audit'],
  backups: ['backups', 'storage'],
  attachments: ['attachments', 'checklists', 'history'],
  comments: ['comments', 'history'],
  links: ['links', 'workflow', 'history'],
  checklists: ['checklists', 'workflow', 'history'],
  views: ['views'],
  clocks: ['clocks', 'requests', 'overview'],
  codes: ['codes'],
}

/** The features to ask again after these registers changed, each once. */
export function featuresAffected(registers: readonly Changed[]): readonly FeatureName[] {
  return [...new Set(registers.flatMap((register) => dependants[register]))]
}

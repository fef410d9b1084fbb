import {
  ChartColumn,
  FileInput,
  House,
  Inbox,
  ScrollText,
  Settings,
  ShieldAlert,
  Factory,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Right } from '@shared/contract/rights'

export type SectionName =
  | 'overview'
  | 'tenants'
  | 'requests'
  | 'incidents'
  | 'import'
  | 'reports'
  | 'audit'
  | 'accounts'
  | 'settings'
export type SectionPath = `/${SectionName}`

export type Section = {
  readonly name: SectionName
  readonly path: SectionPath
  readonly icon: LucideIcon
  /** Shown to those who have it. */
  readonly right: Right
  /** Shown only in a park with accounts. */
  readonly ofAccounts?: boolean
}

/** The sections of the navigation, divided by use. */
export const sectionGroups: readonly (readonly Section[])[] = [
  [
    { name: 'overview', path: '/overview', icon: House, right: 'reports.read' },
    { name: 'tenants', path: '/tenants', icon: Factory, right: 'tenants.read' },
    { name: 'requests', path: '/requests', icon: Inbox, right: 'requests.read' },
    { name: 'incidents', path: '/incidents', icon: ShieldAlert, right: 'incidents.read' },
  ],
  [
    { name: 'reports', path: '/reports', icon: ChartColumn, right: 'reports.read' },
    { name: 'import', path: '/import', icon: FileInput, right: 'imports.run' },
  ],
  [
    { name: 'audit', path: '/audit', icon: ScrollText, right: 'audit.read' },
    { name: 'accounts', path: '/accounts', icon: Users, right: 'accounts.manage', ofAccounts: true },
    { name: 'settings', path: '/settings', icon: Settings, right: 'settings.read' },
  ],
]

export const sections: readonly Section[] = sectionGroups.flat()

/** Opened by Ctrl+1 to Ctrl+6, as in the application's menu. */
export const numberedSections = [
  'overview',
  'tenants',
  'requests',
  'incidents',
  'reports',
  'settings',
] as const satisfies readonly SectionName[]

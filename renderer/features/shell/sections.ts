import {
  ChartColumn,
  FileInput,
  House,
  Inbox,
  Settings,
  ShieldAlert,
  Factory,
  type LucideIcon,
} from 'lucide-react'

export type SectionName =
  | 'overview'
  | 'tenants'
  | 'requests'
  | 'incidents'
  | 'import'
  | 'reports'
  | 'settings'
export type SectionPath = `/${SectionName}`

export type Section = { readonly name: SectionName; readonly path: SectionPath; readonly icon: LucideIcon }

/** The sections of the navigation, divided by use. The order is that of Ctrl+1, Ctrl+2 and so on. */
export const sectionGroups: readonly (readonly Section[])[] = [
  [
    { name: 'overview', path: '/overview', icon: House },
    { name: 'tenants', path: '/tenants', icon: Factory },
    { name: 'requests', path: '/requests', icon: Inbox },
    { name: 'incidents', path: '/incidents', icon: ShieldAlert },
  ],
  [
    { name: 'reports', path: '/reports', icon: ChartColumn },
    { name: 'import', path: '/import', icon: FileInput },
  ],
  [{ name: 'settings', path: '/settings', icon: Settings }],
]

export const sections: readonly Section[] = sectionGroups.flat()

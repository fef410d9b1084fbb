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

/** The sections of the navigation, divided by use. */
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

/** Opened by Ctrl+1 to Ctrl+6, as in the application's menu; the import has letters of its own there. */
export const numberedSections: readonly Section[] = sections.filter(({ name }) => name !== 'import')

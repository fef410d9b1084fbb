import type { Right } from '@shared/contract/rights'
import { registerNames } from '@shared/kernel/registers'
import { sections } from '../features/shell'

/** Screens that have no section of their own in the navigation. */
const besideSections: Readonly<Record<string, Right>> = {
  backups: 'storage.manage',
  checklists: 'settings.write',
  codes: 'settings.write',
  'working-time': 'settings.write',
  'service-levels': 'requests.read',
}

/** The right a screen takes; undefined: everybody at work may see it. */
export function rightOfPath(pathname: string): Right | undefined {
  const [section = '', second, third] = pathname.split('/').slice(1)
  const register = registerNames.find((name) => name === section)
  if (register !== undefined && (second === 'new' || third === 'edit' || third === 'details'))
    return `${register}.write`
  return besideSections[section] ?? sections.find(({ name }) => name === section)?.right
}

import type { MenuCommand } from '@shared/contract/events'
import type { Right } from '@shared/contract/rights'
import { sections } from './sections'

/** What a command of the menu, a shortcut or the find box takes; undefined: anybody at work may give it. */
export function rightOfCommand(command: MenuCommand, pathname: string): Right | undefined {
  if (command === 'newRequest') return 'requests.write'
  if (command === 'newRecord') {
    if (pathname.startsWith('/tenants')) return 'tenants.write'
    return pathname.startsWith('/incidents') ? 'incidents.write' : 'requests.write'
  }
  return sections.find(({ name }) => name === command)?.right
}

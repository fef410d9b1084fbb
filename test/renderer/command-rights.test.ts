import { expect, test } from 'vitest'
import { ownRoles } from '@shared/features/accounts/roles'
import { rightOfCommand } from '../../renderer/features/shell/command-rights'

test('a new record takes the right to write the register that is open; anywhere else, to write requests', () => {
  expect(rightOfCommand('newRecord', '/tenants/1')).toBe('tenants.write')
  expect(rightOfCommand('newRecord', '/incidents')).toBe('incidents.write')
  expect(rightOfCommand('newRecord', '/settings')).toBe('requests.write')
  expect(rightOfCommand('newRequest', '/tenants')).toBe('requests.write')
})

test('a section’s command takes what the section takes; help and layers take nothing', () => {
  expect(rightOfCommand('import', '/')).toBe('imports.run')
  expect(rightOfCommand('settings', '/')).toBe('settings.read')
  for (const command of ['find', 'shortcuts', 'manual', 'about', 'lock'] as const) {
    expect(rightOfCommand(command, '/'), command).toBeUndefined()
  }
})

test('every role of Parkdesk’s own may open the first screen', () => {
  const right = rightOfCommand('overview', '/')
  for (const [role, granted] of Object.entries(ownRoles)) expect(granted, role).toContain(right)
})

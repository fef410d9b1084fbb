import { expect, test } from 'vitest'
import { memoryPark, testPark } from '../../support/park'
import { bridge } from '../../support/router'

test('the park, the preferences and a register’s columns are kept', async () => {
  const { ask } = bridge(memoryPark())
  expect(await ask('settings.park')).toEqual(testPark)
  await ask('settings.savePark', { ...testPark, nameEn: 'Renamed' })
  expect(await ask('settings.park')).toMatchObject({ nameEn: 'Renamed' })
  await ask('settings.savePreferences', { language: 'ru', theme: 'dark' })
  expect(await ask('settings.preferences')).toEqual({ language: 'ru', theme: 'dark' })
  const layout = { columns: [{ field: 'name', width: 200 }], hidden: ['note'] }
  expect(await ask('settings.layout', { register: 'tenants' })).toBeNull()
  await ask('settings.saveLayout', { register: 'tenants', layout })
  expect(await ask('settings.layout', { register: 'tenants' })).toEqual(layout)
  await ask('settings.saveLayout', { register: 'tenants', layout: null })
  expect(await ask('settings.layout', { register: 'tenants' })).toBeNull()
})

test('a language or theme there is not is refused', async () => {
  const { fail } = bridge(memoryPark())
  expect((await fail('settings.savePreferences', { language: 'xx', theme: 'dark' })).fields).toMatchObject([
    { path: 'language', code: 'unknown_value' },
  ])
})

import { expect, test } from 'vitest'
import { everyRight, type Right, type Session } from '@shared/contract/rights'
import { maximumViews, type SavedView } from '@shared/features/views/view'
import { number, sql } from '../../../electron/data/sql'
import { memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

const filter = { view: 'open', conditions: [{ field: 'officer', in: ['Li Wei'] }] }
const open = { register: 'requests', name: 'Of Li Wei', shared: false, filter, sort: null, stored: null }

const account = (accountId: string, ...without: Right[]): Session => ({
  actor: accountId,
  accountId,
  rights: new Set([...everyRight].filter((right) => !without.includes(right))),
  mustChangePassword: false,
})

test('a list is kept under a name with its filter and its order', async () => {
  const { ask } = bridge(memoryPark())
  const sort = { field: 'dueAt', direction: 'asc' }
  const saved = await ask<SavedView>('views.save', { ...open, sort })
  expect(saved).toMatchObject({ name: 'Of Li Wei', own: true, version: 1, sort })
  expect(await ask<SavedView[]>('views.list', { register: 'requests' })).toEqual([saved])
  expect(await ask<SavedView[]>('views.list', { register: 'tenants' })).toEqual([])
  expect(await ask('requests.count', saved.filter)).toBe(0)
})

test('a view of one’s own is nobody else’s; one for everybody is changed by who may write the register', async () => {
  const db = memoryPark()
  const li = bridge(db, {}, account('li'))
  const anna = bridge(db, {}, account('anna'))
  const reader = bridge(db, {}, account('reader', 'requests.write'))
  const own = await li.ask<SavedView>('views.save', open)
  const shared = await li.ask<SavedView>('views.save', { ...open, name: 'Desk', shared: true })
  const names = async (who: typeof li) =>
    (await who.ask<SavedView[]>('views.list', { register: 'requests' })).map(({ name }) => name)
  expect(await names(anna)).toEqual(['Desk'])
  const { id, version } = own
  expect((await anna.fail('views.remove', { register: 'requests', id, version })).code).toBe('not_found')
  const stored = { id: shared.id, version: shared.version }
  expect((await reader.fail('views.remove', { register: 'requests', ...stored })).code).toBe('not_allowed')
  expect((await reader.fail('views.save', { ...open, shared: true })).code).toBe('not_allowed')
  expect((await reader.fail('views.save', { ...open, name: 'Mine now', stored })).code).toBe('not_allowed')
  await anna.ask('views.save', { ...open, name: 'Counter', shared: true, stored })
  expect(await names(li)).toEqual(['Counter', 'Of Li Wei'])
  expect((await li.fail('views.save', { ...open, name: 'Late', shared: true, stored })).code).toBe(
    'changed_meanwhile',
  )
})

test('a name is taken once, and there is an end to views', async () => {
  const { ask, fail } = bridge(memoryPark())
  await ask('views.save', open)
  expect((await fail('views.save', { ...open, name: ' of  li wei' })).fields).toMatchObject([
    { path: 'name', code: 'duplicate' },
  ])
  for (let serial = 1; serial < maximumViews; serial += 1)
    await ask('views.save', { ...open, name: `View ${serial}` })
  expect(await fail('views.save', { ...open, name: 'One too many' })).toMatchObject({
    code: 'views_too_many',
    params: { limit: maximumViews },
  })
})

test('saving, changing and deleting a view stands in the change log with old and new content', async () => {
  const db = memoryPark()
  const { ask } = bridge(db)
  const { id, version } = await ask<SavedView>('views.save', open)
  await ask('views.save', { ...open, name: 'Mine', stored: { id, version } })
  await ask('views.remove', { register: 'requests', id, version: 2 })
  const logged = (action: string) =>
    number(
      db,
      sql`SELECT count(*) FROM change_log WHERE register = 'views' AND action = ${action}
        AND changes ->> '$.name[0]' IS ${action === 'created' ? null : action === 'updated' ? 'Of Li Wei' : 'Mine'}`,
    )
  expect([logged('created'), logged('updated'), logged('deleted')]).toEqual([1, 1, 1])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRecordSearch, registerSearch } from '../../renderer/app/register-search'

test('an address keeps filter, sort and the selected row', () => {
  const search = {
    filter: { view: 'open', conditions: [{ field: 'type', in: ['customs'] }] },
    sort: { field: 'dueAt', direction: 'asc' },
    selected: 'a',
  }
  expect(registerSearch(search)).toEqual(search)
})

test('whatever else an address holds is left out', () => {
  expect(
    registerSearch({ filter: 'x', sort: { field: 'a', direction: 'up' }, selected: 7, other: 1 }),
  ).toEqual({})
  expect(newRecordSearch({ tenantId: 1, other: 'x' })).toEqual({})
})

test('no address can break a register', () => {
  const keys = fc.constantFrom('filter', 'sort', 'selected')
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), (raw) => {
      expect(Object.keys(raw)).toEqual(expect.arrayContaining(Object.keys(registerSearch(raw))))
    }),
  )
})

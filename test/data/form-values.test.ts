import { expect, test } from 'vitest'
import type { TenantRow } from '@shared/features/tenants/tenants.contract'
import { memoryPark } from '../support/park'
import { bridge } from '../support/router'

test('what a form sends is kept as an import would keep it: without what nobody sees, line breaks in notes only', async () => {
  const { ask } = bridge(memoryPark())
  const values = { name: ' \0ТОО\u202e «A\u200b»\t1\n', note: ' first\u0001 \r\nsecond\u202e ' }
  const made = await ask<TenantRow>('tenants.create', { values })
  expect(made).toMatchObject({ name: 'ТОО «A» 1', note: 'first\nsecond' })
})

test('a name of nothing but invisible characters is no name', async () => {
  const { fail } = bridge(memoryPark())
  for (const name of ['\0', '\u200b\u202e', ' \t ']) {
    expect((await fail('tenants.create', { values: { name } })).fields).toMatchObject([
      { path: 'name', code: 'required' },
    ])
  }
})

test('a day outside of the years an import takes is refused', async () => {
  const { ask, fail } = bridge(memoryPark())
  for (const movedIn of ['0204-03-01', '1899-12-31', '2201-01-01']) {
    expect((await fail('tenants.create', { values: { name: 'A', movedIn } })).fields).toMatchObject([
      { path: 'movedIn', code: 'out_of_range' },
    ])
  }
  await ask('tenants.create', { values: { name: 'A', movedIn: '1900-01-01', movedOut: '2200-12-31' } })
})

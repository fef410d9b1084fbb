import { expect, test } from 'vitest'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import { everyRight, soleOperator } from '@shared/contract/rights'
import { addRequest, addTenant, memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

test('what was typed is kept per form and per record, found again, and gone once discarded', async () => {
  const db = memoryPark()
  const recordId = addTenant(db)
  const { ask } = bridge(db)
  const fresh = { register: 'tenants', recordId: null }
  await ask('drafts.keep', { ...fresh, values: { name: 'Half a na' } })
  await ask('drafts.keep', { ...fresh, values: { name: 'Half a name' } })
  await ask('drafts.keep', { register: 'tenants', recordId, values: { unit: 'C-3' } })
  expect(await ask<Draft>('drafts.find', fresh)).toMatchObject({ values: { name: 'Half a name' } })
  expect(await ask<Draft>('drafts.find', { register: 'tenants', recordId })).toMatchObject({
    values: { unit: 'C-3' },
  })
  expect(await ask<Draft[]>('drafts.list')).toHaveLength(2)
  await ask('drafts.discard', fresh)
  expect(await ask('drafts.find', fresh)).toBeNull()
  expect(await ask<Draft[]>('drafts.list')).toHaveLength(1)
})

test('what is typed into a request’s details is kept beside what is typed into its form, for whoever may read requests', async () => {
  const db = memoryPark()
  const recordId = addRequest(db, addTenant(db))
  const { ask } = bridge(db)
  await ask('drafts.keep', { register: 'requests', recordId, values: { subject: 'a' } })
  await ask('drafts.keep', { register: 'details', recordId, values: { 'head.declarant': 'b' } })
  expect(await ask<Draft>('drafts.find', { register: 'requests', recordId })).toMatchObject({
    values: { subject: 'a' },
  })
  expect(await ask<Draft[]>('drafts.list')).toHaveLength(2)
  const rights = new Set([...everyRight].filter((right) => right !== 'requests.read'))
  const without = bridge(db, {}, { ...soleOperator(), rights })
  expect(await without.ask<Draft[]>('drafts.list')).toEqual([])
  expect((await without.fail('drafts.find', { register: 'details', recordId })).code).toBe('not_allowed')
})

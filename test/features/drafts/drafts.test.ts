import { expect, test } from 'vitest'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import { addTenant, memoryPark } from '../../support/park'
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

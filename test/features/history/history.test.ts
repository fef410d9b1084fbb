import { expect, test } from 'vitest'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import type { Page } from '@shared/contract/page'
import type { TenantRow } from '@shared/features/tenants/tenants.contract'
import { memoryPark, testNow } from '../../support/park'
import { bridge } from '../../support/router'

test('a record’s history tells who changed what from what to what, newest first, page by page', async () => {
  const { ask } = bridge(memoryPark())
  const made = await ask<TenantRow>('tenants.create', { values: { name: 'A', unit: 'A-1' } })
  await ask('tenants.update', { id: made.id, version: 1, values: { unit: 'B-2' } })
  await ask('tenants.remove', { id: made.id, version: 2 })
  const read = (cursor: string | null) =>
    ask<Page<HistoryEntry>>('history.ofRecord', { register: 'tenants', id: made.id, limit: 2, cursor })
  const first = await read(null)
  expect(first.rows).toMatchObject([
    { action: 'deleted', actor: 'operator', workstation: 'desk-1', at: testNow },
    { action: 'updated', changes: { unit: ['A-1', 'B-2'] } },
  ])
  const rest = await read(first.next)
  expect(rest).toMatchObject({
    rows: [{ action: 'created', changes: { name: [null, 'A'], unit: [null, 'A-1'] } }],
    next: null,
  })
})

import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportOutcome } from '@shared/features/imports/import'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { all, sql } from '../../../electron/data/sql'
import { addTenant, parkFolder, testFolder } from '../../support/park'
import { openFolder } from '../../support/folder-bridge'
import { local } from './clock-park'

async function desk() {
  const file = join(testFolder(), 'requests.csv')
  const { ask, park } = openFolder(parkFolder(), file, { now: () => local('2026-11-20T12:00') })
  const tenantId = addTenant(park.db, { name: 'Tenant' })
  const run = async (columns: string, ...rows: readonly string[]) => {
    writeFileSync(file, [columns, ...rows].join('\n'))
    const input = { jobId: randomUUID(), register: 'requests', file: randomUUID() }
    const outcome = await ask<ImportOutcome>('imports.run', input)
    return outcome.batchId ?? ''
  }
  const pauses = () =>
    all<{ reason: string; lasts: number }>(
      park.db,
      sql`SELECT reason, to_at IS NULL AS lasts FROM request_pauses ORDER BY seq`,
    ).map(({ reason, lasts }) => `${reason}${lasts ? '…' : ''}`)
  return { ask, run, pauses, tenantId }
}

const heading = 'Reference,Type,Tenant,Received at,Status,Due'

test('what an import brings keeps its due time or none; waiting begins and ends with the status it brings', async () => {
  const { ask, run, pauses } = await desk()
  await run(
    heading,
    'A-1,customs,Tenant,2026-11-19 10:00,waiting_tenant,2026-11-25 12:00',
    'A-2,customs,Tenant,2026-11-19 10:00,in_progress,',
  )
  expect(pauses()).toEqual(['waiting_tenant…'])
  const { cells, columns } = await ask<{ cells: unknown[][]; columns: string[] }>('requests.page', {
    limit: 10,
    fields: ['reference', 'dueAt'],
    sort: { field: 'reference', direction: 'asc' },
  })
  const due = columns.indexOf('dueAt')
  expect(cells.map((row) => row[due])).toEqual([local('2026-11-25T12:00'), null])
  await run(heading, 'A-1,customs,Tenant,2026-11-19 10:00,in_progress,2026-11-25 12:00')
  expect(pauses()).toEqual(['waiting_tenant'])
})

test('an import over a request of the window keeps its clock right, and taking it back gives the clock back', async () => {
  const { ask, run, pauses, tenantId } = await desk()
  const made = await ask<RequestRow>('requests.create', {
    values: { type: 'customs', tenantId, receivedAt: local('2026-11-20T10:00'), reference: 'A-1' },
  })
  const dueOf = async () => (await ask<RequestRow>('requests.get', { id: made.id })).dueAt
  const columns = 'Reference,Type,Tenant,Received at,Priority'
  const batch = await run(columns, 'A-1,customs,Tenant,2026-11-20 10:00,urgent')
  expect(await dueOf()).toBe(local('2026-11-20T12:00'))
  await ask('imports.undo', { batchId: batch })
  expect(await dueOf()).toBe(made.dueAt)
  const typed = await run(heading, 'A-1,customs,Tenant,2026-11-20 10:00,waiting_authority,2026-12-01 12:00')
  expect([await dueOf(), pauses()]).toEqual([local('2026-12-01T12:00'), ['waiting_authority…']])
  await ask('imports.undo', { batchId: typed })
  const { version } = await ask<RequestRow>('requests.get', { id: made.id })
  const changed = await ask<RequestRow>('requests.update', {
    id: made.id,
    version,
    values: { priority: 'urgent' },
  })
  expect(pauses().filter((pause) => pause.endsWith('…'))).toEqual([])
  expect(changed.dueAt).toBeGreaterThanOrEqual(local('2026-11-20T12:00'))
})

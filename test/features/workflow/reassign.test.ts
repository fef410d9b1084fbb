import { describe, expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { ReassignPreview, Workload } from '@shared/features/workflow/reassign'
import { all, sql } from '../../../electron/data/sql'
import { addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge } from '../../support/router'

const hour = 3_600_000

function park() {
  const db = memoryPark()
  const tenantId = addTenant(db)
  const add = (values: object) => addRequest(db, tenantId, { receivedAt: testNow - 48 * hour, ...values })
  return { db, tenantId, add, ...bridge(db) }
}

describe('how much everybody has to do', () => {
  test('is counted over open requests: all, overdue, due today, the least busy first', async () => {
    const { add, ask } = park()
    add({ officer: 'Li', dueAt: testNow - hour })
    add({ officer: 'Li', dueAt: testNow + hour })
    add({ officer: 'Li', dueAt: testNow + 40 * hour })
    add({ officer: 'Нурлан' })
    add({ officer: 'Нурлан', status: 'cancelled' })
    add({ officer: 'Anna', status: 'closed', closedAt: testNow })
    add({})
    expect(await ask<Workload[]>('workflow.workload')).toEqual([
      { officer: 'Нурлан', open: 1, overdue: 0, dueToday: 0 },
      { officer: 'Li', open: 3, overdue: 1, dueToday: 1 },
    ])
  })

  test('is read from the index of open requests alone', () => {
    const { db } = park()
    const plan = all<{ detail: string }>(
      db,
      sql`EXPLAIN QUERY PLAN SELECT ifnull(r.officer, '') AS officer, count(*) AS open, sum(r.due_at < 1) FROM requests r
        WHERE r.deleted_at IS NULL AND r.closed_at IS NULL AND r.status NOT IN ('cancelled', 'closed')
        GROUP BY r.officer ORDER BY r.officer`,
    )
    const text = plan.map(({ detail }) => detail).join('\n')
    expect(text).toContain('COVERING INDEX requests_open_by_officer')
    expect(text).not.toContain('TEMP B-TREE')
  })
})

describe('giving requests to somebody else', () => {
  test('shows what would change, changes all of it at once, and logs each', async () => {
    const { add, ask } = park()
    const first = add({ officer: 'Li' })
    add({ officer: 'Li' })
    add({ officer: 'Li', status: 'closed', closedAt: testNow })
    const input = { source: { officer: 'Li' }, to: 'Нурлан' }
    const preview = await ask<ReassignPreview>('workflow.reassignPreview', input)
    expect(preview).toMatchObject({ total: 2, changing: 2 })
    expect(preview.rows.map(({ officer }) => officer)).toEqual(['Li', 'Li'])
    expect(await ask('workflow.reassign', { ...input, expected: 2 })).toEqual({ total: 2, changed: 2 })
    const { rows } = await ask<Page<HistoryEntry>>('history.ofRecord', { register: 'requests', id: first })
    expect(rows[0]?.changes).toEqual({ officer: ['Li', 'Нурлан'] })
    expect((await ask<Workload[]>('workflow.workload'))[0]).toMatchObject({ officer: 'Нурлан', open: 2 })
  })

  test('takes those of a list as it is filtered, and says how many had that officer already', async () => {
    const { add, ask } = park()
    add({ officer: 'Li', type: 'legal' })
    add({ officer: 'Anna', type: 'legal' })
    add({ type: 'legal' })
    add({ officer: 'Anna' })
    const source = { filter: { conditions: [{ field: 'type', in: ['legal'] }] } }
    const input = { source, to: 'Li' }
    expect(await ask('workflow.reassignPreview', input)).toMatchObject({ total: 3, changing: 2 })
    expect(await ask('workflow.reassign', { ...input, expected: 2 })).toEqual({ total: 3, changed: 2 })
  })

  test('changes none where others are meant by now than were shown', async () => {
    const { add, ask, fail } = park()
    const id = add({ officer: 'Li' })
    add({ officer: 'Li' })
    const failure = await fail('workflow.reassign', { source: { officer: 'Li' }, to: 'Anna', expected: 1 })
    expect(failure.code).toBe('changed_meanwhile')
    expect((await ask<RequestRow>('requests.get', { id })).officer).toBe('Li')
  })
})

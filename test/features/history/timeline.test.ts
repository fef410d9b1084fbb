import { expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import type { Right, Session } from '@shared/contract/rights'
import type { TimelineEntry } from '@shared/features/history/timeline'
import { all, sql } from '../../../electron/data/sql'
import { adding, desk, fileOf, pdf } from '../attachments/files'
import { addRequest, addTenant, memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

test('one timeline tells steps, changes, comments and files, the newest first, each kind by itself, in pages', async () => {
  const at = desk()
  const id = addRequest(at.db, addTenant(at.db), { officer: 'Li' })
  await at.ask('requests.update', { id, version: 1, values: { subject: 'Станок' } })
  await at.ask('workflow.move', { id, version: 2, kind: 'advance' })
  await at.ask('comments.add', { requestId: id, text: 'Готово' })
  await at.ask('attachments.add', adding('requests', id, fileOf('Инвойс.pdf', pdf)))
  const read = (more: object = {}) => at.ask<Page<TimelineEntry>>('history.timeline', { id, ...more })
  const kinds = (page: Page<TimelineEntry>) => page.rows.map(({ kind, action }) => `${kind} ${action}`)
  const everything = ['file created', 'comment created', 'step updated', 'change updated', 'step created']
  expect(kinds(await read())).toEqual(everything)
  expect(kinds(await read({ kinds: ['file'] }))).toEqual(['file created'])
  expect(kinds(await read({ kinds: ['change', 'comment'] }))).toEqual(['comment created', 'change updated'])
  const first = await read({ limit: 2 })
  const second = await read({ limit: 3, cursor: first.next })
  expect([...kinds(first), ...kinds(second)]).toEqual(everything)
  // What hangs on the request is no change of its own fields.
  const own = await at.ask<Page<unknown>>('history.ofRecord', { register: 'requests', id })
  expect(own.rows).toHaveLength(3)
})

test('the timeline hides what somebody may not see', async () => {
  const db = memoryPark()
  const id = addRequest(db, addTenant(db), { declaredValue: 100, currency: 'CNY' })
  await bridge(db).ask('requests.update', { id, version: 1, values: { declaredValue: 200, note: 'x' } })
  const rights: readonly Right[] = ['public', 'signedIn', 'requests.read']
  const reader: Session = { actor: 'r', accountId: 'r', rights: new Set(rights), mustChangePassword: false }
  const { rows } = await bridge(db, {}, reader).ask<Page<TimelineEntry>>('history.timeline', { id })
  expect(rows.map(({ changes }) => Object.keys(changes).includes('declaredValue'))).toEqual([false, false])
  expect(rows[0]?.changes).toMatchObject({ note: [null, 'x'] })
})

test('the timeline reads entries of the request by their index', () => {
  const db = memoryPark()
  const plan = all<{ detail: string }>(
    db,
    sql`EXPLAIN QUERY PLAN SELECT * FROM change_log l
      WHERE l.record_id IN (SELECT 'a' UNION ALL SELECT id FROM attachments WHERE record_id = 'a' AND register = 'requests')
        AND l.seq < 9 ORDER BY l.seq DESC LIMIT 5`,
  )
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('change_log_of_record')
})

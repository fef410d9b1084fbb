import { expect, onTestFinished, test } from 'vitest'
import { databaseFile, openScratch, openWritable } from '../../../electron/data/connection'
import { all, run, sql, type ReadableDb, type WritableDb } from '../../../electron/data/sql'
import { openRequestsQuery } from '../../../electron/features/clocks/open-clocks'
import { readCalendar, readTargets } from '../../../electron/features/clocks/clocks.repo'
import { writeOldPark } from '../../support/old-park'
import { memoryPark, testFolder } from '../../support/park'

const id = (serial: number) => `00000000-0000-4000-8000-00000000${serial}`

test('a park from before the clocks keeps its due times as given; what waits, waits since it was changed last', () => {
  const folder = testFolder()
  writeOldPark(folder, 90)
  const old = openScratch(databaseFile(folder), { readonly: false }) as WritableDb
  const tenant = all<{ id: string }>(old, sql`SELECT id FROM tenants LIMIT 1`)[0]?.id ?? ''
  const add = (serial: number, status: string, closedAt: number | null) =>
    run(
      old,
      sql`INSERT INTO requests (id, created_at, created_by, updated_at, updated_by, reference, reference_key, type,
        tenant_id, received_at, due_at, closed_at, status, priority)
        VALUES (${id(serial)}, 1, '', 77, '', ${`W-${serial}`}, ${`w-${serial}`}, 'customs', ${tenant}, 1, 99, ${closedAt},
          ${status}, 'normal')`,
    )
  add(9301, 'waiting_tenant', null)
  add(9302, 'in_progress', null)
  add(9303, 'waiting_authority', 88)
  old.close()
  const db = openWritable(folder)
  onTestFinished(() => void db.close())
  // The kept park has requests of its own that wait.
  const pauses = all(
    db,
    sql`SELECT request_id AS id, from_at AS "from", to_at AS "to", reason FROM request_pauses WHERE from_at = 77`,
  )
  expect(pauses).toEqual([{ id: id(9301), from: 77, to: null, reason: 'waiting_tenant' }])
  const rules = sql`SELECT DISTINCT due_rule AS due, first_due_rule AS first, first_due_at AS at FROM requests`
  expect(all(db, rules)).toEqual([{ due: null, first: null, at: null }])
  expect(readTargets(db)).toHaveLength(16)
  expect(readCalendar(db).days).toEqual([])
})

function planOf(db: ReadableDb): string {
  const lines = all<{ detail: string }>(db, sql`EXPLAIN QUERY PLAN ${openRequestsQuery}`)
  return lines.map(({ detail }) => detail).join('\n')
}

test('the deadlines that would move are looked for among open requests alone, in order', () => {
  const plan = planOf(memoryPark())
  expect(plan).toContain('requests_open_by_received')
  expect(plan).not.toContain('TEMP B-TREE')
})

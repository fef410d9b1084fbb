import { expect, test } from 'vitest'
import { maximumMany, type ManyPreview } from '@shared/contract/many'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { UndoState } from '@shared/features/undo/undo.contract'
import { number, sql } from '../../electron/data/sql'
import { addRequest, addTenant, memoryPark, testNow } from '../support/park'
import { bridge } from '../support/router'

const filter = { conditions: [{ field: 'priority', in: ['normal'] }] }

function parkOfThree() {
  const db = memoryPark()
  const tenantId = addTenant(db)
  const ids = [1, 2, 3].map((serial) =>
    addRequest(db, tenantId, { reference: `R-${serial}`, officer: serial === 3 ? 'Li Wei' : null }),
  )
  return { db, tenantId, ids, ...bridge(db) }
}

test('a preview says of every record what would become of it, and writes nothing', async () => {
  const { db, ids, ask } = parkOfThree()
  const before = number(db, sql`SELECT count(*) FROM change_log`)
  const preview = await ask<ManyPreview>('requests.previewMany', {
    target: { filter },
    values: { officer: 'Li Wei' },
  })
  expect(preview).toMatchObject({ total: 3, changes: 2, same: 1, refused: 0 })
  expect(preview.records.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  expect(preview.rows.map(({ label, before: now, kept }) => [label, now['officer'], kept])).toEqual([
    ['R-1', null, null],
    ['R-2', null, null],
    ['R-3', 'Li Wei', 'same'],
  ])
  expect(number(db, sql`SELECT count(*) FROM change_log`)).toBe(before)
})

test('all of them are changed as one step, each with its entry, and taken back by one', async () => {
  const { db, ids, ask } = parkOfThree()
  const { records } = await ask<ManyPreview>('requests.previewMany', {
    target: { ids },
    values: { officer: 'Anna' },
  })
  expect(await ask('requests.updateMany', { records, values: { officer: 'Anna' } })).toBe(3)
  const officers = async () =>
    Promise.all(ids.map(async (id) => (await ask<RequestRow>('requests.get', { id })).officer))
  expect(await officers()).toEqual(['Anna', 'Anna', 'Anna'])
  expect(number(db, sql`SELECT count(*) FROM change_log WHERE action = 'updated'`)).toBe(3)
  const { undo } = await ask<UndoState>('undo.state')
  expect(undo).toMatchObject({ action: 'updated', count: 3 })
  await ask('undo.takeBack', { id: undo?.id })
  expect(await officers()).toEqual([null, null, 'Li Wei'])
})

test('a record that somebody changed since the preview keeps all of them as they are', async () => {
  const { ids, ask, fail } = parkOfThree()
  const values = { officer: 'Anna' }
  const { records } = await ask<ManyPreview>('requests.previewMany', { target: { ids }, values })
  const last = records.at(-1)
  await ask('requests.update', { ...last, values: { note: 'Seen' } })
  expect((await fail('requests.updateMany', { records, values })).code).toBe('changed_meanwhile')
  expect((await ask<RequestRow>('requests.get', { id: ids[0] })).officer).toBeNull()
})

test('a record that cannot take the value is named with what speaks against it', async () => {
  const { ids, ask } = parkOfThree()
  const preview = await ask<ManyPreview>('requests.previewMany', {
    target: { ids },
    values: { closedAt: testNow - 400 * 86_400_000 },
  })
  expect(preview).toMatchObject({ changes: 0, refused: 3, records: [] })
  expect(preview.rows[0]?.kept).toEqual({ field: 'closedAt', code: 'inconsistent_dates' })
})

test('a number is for one record alone, and what is in the bin or restricted is left alone', async () => {
  const { ids, ask, fail } = parkOfThree()
  const refused = await fail('requests.previewMany', { target: { ids }, values: { reference: 'X' } })
  expect(refused.fields).toMatchObject([{ path: 'reference', code: 'not_allowed' }])
  await ask('requests.remove', { id: ids[0], version: 1 })
  const values = { officer: 'Anna' }
  expect(await ask<ManyPreview>('requests.previewMany', { target: { ids }, values })).toMatchObject({
    total: 2,
  })
})

test('more records than one command changes are refused with the number that is allowed', async () => {
  const { db, tenantId, fail } = parkOfThree()
  for (let serial = 4; serial <= maximumMany + 1; serial += 1)
    addRequest(db, tenantId, { reference: `R-${serial}` })
  const input = { target: { filter }, values: { officer: 'Anna' } }
  expect(await fail('requests.previewMany', input)).toMatchObject({
    code: 'many_too_many',
    params: { limit: maximumMany },
  })
})

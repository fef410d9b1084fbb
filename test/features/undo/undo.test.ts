import { expect, test } from 'vitest'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { UndoState, UndoStep } from '@shared/features/undo/undo.contract'
import { everyRight, type Right, type Session } from '@shared/contract/rights'
import { keptSteps } from '../../../electron/data/undo-steps'
import { openWritable } from '../../../electron/data/connection'
import { number, sql, type WritableDb } from '../../../electron/data/sql'
import { addTenant, memoryPark, parkFolder, testNow } from '../../support/park'
import { bridge, type TestBridge } from '../../support/router'

const named = (actor: string, ...without: Right[]): Session => ({
  actor,
  accountId: null,
  rights: new Set([...everyRight].filter((right) => !without.includes(right))),
  mustChangePassword: false,
})

function desk(db: WritableDb, session?: Session) {
  const window = bridge(db, {}, session)
  const { ask } = window
  return {
    ...window,
    state: () => ask<UndoState>('undo.state'),
    takeBack: async () => ask<UndoStep>('undo.takeBack', { id: (await nextOf(window)).id }),
    doAgain: async () => {
      const { redo } = await ask<UndoState>('undo.state')
      return ask<UndoStep>('undo.doAgain', { id: redo?.id })
    },
    get: (id: string) => ask<RequestRow>('requests.get', { id }),
    take: (tenantId: string, subject: string) =>
      ask<RequestRow>('requests.create', {
        values: { type: 'customs', tenantId, subject, receivedAt: testNow },
      }),
    change: (row: RequestRow, values: object) =>
      ask<RequestRow>('requests.update', { id: row.id, version: row.version, values }),
  }
}

async function nextOf({ ask }: TestBridge): Promise<UndoStep> {
  const { undo } = await ask<UndoState>('undo.state')
  if (undo === null) throw new Error('nothing to take back')
  return undo
}

test('every kind of change is taken back in turn, and done again', async () => {
  const db = memoryPark()
  const { state, takeBack, doAgain, get, take, change, ask } = desk(db)
  const tenantId = addTenant(db)
  const made = await take(tenantId, 'Clearance of wheat')
  const changed = await change(made, { subject: 'Clearance of barley', officer: 'Li Wei' })
  await ask('requests.remove', { id: made.id, version: changed.version })
  expect((await state()).undo).toMatchObject({ action: 'deleted', label: 'CUS-2026-000001', count: 1 })

  await takeBack()
  expect(await get(made.id)).toMatchObject({ deletedAt: null, subject: 'Clearance of barley' })
  await takeBack()
  expect(await get(made.id)).toMatchObject({ subject: 'Clearance of wheat', officer: null })
  await takeBack()
  expect((await get(made.id)).deletedAt).toBe(testNow)
  expect((await state()).undo).toBeNull()

  await doAgain()
  await doAgain()
  expect(await get(made.id)).toMatchObject({
    deletedAt: null,
    subject: 'Clearance of barley',
    officer: 'Li Wei',
  })
  await doAgain()
  expect((await get(made.id)).deletedAt).toBe(testNow)
  expect((await state()).redo).toBeNull()
})

test('what is found by its words is found by the old ones after taking back', async () => {
  const db = memoryPark()
  const { ask, take, change, takeBack } = desk(db)
  await change(await take(addTenant(db), 'пшеница'), { subject: 'ячмень' })
  await takeBack()
  const found = (text: string) => ask<{ total: number }>('search.find', { text, limit: 5 })
  expect((await found('пшеница')).total).toBe(1)
  expect((await found('ячмень')).total).toBe(0)
})

test('something new ends what could be done again', async () => {
  const db = memoryPark()
  const { take, takeBack, state } = desk(db)
  const tenantId = addTenant(db)
  await take(tenantId, 'one')
  await takeBack()
  expect((await state()).redo).not.toBeNull()
  await take(tenantId, 'two')
  expect((await state()).redo).toBeNull()
})

test('a step is still offered after the program was started anew', async () => {
  const folder = parkFolder()
  const before = openWritable(folder)
  const made = await desk(before).take(addTenant(before), 'Lease')
  before.close()
  const after = openWritable(folder)
  try {
    const { takeBack, get } = desk(after)
    expect(await takeBack()).toMatchObject({ action: 'created', recordId: made.id })
    expect((await get(made.id)).deletedAt).not.toBeNull()
  } finally {
    after.close()
  }
})

test('everybody takes back their own steps alone', async () => {
  const db = memoryPark()
  const li = desk(db, named('li'))
  const anna = desk(db, named('anna'))
  await li.take(addTenant(db), 'Lease')
  expect((await anna.state()).undo).toBeNull()
  expect((await li.state()).undo).toMatchObject({ label: 'CUS-2026-000001' })
})

test('what somebody else has changed since stays as it is, is said, and is not offered again', async () => {
  const db = memoryPark()
  const li = desk(db, named('li'))
  const anna = desk(db, named('anna'))
  const earlier = await li.take(addTenant(db), 'Lease')
  const changed = await li.change(earlier, { subject: 'Lease of hall 3' })
  await anna.change(changed, { subject: 'Lease of hall 4' })
  const { id } = await nextOf(li)
  expect(await li.fail('undo.takeBack', { id })).toMatchObject({
    code: 'undo_overtaken',
    params: { name: 'anna' },
  })
  expect((await li.get(earlier.id)).subject).toBe('Lease of hall 4')
  const made = await nextOf(li)
  expect(made.action).toBe('created')
  expect(await li.fail('undo.takeBack', { id: made.id })).toMatchObject({ code: 'undo_overtaken' })
  expect((await li.get(earlier.id)).deletedAt).toBeNull()
  expect((await li.state()).undo).toBeNull()
})

test('another field that somebody else changed since is kept', async () => {
  const db = memoryPark()
  const li = desk(db, named('li'))
  const changed = await li.change(await li.take(addTenant(db), 'Lease'), { officer: 'Li Wei' })
  await desk(db, named('anna')).change(changed, { note: 'Seen' })
  await li.takeBack()
  expect(await li.get(changed.id)).toMatchObject({ officer: null, note: 'Seen' })
})

test('a number that was given to another record meanwhile is refused by name', async () => {
  const db = memoryPark()
  const { ask, take, fail } = desk(db)
  const tenantId = addTenant(db)
  const one = await take(tenantId, 'one')
  await ask('requests.remove', { id: one.id, version: one.version })
  await desk(db, named('anna')).ask('requests.create', {
    values: { type: 'customs', tenantId, receivedAt: testNow, reference: one.reference },
  })
  const { id } = await nextOf(bridge(db))
  expect((await fail('undo.takeBack', { id })).fields).toMatchObject([
    { path: 'reference', code: 'duplicate' },
  ])
  expect((await nextOf(bridge(db))).action).toBe('created')
})

test('without the right to write nothing is offered, nor taken back', async () => {
  const db = memoryPark()
  await desk(db, named('li')).take(addTenant(db), 'Lease')
  const { id } = await nextOf(bridge(db, {}, named('li')))
  const later = desk(db, named('li', 'requests.write'))
  expect((await later.state()).undo).toBeNull()
  expect(await later.fail('undo.takeBack', { id })).toMatchObject({ code: 'undo_gone' })
})

test('a step of the window that is no longer the next one is refused', async () => {
  const db = memoryPark()
  const { take, takeBack, fail } = desk(db)
  const tenantId = addTenant(db)
  await take(tenantId, 'one')
  const { id } = await nextOf(bridge(db))
  await take(tenantId, 'two')
  expect(await fail('undo.takeBack', { id })).toMatchObject({ code: 'undo_gone' })
  await takeBack()
})

test('taking back is itself in the change log, and what cannot be taken back leaves no step', async () => {
  const db = memoryPark()
  const { take, takeBack, fail } = desk(db)
  const tenantId = addTenant(db)
  await fail('requests.create', { values: { type: 'customs', tenantId } })
  expect(number(db, sql`SELECT count(*) FROM undo_steps`)).toBe(0)
  await take(tenantId, 'one')
  await takeBack()
  expect(number(db, sql`SELECT count(*) FROM change_log WHERE action = 'deleted'`)).toBe(1)
})

test('only the newest steps are kept', async () => {
  const db = memoryPark()
  const { take, change } = desk(db)
  let row = await take(addTenant(db), '0')
  for (let index = 1; index <= keptSteps + 5; index += 1) row = await change(row, { subject: String(index) })
  expect(number(db, sql`SELECT count(*) FROM undo_steps`)).toBe(keptSteps)
})

test('a request that waited by mistake has its due time and its running clock back', async () => {
  const db = memoryPark()
  const { take, change, takeBack, doAgain, get } = desk(db)
  const made = await take(addTenant(db), 'Clearance')
  expect(made.dueAt).not.toBeNull()
  const waiting = await change(made, { status: 'waiting_tenant' })
  expect(waiting.dueAt).toBeNull()
  await takeBack()
  expect(await get(made.id)).toMatchObject({ status: 'new', dueAt: made.dueAt })
  await doAgain()
  expect(await get(made.id)).toMatchObject({ status: 'waiting_tenant', dueAt: null })
})

test('a step of the work is taken back with its stage, and the reason stays in the history alone', async () => {
  const db = memoryPark()
  const { ask, take, takeBack, get } = desk(db)
  const made = await take(addTenant(db), 'Clearance')
  const move = { id: made.id, version: made.version, values: {}, override: null }
  await ask('workflow.move', { ...move, kind: 'cancel', reason: 'The tenant withdrew it.' })
  expect(await get(made.id)).toMatchObject({ status: 'cancelled' })
  await takeBack()
  expect(await get(made.id)).toMatchObject({ status: 'new', stage: made.stage, dueAt: made.dueAt })
})

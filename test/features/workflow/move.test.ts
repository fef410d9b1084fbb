import { describe, expect, test } from 'vitest'
import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { FieldChanges, HistoryEntry } from '@shared/features/history/history.contract'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { UndoState } from '@shared/features/undo/undo.contract'
import type { Way } from '@shared/features/workflow/workflow.contract'
import { addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge, type TestBridge } from '../../support/router'

function desk(values = {}) {
  const db = memoryPark()
  const id = addRequest(db, addTenant(db), values)
  return { db, id, ...bridge(db) }
}

type Desk = TestBridge & { readonly id: string }

async function move({ ask, id }: Desk, kind: string, more: object = {}) {
  const { version } = await ask<RequestRow>('requests.get', { id })
  return ask<RequestRow>('workflow.move', { id, version, kind, ...more })
}

async function refused({ ask, fail, id }: Desk, kind: string, more: object = {}) {
  const { version } = await ask<RequestRow>('requests.get', { id })
  return fail('workflow.move', { id, version, kind, ...more })
}

async function lastChanges({ ask, id }: Desk): Promise<FieldChanges> {
  const page = await ask<{ rows: HistoryEntry[] }>('history.ofRecord', { register: 'requests', id })
  return page.rows[0]?.changes ?? {}
}

describe('a legal consultation', () => {
  test('walks from intake to archive, each step in the log with old and new value', async () => {
    const at = desk({ type: 'legal' })
    await move(at, 'advance', { to: 'conflict_checked' })
    expect((await refused(at, 'advance', { to: 'assigned' })).fields).toEqual([
      { path: 'officer', code: 'required' },
    ])
    const assigned = await move(at, 'advance', { to: 'assigned', values: { officer: 'Петрова' } })
    expect(assigned).toMatchObject({ stage: 'assigned', status: 'in_progress', officer: 'Петрова' })
    expect(await lastChanges(at)).toEqual({
      officer: [null, 'Петрова'],
      stage: ['conflict_checked', 'assigned'],
    })
    await move(at, 'advance')
    await move(at, 'waitTenant')
    await move(at, 'resume')
    await move(at, 'advance', { to: 'opinion_issued' })
    expect(await move(at, 'advance')).toMatchObject({
      status: 'closed',
      stage: 'completed',
      closedAt: testNow,
    })
    expect(await move(at, 'advance')).toMatchObject({
      status: 'closed',
      stage: 'archived',
      closedAt: testNow,
    })
    const way = await at.ask<Way>('workflow.way', { id: at.id })
    expect(way.steps.filter((step) => step.at === null).map(({ stage }) => stage)).toEqual([
      'accepted',
      'settled',
      'judgment',
      'enforcement',
    ])
    expect(way.moves.map(({ kind }) => kind)).toEqual(['reopen'])
  })

  test('is reopened where it was left, with a reason that the log keeps', async () => {
    const at = desk({ type: 'legal', officer: 'Петрова' })
    for (const to of ['conflict_checked', 'assigned', 'in_work', 'judgment', 'completed'])
      await move(at, 'advance', { to })
    expect((await refused(at, 'reopen')).fields).toEqual([{ path: 'reason', code: 'required' }])
    const reopened = await move(at, 'reopen', { reason: 'Подана апелляция' })
    expect(reopened).toMatchObject({ status: 'in_progress', stage: 'judgment', closedAt: null })
    expect((await lastChanges(at))['reason']).toEqual([null, 'Подана апелляция'])
  })
})

test('a step that is not offered is refused and changes nothing', async () => {
  const at = desk()
  expect((await refused(at, 'advance', { to: 'released' })).code).toBe('move_not_offered')
  expect((await refused(at, 'resume')).code).toBe('move_not_offered')
  expect((await refused(at, 'skip', { to: 'archived', reason: 'x' })).code).toBe('move_not_offered')
  const row = await at.ask<RequestRow>('requests.get', { id: at.id })
  expect(row).toMatchObject({ version: 1, status: 'new', stage: null })
})

test('who looks at an older state is told so, not that the step is not offered', async () => {
  const at = desk()
  await at.ask('workflow.move', { id: at.id, version: 1, kind: 'waitTenant' })
  const failure = await at.fail('workflow.move', { id: at.id, version: 1, kind: 'waitTenant' })
  expect(failure).toMatchObject({ code: 'changed_meanwhile', params: { by: 'operator' } })
})

test('cancelling asks for a reason, counts as cancelled everywhere, and reopening leads back to the same stage', async () => {
  const at = desk({ officer: 'Li', direction: 'import' })
  await move(at, 'advance')
  expect((await refused(at, 'cancel')).fields).toEqual([{ path: 'reason', code: 'required' }])
  expect((await refused(at, 'cancel', { reason: '  ' })).code).toBe('invalid_input')
  await move(at, 'cancel', { reason: '企业撤回' })
  expect(await at.ask('requests.viewCounts')).toMatchObject({ all: 1, open: 0 })
  expect(await move(at, 'reopen', { reason: '恢复办理' })).toMatchObject({
    status: 'in_progress',
    stage: 'documents_ready',
  })
  expect(await at.ask('requests.viewCounts')).toMatchObject({ all: 1, open: 1 })
})

test('sending back and leaving out stages asks why', async () => {
  const at = desk({ officer: 'Li', direction: 'import', transportMode: 'rail' })
  expect((await refused(at, 'skip', { to: 'declared' })).fields).toEqual([
    { path: 'reason', code: 'required' },
  ])
  await move(at, 'skip', { to: 'declared', reason: 'Declared before the file came' })
  const back = await move(at, 'sendBack', {
    to: 'documents_ready',
    reason: 'Invoice is of another consignment',
  })
  expect(back).toMatchObject({ status: 'in_progress', stage: 'documents_ready' })
})

test('closing takes the time it is told, but none before the request came', async () => {
  const at = desk({ type: 'other', officer: 'Li', receivedAt: testNow - 1000 })
  await move(at, 'advance')
  expect((await refused(at, 'advance', { values: { closedAt: testNow - 2000 } })).fields).toMatchObject([
    { path: 'closedAt', code: 'inconsistent_dates' },
  ])
  expect(await move(at, 'advance', { values: { closedAt: testNow - 500 } })).toMatchObject({
    status: 'closed',
    closedAt: testNow - 500,
  })
})

test('a form or an import may set any status, and the stage follows it', async () => {
  const at = desk({ officer: 'Li', direction: 'import' })
  await move(at, 'advance')
  const { version } = await at.ask<RequestRow>('requests.get', { id: at.id })
  const values = { status: 'closed', closedAt: testNow }
  await at.ask('requests.update', { id: at.id, version, values })
  const way = await at.ask<Way>('workflow.way', { id: at.id })
  expect(way.stage).toBe('delivered')
  expect(way.moves.map(({ kind, to }) => [kind, to])).toEqual([
    ['advance', 'archived'],
    ['reopen', 'documents_ready'],
  ])
})

test('a step is taken back with its stage, and the request stands where it stood', async () => {
  const at = desk({ type: 'other', officer: 'Li' })
  await move(at, 'advance')
  await move(at, 'advance')
  const { undo } = await at.ask<UndoState>('undo.state')
  await at.ask('undo.takeBack', { id: undo?.id })
  expect(await at.ask('requests.get', { id: at.id })).toMatchObject({
    status: 'in_progress',
    stage: 'in_work',
    closedAt: null,
  })
})

test('a request in the bin goes nowhere', async () => {
  const at = desk()
  await at.ask('requests.remove', { id: at.id, version: 1 })
  expect((await at.ask<Way>('workflow.way', { id: at.id })).moves).toEqual([])
  expect((await refused(at, 'waitTenant')).code).toBe('move_not_offered')
})

test('a row of the register tells its stage', async () => {
  const at = desk()
  await move(at, 'waitTenant')
  const packed = await at.ask<PackedPage<RequestRow>>('requests.page', {
    limit: 5,
    fields: ['reference', 'stage'],
  })
  expect(unpackPage(packed).rows).toMatchObject([{ stage: 'accepted' }])
})

import { describe, expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import type { Attachment } from '@shared/features/attachments/attachment'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import type { ChecklistItem } from '@shared/features/checklists/checklist'
import type { ChecklistOf } from '@shared/features/checklists/checklists.contract'
import type { ChecklistTemplate } from '@shared/features/checklists/template'
import type { TimelineEntry } from '@shared/features/history/timeline'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { Way } from '@shared/features/workflow/workflow.contract'
import type { UndoState } from '@shared/features/undo/undo.contract'
import { adding, desk, fileOf, pdf } from '../attachments/files'
import { addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge, type TestBridge } from '../../support/router'

async function takenIn({ ask }: TestBridge, tenantId: string, values: object = {}) {
  const given = { type: 'legal', tenantId, receivedAt: testNow - 5000, officer: 'Петрова', ...values }
  return (await ask<RequestRow>('requests.create', { values: given })).id
}

async function itemsOf({ ask }: TestBridge, requestId: string): Promise<readonly ChecklistItem[]> {
  return (await ask<ChecklistOf>('checklists.of', { requestId })).checklist?.items ?? []
}

async function firstItem(at: TestBridge, requestId: string): Promise<ChecklistItem> {
  const [item] = await itemsOf(at, requestId)
  if (item === undefined) throw new Error('no paper')
  return item
}

async function settleAll(at: TestBridge, requestId: string) {
  for (const { id, version } of await itemsOf(at, requestId))
    await at.ask('checklists.setItem', { requestId, itemId: id, version, status: 'accepted' })
}

function park() {
  const db = memoryPark()
  return { db, tenantId: addTenant(db), ...bridge(db) }
}

const closing = async ({ ask }: TestBridge, id: string) => {
  const { version } = await ask<RequestRow>('requests.get', { id })
  return { id, version, kind: 'skip', to: 'completed', reason: 'Быстрый ответ' }
}

describe('the papers of a request', () => {
  test.each([
    [{ type: 'customs', direction: 'import' }, 'customs-import'],
    [{ type: 'customs', direction: 'transit' }, 'customs-transit'],
    [{ type: 'logistics', transportMode: 'rail' }, 'rail-shipment'],
    [{ type: 'legal' }, 'legal-consultation'],
    [{ type: 'customs' }, undefined],
    [{ type: 'other' }, undefined],
  ])('of one taken in with %j are those of %s', async (values, template) => {
    const at = park()
    const requestId = await takenIn(at, at.tenantId, values)
    const { checklist } = await at.ask<ChecklistOf>('checklists.of', { requestId })
    expect(checklist?.templateId).toBe(template)
  })

  test('of one that was imported come by one press, and only once', async () => {
    const at = park()
    const requestId = addRequest(at.db, at.tenantId, { type: 'customs', direction: 'export' })
    const before = await at.ask<ChecklistOf>('checklists.of', { requestId })
    expect(before.checklist).toBeNull()
    expect(before.offered.map(({ id }) => id)).toEqual([
      'customs-export',
      'customs-import',
      'customs-transit',
    ])
    const after = await at.ask<ChecklistOf>('checklists.start', { requestId, templateId: 'customs-export' })
    expect(after.checklist?.items).toHaveLength(before.offered[0]?.items ?? 0)
    const again = await at.fail('checklists.start', { requestId, templateId: 'customs-import' })
    expect(again.code).toBe('changed_meanwhile')
  })

  test('are rejected or declared unnecessary only with a reason, which goes with the status', async () => {
    const at = park()
    const requestId = await takenIn(at, at.tenantId)
    const { id: itemId } = await firstItem(at, requestId)
    const refused = await at.fail('checklists.setItem', { requestId, itemId, version: 1, status: 'rejected' })
    expect(refused.fields).toEqual([{ path: 'reason', code: 'required' }])
    const reason = 'Нет подписи'
    await at.ask('checklists.setItem', { requestId, itemId, version: 1, status: 'rejected', reason })
    expect(await firstItem(at, requestId)).toMatchObject({ status: 'rejected', reason })
    await at.ask('checklists.setItem', { requestId, itemId, version: 2, status: 'received' })
    expect(await firstItem(at, requestId)).toMatchObject({ status: 'received', reason: null })
    const stale = await at.fail('checklists.setItem', { requestId, itemId, version: 1, status: 'missing' })
    expect(stale.code).toBe('changed_meanwhile')
  })

  test('end no earlier than they begin', async () => {
    const at = park()
    const requestId = await takenIn(at, at.tenantId)
    const { id: itemId } = await firstItem(at, requestId)
    const dates = { issuedOn: '2026-03-02', validTo: '2026-03-01' }
    const failure = await at.fail('checklists.setItem', { requestId, itemId, version: 1, ...dates })
    expect(failure.fields).toMatchObject([{ path: 'validTo', code: 'inconsistent_dates' }])
  })

  test('hold attachments of the request: a missing one is received with its file, and the file stays with the request', async () => {
    const at = desk()
    const tenantId = addTenant(at.db)
    const requestId = await takenIn(at, tenantId)
    const { id: itemId } = await firstItem(at, requestId)
    const file = await at.ask<Attachment>(
      'attachments.add',
      adding('requests', requestId, fileOf('Обращение.pdf', pdf)),
    )
    await at.ask('checklists.putFile', { requestId, itemId, attachmentId: file.id })
    expect(await firstItem(at, requestId)).toMatchObject({ status: 'received', files: [file.id] })
    const stranger = addRequest(at.db, tenantId)
    const wrong = { requestId: stranger, itemId, attachmentId: file.id }
    expect((await at.fail('checklists.putFile', wrong)).code).toBe('not_found')
    await at.ask('attachments.remove', { register: 'requests', recordId: requestId, id: file.id })
    expect((await firstItem(at, requestId)).files).toEqual([])
    await at.ask('attachments.restore', { register: 'requests', recordId: requestId, id: file.id })
    await at.ask('checklists.takeFile', { requestId, itemId, attachmentId: file.id })
    expect(await firstItem(at, requestId)).toMatchObject({ status: 'received', files: [] })
    expect(await at.ask('attachments.list', { register: 'requests', recordId: requestId })).toHaveLength(1)
  })

  test('go and come with a request whose taking in is undone and done again', async () => {
    const at = park()
    const requestId = await takenIn(at, at.tenantId)
    const step = async () => at.ask<UndoState>('undo.state')
    await at.ask('undo.takeBack', { id: (await step()).undo?.id })
    expect((await at.ask<RequestRow>('requests.get', { id: requestId })).deletedAt).not.toBeNull()
    await at.ask('undo.doAgain', { id: (await step()).redo?.id })
    expect((await at.ask<RequestRow>('requests.get', { id: requestId })).deletedAt).toBeNull()
    expect((await itemsOf(at, requestId)).length).toBeGreaterThan(0)
  })

  test('tell their history with old and new state', async () => {
    const at = park()
    const requestId = await takenIn(at, at.tenantId)
    const { id: itemId, name } = await firstItem(at, requestId)
    await at.ask('checklists.setItem', { requestId, itemId, version: 1, status: 'accepted' })
    const { rows } = await at.ask<Page<TimelineEntry>>('history.timeline', {
      id: requestId,
      kinds: ['checklist'],
    })
    expect(rows.map(({ action }) => action)).toEqual(['updated', 'created'])
    expect(rows[0]?.changes).toEqual({
      item: [null, `${name.zh} | ${name.ru} | ${name.en}`],
      itemStatus: ['missing', 'accepted'],
    })
  })
})

describe('complaint 30: a checklist that nobody must overlook', () => {
  test('a request is not closed while a required paper is open, and is once all are settled', async () => {
    const at = park()
    const id = await takenIn(at, at.tenantId)
    expect((await at.ask<Way>('workflow.way', { id })).openItems).toBe(5)
    const failure = await at.fail('workflow.move', await closing(at, id))
    expect(failure).toMatchObject({ code: 'checklist_open', params: { count: 5 } })
    await settleAll(at, id)
    expect(await at.ask('workflow.move', await closing(at, id))).toMatchObject({ status: 'closed' })
  })

  test('whoever closes it all the same says why, and the log keeps it', async () => {
    const at = park()
    const id = await takenIn(at, at.tenantId)
    await at.ask('workflow.move', { ...(await closing(at, id)), override: 'Клиент отказался' })
    const { rows } = await at.ask<Page<TimelineEntry>>('history.timeline', { id, kinds: ['step'] })
    expect(rows[0]?.changes).toMatchObject({
      override: [null, 'Клиент отказался'],
      reason: [null, 'Быстрый ответ'],
      status: ['new', 'closed'],
    })
  })

  test('what may be needed does not stand in the way until somebody says it is needed', async () => {
    const at = park()
    const id = await takenIn(at, at.tenantId)
    await settleAll(at, id)
    const translation = (await itemsOf(at, id)).find(({ need }) => need === 'conditional')
    if (translation === undefined) throw new Error('no conditional paper')
    const wish = { requestId: id, itemId: translation.id, version: 2, status: 'missing' }
    await at.ask('checklists.setItem', wish)
    expect((await at.ask<Way>('workflow.way', { id })).openItems).toBe(0)
    await at.ask('checklists.setItem', { ...wish, version: 3, need: 'required' })
    expect((await at.fail('workflow.move', await closing(at, id))).code).toBe('checklist_open')
  })
})

describe('templates', () => {
  const template = async ({ ask }: TestBridge, id: string): Promise<ChecklistTemplate> => {
    const found = (await ask<ChecklistTemplate[]>('checklists.templates')).find((each) => each.id === id)
    if (found === undefined) throw new Error(`no template ${id}`)
    return found
  }
  const extra = { need: 'required', name: { zh: '护照', ru: 'паспорт', en: 'passport' } } as const

  test('are kept in versions: requests taken in before keep the papers they have', async () => {
    const at = park()
    const before = await takenIn(at, at.tenantId)
    const { id, version, ...content } = await template(at, 'legal-consultation')
    const items = [...content.items, extra]
    await at.ask('checklists.saveTemplate', { id, version, content: { ...content, items } })
    expect((await template(at, id)).version).toBe(2)
    const after = await takenIn(at, at.tenantId)
    expect(await itemsOf(at, before)).toHaveLength(content.items.length)
    expect(await itemsOf(at, after)).toHaveLength(content.items.length + 1)
    const stale = await at.fail('checklists.saveTemplate', { id, version, content })
    expect(stale.code).toBe('changed_meanwhile')
  })

  test('complaint 24: who changed a template, and what, is in the log', async () => {
    const at = park()
    const { id, version, ...content } = await template(at, 'legal-consultation')
    await at.ask('checklists.saveTemplate', {
      id,
      version,
      content: { ...content, items: content.items.slice(0, 7), retired: true },
    })
    const { rows } = await at.ask<Page<AuditEntry>>('audit.entries', { filter: { subject: ['checklists'] } })
    expect(rows[0]).toMatchObject({ action: 'updated', actor: 'operator', recordId: id })
    expect(rows[0]?.changes).toMatchObject({
      retired: [0, 1],
      'item 8': ['– 往来函件 | переписка | correspondence', null],
    })
    expect(Object.keys(rows[0]?.changes ?? {})).toEqual(['name', 'retired', 'item 8'])
  })

  test('of the park’s own fit best where they name more, and a retired one is not given any more', async () => {
    const at = park()
    const { id: _id, version: _version, ...content } = await template(at, 'customs-import')
    const own = { ...content, when: { direction: ['import'], transportMode: ['rail'] }, items: [extra] }
    const saved = await at.ask<ChecklistTemplate>('checklists.saveTemplate', {
      id: null,
      version: 0,
      content: own,
    })
    const values = { type: 'customs', direction: 'import', transportMode: 'rail' }
    expect(await itemsOf(at, await takenIn(at, at.tenantId, values))).toHaveLength(1)
    const { id, version } = saved
    await at.ask('checklists.saveTemplate', { id, version, content: { ...own, retired: true } })
    expect((await itemsOf(at, await takenIn(at, at.tenantId, values))).length).toBeGreaterThan(10)
  })
})

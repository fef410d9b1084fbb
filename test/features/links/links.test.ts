import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import type { TimelineEntry } from '@shared/features/history/timeline'
import { kindFrom, linkKinds, sideOf, type Link, type LinkedRequest } from '@shared/features/links/link'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { Way } from '@shared/features/workflow/workflow.contract'
import { addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge } from '../../support/router'

function park(requests = 3) {
  const db = memoryPark()
  const tenantId = addTenant(db)
  const ids = Array.from({ length: requests }, (_each, index) =>
    addRequest(db, tenantId, { reference: `C-${index + 1}`, receivedAt: testNow + index }),
  )
  return { db, tenantId, ids, ...bridge(db) }
}

test.each(linkKinds)(
  'a link seen as “%s” from one end is seen as its counterpart from the other',
  async (kind) => {
    const { ask, ids } = park(2)
    const [requestId = '', otherId = ''] = ids
    const here = await ask<Link[]>('links.add', { requestId, kind, otherId })
    expect(here).toMatchObject([{ kind, other: { id: otherId, reference: 'C-2', status: 'new' } }])
    const there = await ask<Link[]>('links.of', { requestId: otherId })
    expect(there).toMatchObject([{ kind: sideOf(kind).other, other: { id: requestId } }])
    expect(sideOf(sideOf(kind).other).other).toBe(kind)
    expect(kindFrom(sideOf(kind).stored, sideOf(kind).isFrom)).toBe(kind)
  },
)

describe('a link', () => {
  test('is entered in the log of both requests when it is made and when it is taken out', async () => {
    const { ask, ids, changed } = park(2)
    const [requestId = '', otherId = ''] = ids
    const [link] = await ask<Link[]>('links.add', { requestId, kind: 'blocks', otherId })
    await ask('links.remove', { requestId: otherId, id: link?.id })
    expect(changed).toEqual(['links', 'links'])
    const logOf = async (id: string) =>
      (await ask<Page<TimelineEntry>>('history.timeline', { id, kinds: ['link'] })).rows.map(
        ({ action, changes }) => [action, changes['link']?.[1], changes['other']?.[1]],
      )
    expect(await logOf(requestId)).toEqual([
      ['deleted', 'blocks', 'C-2'],
      ['created', 'blocks', 'C-2'],
    ])
    expect(await logOf(otherId)).toEqual([
      ['deleted', 'blocked_by', 'C-1'],
      ['created', 'blocked_by', 'C-1'],
    ])
  })

  test('is made once, in either direction where there is none', async () => {
    const { ask, fail, ids } = park(2)
    const [requestId = '', otherId = ''] = ids
    await ask('links.add', { requestId, kind: 'related', otherId })
    const again = await fail('links.add', { requestId: otherId, kind: 'related', otherId: requestId })
    expect(again).toMatchObject({ code: 'link_exists', params: { reference: 'C-1' } })
    await ask('links.add', { requestId, kind: 'blocks', otherId })
    expect(
      (await fail('links.add', { requestId: otherId, kind: 'blocked_by', otherId: requestId })).code,
    ).toBe('link_exists')
  })

  test.each(['parent_of', 'blocks', 'duplicate_of'])('never closes a circle of “%s”', async (kind) => {
    const { ask, fail, ids } = park(3)
    const [first = '', second = '', third = ''] = ids
    await ask('links.add', { requestId: first, kind, otherId: second })
    await ask('links.add', { requestId: second, kind, otherId: third })
    expect((await fail('links.add', { requestId: third, kind, otherId: first })).code).toBe('link_circle')
    expect((await fail('links.add', { requestId: first, kind, otherId: first })).code).toBe('link_circle')
  })
})

test('whatever is linked in whatever order, no request comes before itself', async () => {
  const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom('blocks', 'blocked_by')), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(pairs, async (wishes) => {
      const db = memoryPark()
      const tenantId = addTenant(db)
      const ids = Array.from({ length: 5 }, () => addRequest(db, tenantId))
      const { ask, fail } = bridge(db)
      const after = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
      const reaches = (from: string, to: string): boolean =>
        from === to || [...(after.get(from) ?? [])].some((next) => reaches(next, to))
      for (const [one, other, kind] of wishes) {
        const [requestId = '', otherId = ''] = [ids[one], ids[other]]
        const [from, to] = kind === 'blocks' ? [requestId, otherId] : [otherId, requestId]
        const wish = { requestId, kind, otherId }
        if (after.get(from)?.has(to)) expect((await fail('links.add', wish)).code).toBe('link_exists')
        else if (reaches(to, from)) expect((await fail('links.add', wish)).code).toBe('link_circle')
        else {
          await ask('links.add', wish)
          after.get(from)?.add(to)
        }
      }
    }),
    { numRuns: 25 },
  )
})

test('a request that waits for an open one says so before it is closed, and no more once that one is closed', async () => {
  const { ask, ids } = park(2)
  const [requestId = '', otherId = ''] = ids
  await ask('links.add', { requestId, kind: 'blocked_by', otherId })
  expect((await ask<Way>('workflow.way', { id: requestId })).blockedBy).toEqual(['C-2'])
  expect((await ask<Way>('workflow.way', { id: otherId })).blockedBy).toEqual([])
  await ask<RequestRow>('requests.update', {
    id: otherId,
    version: 1,
    values: { status: 'closed', closedAt: testNow + 10 },
  })
  expect((await ask<Way>('workflow.way', { id: requestId })).blockedBy).toEqual([])
})

describe('complaint 31: the dialog that looks for a request to link', () => {
  const references = (rows: readonly LinkedRequest[]) => rows.map(({ reference }) => reference)

  test('finds any request, not the recent ones alone, by number, words of any script, pinyin and tenant', async () => {
    const { db, ask, ids } = park(1)
    const [requestId = ''] = ids
    const tenantId = addTenant(db, { name: '霍尔果斯物流有限公司', registrationNo: '123456' })
    const years = 20 * 365 * 86_400_000
    addRequest(db, tenantId, {
      reference: 'OLD-77',
      subject: 'Станки для склада',
      receivedAt: testNow - years,
    })
    for (let serial = 0; serial < 150; serial += 1) addRequest(db, tenantId, { subject: 'прочее' })
    const find = async (text: string, limit = 200) =>
      references(await ask<LinkedRequest[]>('links.candidates', { requestId, text, limit }))
    expect(await find('OLD-77')).toEqual(['OLD-77'])
    expect(await find('станками складов')).toEqual(['OLD-77'])
    for (const text of ['霍尔果斯', 'huoerguosi', 'hegs', '123456'])
      expect(await find(text)).toContain('OLD-77')
    expect(await find('霍尔果斯')).toHaveLength(151)
    expect(await find('нет такого')).toEqual([])
  })

  test('offers the newest of the same tenant before anything is typed, never the request itself or one in the bin', async () => {
    const { db, ask, ids } = park(4)
    const [requestId = '', gone = ''] = ids
    addRequest(db, addTenant(db, { name: 'Другой' }))
    await ask('requests.remove', { id: gone, version: 1 })
    const rows = await ask<LinkedRequest[]>('links.candidates', { requestId, text: '' })
    expect(references(rows)).toEqual(['C-4', 'C-3'])
    expect(
      references(await ask<LinkedRequest[]>('links.candidates', { requestId, text: 'C-1' })),
    ).not.toContain('C-1')
  })

  test('stays as large as it was made', async () => {
    const { ask, fail } = park()
    expect(await ask('links.dialogSize')).toEqual({ width: 720, height: 440 })
    await ask('links.keepDialogSize', { width: 1100, height: 600 })
    expect(await ask('links.dialogSize')).toEqual({ width: 1100, height: 600 })
    expect((await fail('links.keepDialogSize', { width: 10, height: 600 })).code).toBe('invalid_input')
  })
})

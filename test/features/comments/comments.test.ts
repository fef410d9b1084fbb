import { describe, expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import type { Right, Session } from '@shared/contract/rights'
import type { Comment, Mention } from '@shared/features/comments/comment'
import type { Person } from '@shared/features/comments/mentions'
import type { TimelineEntry } from '@shared/features/history/timeline'
import { run, sql, type WritableDb } from '../../../electron/data/sql'
import { addRequest, addTenant, memoryPark, testNow } from '../../support/park'
import { bridge, type TestBridge } from '../../support/router'

const hash = '$scrypt$ln=15,r=8,p=1$c2FsdA$aGFzaA'

function addAccount(
  db: WritableDb,
  id: string,
  name: string,
  display: string,
  disabledAt: number | null = null,
) {
  run(
    db,
    sql`INSERT INTO accounts (id, name, name_key, display_name, role_id, password, must_change, disabled_at, created_at, created_by, updated_at, updated_by)
      VALUES (${id}, ${name}, ${name}, ${display}, 'serviceOfficer', ${hash}, 0, ${disabledAt}, 0, '', 0, '')`,
  )
}

const idOf = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`

function sessionOf(actor: string, accountId: string, ...rights: readonly Right[]): Session {
  const granted: readonly Right[] = ['public', 'signedIn', 'requests.read', ...rights]
  return { actor, accountId, rights: new Set(granted), mustChangePassword: false }
}

function park() {
  const db = memoryPark()
  addAccount(db, idOf(1), 'anna', 'Анна Фёдорова')
  addAccount(db, idOf(2), 'liwei', '李伟')
  addAccount(db, idOf(3), 'gone', 'Ушедший', 1)
  const requestId = addRequest(db, addTenant(db), { officer: 'Нурлан' })
  const anna = bridge(db, {}, sessionOf('anna', idOf(1), 'requests.write'))
  const liwei = bridge(db, {}, sessionOf('liwei', idOf(2), 'requests.write'))
  return { db, requestId, anna, liwei }
}

const timeline = async ({ ask }: TestBridge, id: string, more: object = {}) =>
  (await ask<Page<TimelineEntry>>('history.timeline', { id, ...more })).rows

describe('a comment', () => {
  test('stands in the timeline of its request and tells every window', async () => {
    const { requestId, anna } = park()
    const comment = await anna.ask<Comment>('comments.add', { requestId, text: '  Ждём\nСМГС ' })
    expect(comment).toMatchObject({ text: 'Ждём\nСМГС', author: 'anna', createdAt: testNow, version: 1 })
    expect(anna.changed).toEqual(['comments'])
    const [entry] = await timeline(anna, requestId)
    expect(entry).toMatchObject({ kind: 'comment', action: 'created', comment: { text: 'Ждём\nСМГС' } })
  })

  test('is refused when it is empty or longer than allowed', async () => {
    const { requestId, anna } = park()
    for (const text of ['', ' \n ', 'я'.repeat(4001)])
      expect((await anna.fail('comments.add', { requestId, text })).code).toBe('invalid_input')
  })

  test('can be removed and taken back by whoever wrote it, and by nobody else', async () => {
    const { requestId, anna, liwei } = park()
    const { id } = await anna.ask<Comment>('comments.add', { requestId, text: 'x' })
    expect((await liwei.fail('comments.remove', { id, version: 1 })).code).toBe('not_allowed')
    expect((await liwei.fail('comments.edit', { id, version: 1, text: 'y' })).code).toBe('not_allowed')
    expect((await anna.ask<Comment>('comments.remove', { id, version: 1 })).deletedAt).toBe(testNow)
    expect((await anna.fail('comments.edit', { id, version: 2, text: 'y' })).code).toBe('not_found')
    expect((await anna.ask<Comment>('comments.restore', { id, version: 2 })).deletedAt).toBeNull()
    const kinds = (await timeline(anna, requestId)).map(({ action }) => action)
    expect(kinds).toEqual(['restored', 'deleted', 'created', 'created'])
  })

  test('of a request in the bin cannot be written', async () => {
    const { requestId, anna } = park()
    await anna.ask('requests.remove', { id: requestId, version: 1 })
    expect((await anna.fail('comments.add', { requestId, text: 'x' })).code).toBe('not_found')
  })
})

test('complaint 23: an overwritten comment is not gone, the history has its old and its new text', async () => {
  const { requestId, anna } = park()
  const { id } = await anna.ask<Comment>('comments.add', { requestId, text: 'Груз задержан на Хоргосе' })
  await anna.ask('comments.edit', { id, version: 1, text: 'Груз выпущен' })
  expect((await anna.fail('comments.edit', { id, version: 1, text: 'z' })).code).toBe('changed_meanwhile')
  const [edited, created] = await timeline(anna, requestId, { kinds: ['comment'] })
  expect(edited?.changes['text']).toEqual(['Груз задержан на Хоргосе', 'Груз выпущен'])
  expect(created?.changes['text']).toEqual([null, 'Груз задержан на Хоргосе'])
  expect(created?.comment).toMatchObject({ text: 'Груз выпущен', editedAt: testNow })
})

describe('mentions', () => {
  test('offer accounts that may sign in, and officers who have none', async () => {
    const { anna } = park()
    expect(await anna.ask<Person[]>('comments.people')).toEqual([
      { name: 'Анна Фёдорова', also: 'anna', hasAccount: true },
      { name: '李伟', also: 'liwei', hasAccount: true },
      { name: 'Нурлан', also: null, hasAccount: false },
    ])
  })

  test('are listed for whoever is mentioned, by name or sign-in name, the newest first, in pages', async () => {
    const { requestId, anna, liwei } = park()
    const first = await anna.ask<Comment>('comments.add', { requestId, text: '请@李伟看一下' })
    await anna.ask('comments.add', { requestId, text: '@Нурлан, позвоните' })
    const second = await anna.ask<Comment>('comments.add', { requestId, text: '@liwei?' })
    const page = await liwei.ask<Page<Mention>>('comments.mentions', { limit: 1 })
    expect(page.rows).toMatchObject([{ id: second.id, text: '@liwei?', reference: expect.any(String) }])
    const rest = await liwei.ask<Page<Mention>>('comments.mentions', { limit: 5, cursor: page.next })
    expect(rest.rows.map(({ id }) => id)).toEqual([first.id])
    expect((await anna.ask<Page<Mention>>('comments.mentions')).rows).toEqual([])
    await anna.ask('comments.edit', { id: second.id, version: 1, text: 'забудьте' })
    await anna.ask('comments.remove', { id: first.id, version: 1 })
    expect((await liwei.ask<Page<Mention>>('comments.mentions')).rows).toEqual([])
  })
})

test('what somebody has begun to write is kept for them alone until it is sent', async () => {
  const { requestId, anna, liwei } = park()
  await anna.ask('comments.keepDraft', { requestId, text: 'Начато ' })
  await liwei.ask('comments.keepDraft', { requestId, text: '草稿' })
  expect(await anna.ask('comments.draft', { requestId })).toEqual({ text: 'Начато ' })
  await anna.ask('comments.add', { requestId, text: 'Начато и закончено' })
  expect(await anna.ask('comments.draft', { requestId })).toEqual({ text: '' })
  expect(await liwei.ask('comments.draft', { requestId })).toEqual({ text: '草稿' })
})

import { chmodSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AppError } from '@shared/contract/result'
import { allOperations } from '@shared/contract/contract'
import type { StorageStatus } from '@shared/features/storage/storage'
import { databaseFile, openReadable } from '../../../electron/data/connection'
import { number, sql, type WritableDb } from '../../../electron/data/sql'
import { signIn } from '../../../electron/features/accounts'
import { deskWithAccounts, first } from '../../support/desk'
import { testWrite } from '../../support/park'

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed in',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const slow = { timeout: 60_000 }

test(
  'a stranger is let do nothing that is not open to everybody, and leaves nothing behind',
  slow,
  async () => {
    const desk = await deskWithAccounts()
    const changes = () => number(desk.db, sql`SELECT total_changes()`)
    const before = changes()
    const closed = allOperations().filter(([, { place, right }]) => place === 'data' && right !== 'public')
    expect(closed.length).toBeGreaterThan(60)
    for (const [name] of closed)
      expect([name, (await desk.fail(2, name)).code]).toEqual([name, 'auth_required'])
    for (const name of ['accounts.me', 'accounts.lock', 'accounts.signOut'] as const)
      expect(await desk.ask(2, name)).toMatchObject({ state: 'signedOut', name: '', rights: ['public'] })
    expect(changes()).toBe(before)
  },
)

test('a stranger learns where the data is, but neither how much there is nor of when', slow, async () => {
  const desk = await deskWithAccounts()
  const known = await desk.ask<StorageStatus>(1, 'storage.status')
  expect(known.bytes).toBeGreaterThan(0)
  const seen = await desk.ask<StorageStatus>(2, 'storage.status')
  expect(seen).toMatchObject({ state: 'ready', bytes: 0, sample: null, fullCheck: null })
})

test(
  'where nothing can be written people still sign in to look, and wrong tries still wait',
  slow,
  async () => {
    const desk = await deskWithAccounts()
    desk.db.pragma('wal_checkpoint(TRUNCATE)')
    chmodSync(databaseFile(desk.folder), 0o400)
    const db = openReadable(desk.folder) as WritableDb
    const tried: string[] = []
    // The first waits may be over before a slow machine has looked at the next password.
    while (tried.length < 12 && tried.at(-1) !== 'sign_in_wait')
      tried.push(await codeOf(signIn(db, { name: first.name, password: 'wrong', via: 'window' }, testWrite)))
    expect(tried.slice(0, 5)).toEqual(Array(5).fill('sign_in_failed'))
    expect(tried.at(-1)).toBe('sign_in_wait')
    db.close()
    const again = openReadable(desk.folder) as WritableDb
    const given = { name: first.name, password: first.password, via: 'window' } as const
    expect(await signIn(again, given, testWrite)).toMatchObject({
      account: { name: 'aigul' },
      failedAttempts: 0,
    })
    again.close()
  },
)

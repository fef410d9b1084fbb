import { describe, expect, test } from 'vitest'
import type { Me } from '@shared/features/accounts/accounts'
import { all, get, run, sql } from '../../../electron/data/sql'
import { hashPassword } from '../../../electron/features/accounts/passwords'
import { addPerson, deskWithAccounts, first, logLines, plainPassword, second } from '../../support/desk'

const hour = 60 * 60 * 1000
const { name, password } = first

describe('signing in', { timeout: 60_000 }, () => {
  test('opens the window that asks and no other, whatever the case of the name', async () => {
    const desk = await deskWithAccounts()
    const me = await desk.ask<Me>(2, 'accounts.signIn', { name: '  БОРИС', password: second.password })
    expect(me).toMatchObject({ state: 'signedIn', name: 'Борис', displayName: 'Борис К.', failedAttempts: 0 })
    expect(me.rights).toContain('accounts.manage')
    expect(await desk.ask(2, 'tenants.count')).toBe(0)
    expect((await desk.fail(3, 'tenants.count')).code).toBe('auth_required')
    expect(desk.notices.at(-1)).toBe('2 signedIn')
  })

  test('answers the same for a wrong name and a wrong password, and the log holds neither', async () => {
    const desk = await deskWithAccounts()
    const wrong = await desk.fail(2, 'accounts.signIn', { name, password: 'not this one at all' })
    const nobody = await desk.fail(2, 'accounts.signIn', {
      name: 'my secret phrase',
      password: 'not this one',
    })
    expect(wrong).toEqual(nobody)
    expect(wrong).toMatchObject({ code: 'sign_in_failed', params: { seconds: 0 } })
    expect(logLines(desk.db).slice(-2)).toEqual([': signInFailed accounts aigul', ': signInFailed accounts '])
    expect(JSON.stringify(all(desk.db, sql`SELECT * FROM change_log`))).not.toMatch(/secret phrase|not this/u)
    expect(JSON.stringify(all(desk.db, sql`SELECT * FROM sign_in_waits`))).not.toContain('secret phrase')
  })

  test('waits after five wrong tries, many at once included, and tells about them when it works', async () => {
    const desk = await deskWithAccounts()
    const attempts = Array.from({ length: 8 }, (_, index) =>
      desk.fail(2, 'accounts.signIn', { name, password: `wrong ${index}` }),
    )
    const codes = (await Promise.all(attempts)).map(({ code }) => code).sort()
    expect(codes).toEqual([
      ...Array<string>(5).fill('sign_in_failed'),
      ...Array<string>(3).fill('sign_in_wait'),
    ])
    // Slow machines need not wait for the wait.
    run(desk.db, sql`UPDATE sign_in_waits SET wait = 100000`)
    expect(await desk.fail(2, 'accounts.signIn', { name, password })).toMatchObject({ code: 'sign_in_wait' })
    expect(
      await desk.ask<Me>(3, 'accounts.signIn', { name: second.name, password: second.password }),
    ).toMatchObject({
      state: 'signedIn',
    })
    desk.passTime(-1000 * hour)
    desk.waitOut(100_000)
    expect(await desk.ask<Me>(2, 'accounts.signIn', { name, password })).toMatchObject({ failedAttempts: 5 })
    expect(await desk.ask<Me>(2, 'accounts.me')).toMatchObject({ failedAttempts: 0 })
    await desk.ask(2, 'accounts.signOut')
    expect(await desk.ask<Me>(2, 'accounts.signIn', { name, password })).toMatchObject({ failedAttempts: 0 })
  })

  test('says when it last worked, and renews a hash of a cheaper time', async () => {
    const desk = await deskWithAccounts()
    const cheap = (await hashPassword(password)).replace('ln=17', 'ln=15')
    run(desk.db, sql`UPDATE accounts SET password = ${cheap} WHERE name = 'Борис'`)
    expect((await desk.fail(2, 'accounts.signIn', { name: second.name, password })).code).toBe(
      'sign_in_failed',
    )
    const stored = () =>
      get<{ password: string }>(desk.db, sql`SELECT password FROM accounts WHERE name = 'aigul'`)
    const before = stored()
    expect(await desk.ask<Me>(2, 'accounts.signIn', { name, password })).toMatchObject({ lastSignInAt: null })
    expect(stored()).toEqual(before)
    desk.passTime(hour)
    const me = await desk.ask<Me>(2, 'accounts.signIn', { name, password })
    expect(me.lastSignInAt).not.toBeNull()
  })
})

describe('a session', { timeout: 60_000 }, () => {
  test('is locked by its user: nothing is open, and the window knows whose it was', async () => {
    const desk = await deskWithAccounts()
    expect(await desk.ask<Me>(1, 'accounts.lock')).toMatchObject({ state: 'signedOut', lockedName: 'aigul' })
    expect((await desk.fail(1, 'tenants.count')).code).toBe('auth_required')
    expect(await desk.ask<Me>(1, 'accounts.me')).toMatchObject({ state: 'signedOut', lockedName: 'aigul' })
    await desk.ask(1, 'accounts.signIn', { name: second.name, password: second.password })
    expect(await desk.ask<Me>(1, 'accounts.signOut')).toMatchObject({ state: 'signedOut', lockedName: '' })
    expect(desk.notices).toEqual(['1 signedIn', '1 locked', '1 signedIn', '1 signedOut'])
    expect(logLines(desk.db).slice(-3)).toEqual([
      'aigul: locked accounts aigul',
      'Борис: signedIn accounts Борис',
      'Борис: signedOut accounts Борис',
    ])
  })

  test('ends after a shift', async () => {
    const desk = await deskWithAccounts()
    desk.passTime(12 * hour)
    expect(await desk.ask(1, 'tenants.count')).toBe(0)
    desk.passTime(1)
    expect((await desk.fail(1, 'tenants.count')).code).toBe('auth_required')
    expect(desk.notices.at(-1)).toBe('1 expired')
  })

  test('of another window ends when the password is changed; that of this one goes on', async () => {
    const desk = await deskWithAccounts()
    await desk.ask(2, 'accounts.signIn', { name, password })
    const next = 'eleven small keys'
    const change = (changes: object) =>
      desk.fail(1, 'accounts.changePassword', { current: password, next, ...changes })
    expect(await change({ current: 'wrong' })).toMatchObject({ code: 'password_wrong' })
    expect(await change({ next: 'qwerty123' })).toMatchObject({
      code: 'password_weak',
      params: { reason: 'common' },
    })
    expect(await change({ next: 'test park 2026' })).toMatchObject({ params: { reason: 'context' } })
    expect(await change({ next: password })).toMatchObject({ params: { reason: 'same' } })
    await desk.ask(1, 'accounts.changePassword', { current: password, next })
    expect(desk.notices.slice(-2)).toEqual(['1 signedIn', '2 ended'])
    expect(await desk.ask(1, 'tenants.count')).toBe(0)
    expect((await desk.fail(2, 'tenants.count')).code).toBe('auth_required')
    expect((await desk.fail(2, 'accounts.signIn', { name, password })).code).toBe('sign_in_failed')
  })

  test('ends when its password was changed by another program', async () => {
    const desk = await deskWithAccounts()
    run(desk.db, sql`UPDATE accounts SET password_changes = password_changes + 1 WHERE name = 'aigul'`)
    expect((await desk.fail(1, 'tenants.count')).code).toBe('auth_required')
  })
})

test('what somebody arranges and begins is their own', { timeout: 60_000 }, async () => {
  const desk = await deskWithAccounts()
  await addPerson(desk, 'reader one', 'reader')
  await desk.ask(2, 'accounts.signIn', { name: 'reader one', password: plainPassword })
  const draft = { register: 'tenants', recordId: null, values: { name: 'Half a tenant' } }
  await desk.ask(1, 'drafts.keep', draft)
  await desk.ask(2, 'drafts.keep', { ...draft, values: { name: 'Another' } })
  expect(await desk.ask(1, 'drafts.find', { register: 'tenants', recordId: null })).toMatchObject({
    values: draft.values,
  })
  expect(await desk.ask(1, 'drafts.list')).toHaveLength(1)
  await desk.ask(2, 'drafts.discard', { register: 'tenants', recordId: null })
  expect(await desk.ask(1, 'drafts.list')).toHaveLength(1)
  expect(await desk.ask(2, 'drafts.list')).toHaveLength(0)
  const layout = { columns: [{ field: 'name', width: 200 }], hidden: [] }
  await desk.ask(1, 'settings.saveLayout', { register: 'tenants', layout })
  expect(await desk.ask(2, 'settings.layout', { register: 'tenants' })).toBeNull()
  await desk.ask(1, 'settings.savePreferences', { language: 'ru', theme: 'dark' })
  await desk.ask(2, 'settings.savePreferences', { language: 'zh', theme: 'light' })
  expect(await desk.ask(1, 'settings.preferences')).toEqual({ language: 'ru', theme: 'dark' })
  const settings = () => all(desk.db, sql`SELECT * FROM settings ORDER BY key`)
  const before = settings()
  await desk.ask(3, 'settings.savePreferences', { language: 'zh', theme: 'dark' })
  expect(settings()).toEqual(before)
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Me } from '@shared/features/accounts/accounts'
import { all, sql } from '../../../electron/data/sql'
import { backupRecipient } from '../../../electron/features/accounts'
import { readParkKey, recipientOf } from '../../../electron/platform/park-key'
import { deskWithAccounts, first, logLines, openDesk, second } from '../../support/desk'

describe('a park without accounts', () => {
  test('has one operator who may do everything and is asked for no password', async () => {
    const desk = openDesk()
    const me = await desk.ask<Me>(1, 'accounts.me')
    expect(me).toMatchObject({ state: 'noAccounts', name: '', lockAfterMinutes: 0 })
    expect(me.rights).toContain('accounts.manage')
    await desk.ask(1, 'accounts.lock')
    expect(await desk.ask<Me>(1, 'accounts.me')).toMatchObject({ state: 'noAccounts' })
    expect(await desk.fail(1, 'accounts.signIn', first)).toMatchObject({ code: 'invalid_input' })
    expect(await desk.fail(1, 'accounts.signIn', { name: 'aigul', password: 'x' })).toMatchObject({
      code: 'not_allowed',
    })
    expect((await desk.fail(1, 'accounts.changePassword', { current: '', next: '' })).code).toBe(
      'not_allowed',
    )
  })
})

describe('switching accounts on', () => {
  test('signs the first administrator in, locks every other window and keeps the key beside the data', async () => {
    const desk = openDesk()
    const { recoveryKey } = await desk.ask<{ recoveryKey: string }>(1, 'accounts.newRecoveryKey', {
      password: '',
    })
    const me = await desk.ask<Me>(1, 'accounts.switchOn', {
      administrators: [first, second],
      recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' '),
    })
    expect(me).toMatchObject({
      state: 'signedIn',
      name: 'aigul',
      roleId: 'administrator',
      recoveryKeyDue: false,
    })
    expect(me).toMatchObject({ lockAfterMinutes: 10, mustChangePassword: false })
    expect(await desk.ask<Me>(1, 'accounts.me')).toEqual(me)
    expect(await desk.ask<Me>(2, 'accounts.me')).toMatchObject({ state: 'signedOut', rights: ['public'] })
    expect((await desk.fail(2, 'tenants.count')).code).toBe('auth_required')
    expect(readParkKey(desk.folder)?.recipient).toBe(await recipientOf(recoveryKey))
    expect(backupRecipient(desk.db)).toBe(await recipientOf(recoveryKey))
    expect(logLines(desk.db)).toEqual([
      'operator: switchedOn accounts ',
      'operator: created accounts aigul',
      'operator: created accounts Борис',
      'aigul: signedIn accounts aigul',
    ])
  })

  test('leaves no password and no recovery key in the data, and nothing of either in the log', async () => {
    const desk = await deskWithAccounts()
    const everything = JSON.stringify([
      all(desk.db, sql`SELECT * FROM accounts`),
      all(desk.db, sql`SELECT * FROM settings`),
      all(desk.db, sql`SELECT changes FROM change_log`),
    ])
    for (const secret of [
      first.password,
      second.password,
      desk.recoveryKey,
      desk.recoveryKey.replaceAll('-', ''),
    ])
      expect(everything).not.toContain(secret)
    expect(JSON.stringify(all(desk.db, sql`SELECT changes FROM change_log`))).not.toContain('scrypt')
  })

  test('needs the key typed back, two names, and passwords nobody would try', async () => {
    const desk = openDesk()
    const attempt = (changes: object) =>
      desk.fail(1, 'accounts.switchOn', { administrators: [first, second], recoveryKey, ...changes })
    let recoveryKey = '0'.repeat(35)
    expect((await attempt({})).code).toBe('recovery_key_wrong')
    ;({ recoveryKey } = await desk.ask<{ recoveryKey: string }>(1, 'accounts.newRecoveryKey', {
      password: '',
    }))
    expect((await attempt({ administrators: [first] })).code).toBe('invalid_input')
    expect((await attempt({ administrators: [first, { ...second, name: 'AIGUL' }] })).code).toBe('name_taken')
    expect((await attempt({ administrators: [first, { ...second, name: 'operator' }] })).code).toBe(
      'name_taken',
    )
    expect((await attempt({ administrators: [first, { ...second, password: 'aigul123' }] })).code).toBe(
      'password_weak',
    )
    expect(existsSync(join(desk.folder, 'backup-key'))).toBe(false)
    expect(await desk.ask<Me>(1, 'accounts.me')).toMatchObject({ state: 'noAccounts' })
  })

  test('cannot be done twice', async () => {
    const desk = await deskWithAccounts()
    const { recoveryKey } = await desk.ask<{ recoveryKey: string }>(1, 'accounts.newRecoveryKey', {
      password: first.password,
    })
    const again = await desk.fail(1, 'accounts.switchOn', { administrators: [first, second], recoveryKey })
    expect(again.code).toBe('not_allowed')
  })
})

describe('switching accounts off', () => {
  test('takes the recovery key and an administrator, and closes every account', async () => {
    const desk = await deskWithAccounts()
    await desk.ask(2, 'accounts.signIn', { name: second.name, password: second.password })
    expect((await desk.fail(1, 'accounts.switchOff', { recoveryKey: 'nothing' })).code).toBe(
      'recovery_key_wrong',
    )
    expect((await desk.fail(3, 'accounts.switchOff', { recoveryKey: desk.recoveryKey })).code).toBe(
      'auth_required',
    )
    const me = await desk.ask<Me>(1, 'accounts.switchOff', { recoveryKey: desk.recoveryKey })
    expect(me.state).toBe('noAccounts')
    expect(desk.notices.slice(-2).sort()).toEqual(['1 ended', '2 ended'])
    expect(await desk.ask<Me>(2, 'accounts.me')).toMatchObject({ state: 'noAccounts' })
    expect(backupRecipient(desk.db)).toBeNull()
    expect(logLines(desk.db).at(-1)).toBe('aigul: switchedOff accounts ')
  })

  test('and on again: a name of before is the same account, the others stay closed', async () => {
    const desk = await deskWithAccounts()
    const ids = () =>
      all<{ id: string }>(desk.db, sql`SELECT id FROM accounts WHERE disabled_at IS NULL ORDER BY id`)
    const before = ids()
    await desk.ask(1, 'accounts.switchOff', { recoveryKey: desk.recoveryKey })
    expect(ids()).toEqual([])
    const { recoveryKey } = await desk.ask<{ recoveryKey: string }>(1, 'accounts.newRecoveryKey', {
      password: '',
    })
    const third = { ...second, name: 'carol' }
    const people = [{ ...first, password: 'eleven small keys' }, third]
    await desk.ask(1, 'accounts.switchOn', { administrators: people, recoveryKey })
    expect(ids().filter(({ id }) => before.some((old) => old.id === id))).toHaveLength(1)
    expect(
      (await desk.fail(2, 'accounts.signIn', { name: second.name, password: second.password })).code,
    ).toBe('sign_in_failed')
    expect((await desk.fail(2, 'accounts.signIn', { name: first.name, password: first.password })).code).toBe(
      'sign_in_failed',
    )
    await desk.ask(2, 'accounts.signIn', { name: 'AiGul', password: 'eleven small keys' })
  })
})

import { describe, expect, test } from 'vitest'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Me } from '@shared/features/accounts/accounts'
import { backupRecipient } from '../../../electron/features/accounts'
import { identityOf, readParkKey, recipientOf } from '../../../electron/platform/park-key'
import { addPerson, deskWithAccounts, first, logLines, openDesk, second } from '../../support/desk'
import { testFolder } from '../../support/park'

const year = 365 * 24 * 60 * 60 * 1000
const newPassword = 'five old bridges'

/** Another key of the right form. */
const notTheKey = '00000-00000-00000-00000-00000-00000-00FRS'

describe('the recovery key', { timeout: 60_000 }, () => {
  test('gives an administrator a new password on another machine, and is another one from then on', async () => {
    const office = await deskWithAccounts()
    office.db.pragma('wal_checkpoint(TRUNCATE)')
    const folder = join(testFolder(), 'park')
    cpSync(office.folder, folder, { recursive: true })
    for (const name of ['backup-key', 'backup-key.copy']) rmSync(join(folder, name))
    const desk = openDesk(folder)
    const input = { recoveryKey: office.recoveryKey.toLowerCase(), name: second.name, newPassword }
    const done = await desk.ask<{ me: Me; recoveryKey: string }>(4, 'accounts.recover', input)
    expect(done.me).toMatchObject({ state: 'signedIn', name: 'Борис', recoveryKeyDue: true })
    expect(await desk.ask(4, 'tenants.count')).toBe(0)
    expect(logLines(desk.db).at(-1)).toBe('Борис: recovered accounts Борис')
    expect((await desk.fail(5, 'accounts.recover', input)).code).toBe('recovery_key_wrong')
    const { identity, earlier } = readParkKey(folder) ?? {}
    expect([identity, earlier]).toEqual([identityOf(done.recoveryKey), [identityOf(office.recoveryKey)]])
    expect(backupRecipient(desk.db)).toBe(await recipientOf(done.recoveryKey))
    await desk.ask(4, 'accounts.confirmRecoveryKey', { recoveryKey: done.recoveryKey })
    expect(await desk.ask<Me>(4, 'accounts.me')).toMatchObject({ recoveryKeyDue: false })
    await desk.ask(5, 'accounts.signIn', { name: second.name, password: newPassword })
  })

  test('helps administrators only, with a good password, and is not used up by a mistake', async () => {
    const desk = await deskWithAccounts()
    await addPerson(desk, 'reader one', 'reader')
    const { recoveryKey } = desk
    const attempt = (changes: object) =>
      desk.fail(2, 'accounts.recover', { recoveryKey, name: first.name, newPassword, ...changes })
    expect((await attempt({ name: 'reader one' })).code).toBe('not_an_administrator')
    expect((await attempt({ name: 'nobody' })).code).toBe('not_an_administrator')
    expect((await attempt({ newPassword: 'qwerty123' })).code).toBe('password_weak')
    expect((await attempt({ recoveryKey: `${recoveryKey}0` })).code).toBe('recovery_key_wrong')
    await desk.ask(2, 'accounts.recover', { recoveryKey, name: first.name, newPassword })
    expect((await desk.fail(1, 'tenants.count')).code).toBe('auth_required')
  })

  test('guessed at costs waiting, the same for everybody who tries', async () => {
    const desk = await deskWithAccounts()
    const guess = (window: number) =>
      desk.fail(window, 'accounts.recover', { recoveryKey: notTheKey, name: first.name, newPassword })
    for (let tries = 0; tries < 5; tries += 1) expect((await guess(2)).code).toBe('recovery_key_wrong')
    expect((await guess(3)).code).toBe('sign_in_wait')
    expect((await desk.fail(1, 'accounts.checkRecoveryKey', { recoveryKey: desk.recoveryKey })).code).toBe(
      'sign_in_wait',
    )
    desk.waitOut(300_000)
    await desk.ask(1, 'accounts.checkRecoveryKey', { recoveryKey: desk.recoveryKey })
  })

  test('is asked for once a year', async () => {
    const desk = await deskWithAccounts()
    desk.passTime(year + 1)
    const enter = { name: first.name, password: first.password }
    expect(await desk.ask<Me>(1, 'accounts.signIn', enter)).toMatchObject({ recoveryKeyDue: true })
    rmSync(join(desk.folder, 'backup-key'))
    rmSync(join(desk.folder, 'backup-key.copy'))
    await desk.ask(1, 'accounts.checkRecoveryKey', { recoveryKey: desk.recoveryKey })
    expect(await desk.ask<Me>(1, 'accounts.me')).toMatchObject({ recoveryKeyDue: false })
    expect(readParkKey(desk.folder)?.identity).toBe(identityOf(desk.recoveryKey))
    expect(logLines(desk.db).at(-1)).toBe('aigul: checked accounts ')
  })

  test('can be renewed: the new one counts only once it has been typed back', async () => {
    const desk = await deskWithAccounts()
    const renew = { password: first.password }
    expect((await desk.fail(1, 'accounts.newRecoveryKey', { password: 'wrong' })).code).toBe('password_wrong')
    const { recoveryKey } = await desk.ask<{ recoveryKey: string }>(1, 'accounts.newRecoveryKey', renew)
    await desk.ask(1, 'accounts.checkRecoveryKey', { recoveryKey: desk.recoveryKey })
    await desk.ask(1, 'accounts.confirmRecoveryKey', { recoveryKey })
    await desk.ask(1, 'accounts.checkRecoveryKey', { recoveryKey })
    expect((await desk.fail(1, 'accounts.checkRecoveryKey', { recoveryKey: desk.recoveryKey })).code).toBe(
      'recovery_key_wrong',
    )
    expect(backupRecipient(desk.db)).toBe(await recipientOf(recoveryKey))
  })
})

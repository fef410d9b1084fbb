import { describe, expect, test } from 'vitest'
import type { Account, Me, Role } from '@shared/features/accounts/accounts'
import type { OneTime } from '@shared/features/accounts/accounts.contract'
import { run, sql } from '../../../electron/data/sql'
import {
  addPerson,
  deskWithAccounts,
  first,
  logLines,
  plainPassword,
  second,
  type Desk,
} from '../../support/desk'

const day = 24 * 60 * 60 * 1000
const { password } = first
const ownPassword = plainPassword

const accountsOf = (desk: Desk) => desk.ask<Account[]>(1, 'accounts.list')

async function named(desk: Desk, name: string): Promise<Account> {
  const found = (await accountsOf(desk)).find((account) => account.name === name)
  if (!found) throw new Error(`no account ${name}`)
  return found
}

/** What `accounts.update` is given to change an account. */
async function change(desk: Desk, name: string, changes: object): Promise<object> {
  const { id, version, displayName, roleId, disabled } = await named(desk, name)
  return { id, version, displayName, roleId, disabled, password, ...changes }
}

describe('an account', { timeout: 60_000 }, () => {
  test('is made with a password for one sign-in, which must be replaced before anything else', async () => {
    const desk = await deskWithAccounts()
    const input = { name: 'officer', displayName: ' An Officer ', roleId: 'serviceOfficer', password }
    expect((await desk.fail(1, 'accounts.create', { ...input, password: 'wrong' })).code).toBe(
      'password_wrong',
    )
    const made = await desk.ask<OneTime>(1, 'accounts.create', input)
    expect(made.account).toMatchObject({
      name: 'officer',
      displayName: 'An Officer',
      mustChangePassword: true,
    })
    expect((await desk.fail(1, 'accounts.create', { ...input, name: 'OFFICER' })).code).toBe('name_taken')
    expect((await desk.fail(1, 'accounts.create', { ...input, name: 'x', roleId: 'none' })).code).toBe(
      'invalid_input',
    )
    const me = await desk.ask<Me>(2, 'accounts.signIn', { name: 'officer', password: made.oneTimePassword })
    expect(me.mustChangePassword).toBe(true)
    expect((await desk.fail(2, 'tenants.count')).code).toBe('password_change_needed')
    const changed = { current: made.oneTimePassword, next: ownPassword }
    expect(await desk.ask<Me>(2, 'accounts.changePassword', changed)).toMatchObject({
      mustChangePassword: false,
    })
    expect(await desk.ask(2, 'tenants.count')).toBe(0)
    expect((await desk.fail(2, 'accounts.list')).code).toBe('not_allowed')
    expect(logLines(desk.db).at(-1)).toBe('officer: refused audit accounts.list')
  })

  test('of a one-time password is shut when seven days have passed, and soon after its first use', async () => {
    const desk = await deskWithAccounts()
    const input = { name: 'officer', displayName: 'Officer', roleId: 'reader', password }
    const { account, oneTimePassword } = await desk.ask<OneTime>(1, 'accounts.create', input)
    const enter = { name: 'officer', password: oneTimePassword }
    await desk.ask(2, 'accounts.signIn', enter)
    await desk.ask(2, 'accounts.signIn', enter)
    desk.passTime(15 * 60_000)
    expect((await desk.fail(2, 'accounts.signIn', enter)).code).toBe('sign_in_failed')
    await desk.ask(1, 'accounts.signIn', { name: first.name, password })
    const again = await desk.ask<OneTime>(1, 'accounts.resetPassword', { id: account.id, password })
    desk.passTime(7 * day)
    const late = { name: 'officer', password: again.oneTimePassword }
    expect((await desk.fail(2, 'accounts.signIn', late)).code).toBe('sign_in_failed')
  })

  test('closed or reset is out at once, at every window', async () => {
    const desk = await deskWithAccounts()
    const id = await addPerson(desk, 'officer', 'manager')
    const enter = { name: 'officer', password: ownPassword }
    await desk.ask(2, 'accounts.signIn', enter)
    await desk.ask(3, 'accounts.signIn', enter)
    await desk.ask(1, 'accounts.update', await change(desk, 'officer', { disabled: true }))
    expect(desk.notices.slice(-2).sort()).toEqual(['2 ended', '3 ended'])
    expect((await desk.fail(2, 'tenants.count')).code).toBe('auth_required')
    expect((await desk.fail(2, 'accounts.signIn', enter)).code).toBe('sign_in_failed')
    await desk.ask(1, 'accounts.update', await change(desk, 'officer', { disabled: false }))
    await desk.ask(2, 'accounts.signIn', enter)
    const { oneTimePassword } = await desk.ask<OneTime>(1, 'accounts.resetPassword', { id, password })
    expect((await desk.fail(2, 'tenants.count')).code).toBe('auth_required')
    expect((await desk.fail(2, 'accounts.signIn', enter)).code).toBe('sign_in_failed')
    await desk.ask(2, 'accounts.signIn', { name: 'officer', password: oneTimePassword })
  })

  test('has other rights at once when its role is another, and is not changed over another change', async () => {
    const desk = await deskWithAccounts()
    await addPerson(desk, 'officer', 'reader')
    await desk.ask(2, 'accounts.signIn', { name: 'officer', password: ownPassword })
    expect((await desk.fail(2, 'audit.entries', {})).code).toBe('not_allowed')
    const input = await change(desk, 'officer', { roleId: 'auditor' })
    await desk.ask(1, 'accounts.update', input)
    expect((await desk.ask<Me>(2, 'accounts.me')).rights).toContain('audit.read')
    expect((await desk.fail(1, 'accounts.update', input)).code).toBe('changed_meanwhile')
    expect(logLines(desk.db).at(-1)).toBe('aigul: updated accounts officer')
  })
})

describe('nobody', { timeout: 60_000 }, () => {
  test('is the last administrator to go, nor raises or lowers themselves', async () => {
    const desk = await deskWithAccounts()
    expect(
      (await desk.fail(1, 'accounts.update', await change(desk, 'aigul', { roleId: 'reader' }))).code,
    ).toBe('not_allowed')
    await desk.ask(1, 'accounts.update', await change(desk, 'Борис', { disabled: true }))
    for (const changes of [{ roleId: 'reader' }, { disabled: true }])
      expect((await desk.fail(1, 'accounts.update', await change(desk, 'aigul', changes))).code).toBe(
        'last_administrator',
      )
    await desk.ask(1, 'accounts.update', await change(desk, 'aigul', { displayName: 'Aigul Sadykova' }))
    const { id } = await named(desk, 'aigul')
    expect((await desk.fail(1, 'accounts.resetPassword', { id, password })).code).toBe('not_allowed')
  })

  test('gives, takes or resets more than they hold themselves', async () => {
    const desk = await deskWithAccounts()
    const rights = ['accounts.manage', 'tenants.read']
    const role = await desk.ask<Role>(1, 'accounts.saveRole', {
      id: null,
      version: null,
      name: 'Desk',
      rights,
      password,
    })
    await addPerson(desk, 'clerk', role.id)
    await desk.ask(2, 'accounts.signIn', { name: 'clerk', password: ownPassword })
    const own = { password: ownPassword }
    const boris = await change(desk, 'Борис', own)
    const clerk = await change(desk, 'clerk', own)
    const made = { name: 'helper', displayName: 'Helper', ...own }
    const grown = { id: role.id, version: 1, name: 'Desk', ...own, rights: [...rights, 'audit.read'] }
    const refused = [
      ['accounts.create', { ...made, roleId: 'administrator' }],
      ['accounts.update', { ...boris, disabled: true }],
      ['accounts.update', { ...clerk, roleId: 'administrator' }],
      ['accounts.resetPassword', { id: (await named(desk, 'Борис')).id, ...own }],
      ['accounts.saveRole', grown],
      ['accounts.saveRole', { ...grown, id: null, version: null, name: 'Other' }],
      ['accounts.removeRole', { id: role.id, version: 1, ...own }],
    ] as const
    for (const [name, input] of refused) {
      expect([name, (await desk.fail(2, name, input)).code]).toEqual([name, 'not_allowed'])
      expect(logLines(desk.db).at(-1)).toBe(`clerk: refused accounts ${name}`)
    }
    await desk.ask(2, 'accounts.create', { ...made, roleId: role.id })
  })
})

describe('a role of the park’s own', { timeout: 60_000 }, () => {
  test('counts at once for whoever has it, and goes when nobody has it any more', async () => {
    const desk = await deskWithAccounts()
    const input = {
      id: null,
      version: null,
      name: ' Gate ',
      rights: ['tenants.read', 'tenants.read'],
      password,
    }
    const role = await desk.ask<Role>(1, 'accounts.saveRole', input)
    expect(role).toMatchObject({ name: 'Gate', version: 1, rights: ['tenants.read'] })
    expect((await desk.fail(1, 'accounts.saveRole', { ...input, name: 'GATE' })).code).toBe('name_taken')
    expect((await desk.fail(1, 'accounts.saveRole', { ...input, rights: ['signedIn'] })).code).toBe(
      'invalid_input',
    )
    await addPerson(desk, 'guard', role.id)
    await desk.ask(2, 'accounts.signIn', { name: 'guard', password: ownPassword })
    expect(await desk.ask<Me>(2, 'accounts.me')).toMatchObject({ roleName: 'Gate', roleId: role.id })
    expect((await desk.fail(2, 'incidents.count')).code).toBe('not_allowed')
    const more = { ...input, id: role.id, version: 1, rights: ['incidents.read'] }
    await desk.ask(1, 'accounts.saveRole', more)
    expect(await desk.ask(2, 'incidents.count')).toBe(0)
    expect((await desk.fail(2, 'tenants.count')).code).toBe('not_allowed')
    expect((await desk.fail(1, 'accounts.saveRole', more)).code).toBe('changed_meanwhile')
    const gone = { id: role.id, version: 2, password }
    expect((await desk.fail(1, 'accounts.removeRole', gone)).code).toBe('still_referenced')
    await desk.ask(1, 'accounts.update', await change(desk, 'guard', { roleId: 'reader' }))
    await desk.ask(1, 'accounts.removeRole', gone)
    expect((await desk.ask<Role[]>(1, 'accounts.roles')).map(({ name }) => name)).toEqual(Array(6).fill(null))
  })

  test('is not the last that can manage accounts and loses it', async () => {
    const desk = await deskWithAccounts()
    const rights = ['accounts.manage', 'settings.read']
    const input = { id: null, version: null, name: 'Keys', rights, password }
    const role = await desk.ask<Role>(1, 'accounts.saveRole', input)
    await addPerson(desk, 'keeper', role.id)
    // As if the two administrators were gone while one of them is still at a window.
    run(desk.db, sql`UPDATE accounts SET disabled_at = 1 WHERE name = ${second.name}`)
    await desk.ask(1, 'accounts.saveRole', { ...input, id: role.id, version: 1, rights: ['settings.read'] })
    expect(
      (await desk.fail(1, 'accounts.update', await change(desk, 'aigul', { disabled: true }))).code,
    ).toBe('last_administrator')
  })
})

test('windows lock after the minutes that were chosen', { timeout: 60_000 }, async () => {
  const desk = await deskWithAccounts()
  expect(await desk.ask(1, 'accounts.lockAfter')).toBe(10)
  expect(await desk.ask(1, 'accounts.saveLockAfter', { minutes: 3 })).toBe(3)
  expect(await desk.ask<Me>(1, 'accounts.me')).toMatchObject({ lockAfterMinutes: 3 })
  expect((await desk.fail(1, 'accounts.saveLockAfter', { minutes: 0 })).code).toBe('invalid_input')
  expect(logLines(desk.db).at(-1)).toBe('aigul: updated settings lockAfterMinutes')
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWritable } from '../../electron/data/connection'
import { run, sql } from '../../electron/data/sql'
import { addPerson, logLines, plainPassword } from '../support/desk'
import { parkFolder, testFolder } from '../support/park'
import { buildCli, runCli, type CliGiven } from './built-cli'

let built: Awaited<ReturnType<typeof buildCli>>
beforeAll(async () => {
  built = await buildCli()
}, 120_000)
afterAll(() => built.remove())

/** Runs a command with `--json`; answers its status and what it printed. */
async function call(folder: string, args: readonly string[], given: CliGiven = {}) {
  const { status, out, err } = await runCli(built.program, [...args, '--json', '--data', folder], given)
  return { status, err, value: JSON.parse(out || '{}') as Record<string, unknown> }
}

const admin = { PARKDESK_USER: 'aigul', PARKDESK_PASSWORD: 'nine green lorries' }

type Made = {
  readonly sealed: { readonly name: string; readonly password: string }
  readonly recoveryKey: string
}

/** A park with accounts as `init --admin` makes it. */
async function parkWithAccounts(): Promise<{ folder: string } & Made> {
  const folder = join(testFolder(), 'park')
  const args = [
    'init',
    '--name-en',
    'Steppe Gate',
    '--time-zone',
    'Asia/Almaty',
    '--admin',
    'aigul',
    '--password-stdin',
  ]
  const { status, err, value } = await call(folder, args, { input: `${admin.PARKDESK_PASSWORD}\n` })
  expect(err).toBe('')
  expect(status).toBe(0)
  return { folder, ...(value as Made) }
}

async function giveRole(folder: string, name: string, roleId: string): Promise<void> {
  const db = openWritable(folder)
  try {
    await addPerson({ db }, name, roleId)
  } finally {
    db.close()
  }
}

function log(folder: string): string[] {
  const db = openWritable(folder)
  try {
    return logLines(db)
  } finally {
    db.close()
  }
}

const errorOf = ({ status, value }: Awaited<ReturnType<typeof call>>) => [
  status,
  (value['error'] as { code: string } | undefined)?.code,
]

describe('init --admin', { timeout: 60_000 }, () => {
  test('makes two administrators and a recovery key, shown this once', async () => {
    const { folder, sealed, recoveryKey } = await parkWithAccounts()
    expect(sealed).toMatchObject({ name: 'aigul-2', password: expect.stringMatching(/^(\w{4}-){3}\w{4}$/u) })
    expect(recoveryKey).toMatch(/^(\w{5}-){6}\w{5}$/u)
    expect(existsSync(join(folder, 'backup-key'))).toBe(true)
    const { value } = await call(folder, ['accounts', 'list'], { env: admin })
    expect(value['accounts']).toMatchObject([
      { name: 'aigul', roleId: 'administrator', mustChangePassword: false },
      { name: 'aigul-2', roleId: 'administrator', mustChangePassword: true },
    ])
    const sealedUser = { PARKDESK_USER: sealed.name, PARKDESK_PASSWORD: sealed.password }
    expect(errorOf(await call(folder, ['search', 'x'], { env: sealedUser }))).toEqual([
      2,
      'password_change_needed',
    ])
  })

  test('leaves no half of a park where the password is missing or weak', async () => {
    const folder = join(testFolder(), 'park')
    const args = ['init', '--name-en', 'Steppe Gate', '--time-zone', 'Asia/Almaty', '--admin', 'aigul']
    expect(errorOf(await call(folder, args))).toEqual([2, 'usage'])
    const weak = { env: { PARKDESK_PASSWORD: 'steppe gate 1' } }
    expect(errorOf(await call(folder, args, weak))).toEqual([2, 'password_weak'])
    expect(existsSync(folder)).toBe(false)
  })
})

describe('a park with accounts', { timeout: 120_000 }, () => {
  test('does nothing for whoever does not say who they are', async () => {
    const { folder } = await parkWithAccounts()
    const before = log(folder)
    const target = join(testFolder(), 'out.csv')
    const commands = [
      ['search', 'acme'],
      ['export', 'tenants', '--out', target],
      ['report', 'monthly', '2026-10', '--format', 'json', '--out', testFolder()],
      ['import', 'tenants', target],
      ['verify'],
      ['backup', '--out', `${target}.backup`],
      ['demo', '--tenants', '1'],
      ['accounts', 'list'],
      ['restore', target],
    ]
    for (const args of commands)
      expect([args[0], ...errorOf(await call(folder, args))]).toEqual([args[0], 2, 'auth_required'])
    expect(existsSync(target)).toBe(false)
    expect(existsSync(`${target}.backup`)).toBe(false)
    expect(log(folder)).toEqual(before)
  })

  test('tells a wrong password and a name of nobody alike, and makes both wait', async () => {
    const { folder } = await parkWithAccounts()
    const wrong = (name: string) =>
      call(folder, ['search', 'x', '--user', name], { env: { PARKDESK_PASSWORD: 'not this one' } })
    for (const name of ['aigul', 'nobody here'])
      expect(errorOf(await wrong(name))).toEqual([2, 'sign_in_failed'])
    // As after a dozen more: a program takes longer to start than the first waits last.
    const db = openWritable(folder)
    run(db, sql`UPDATE sign_in_waits SET failures = 12, wait = 128000`)
    db.close()
    for (const name of ['aigul', 'nobody here'])
      expect(errorOf(await wrong(name))).toEqual([2, 'sign_in_wait'])
    expect(log(folder).filter((line) => line.includes('signInFailed'))).toHaveLength(2)
  })

  test('knows whoever calls: in the log, by the password of standard input, and by the rights of the role', async () => {
    const { folder } = await parkWithAccounts()
    const path = join(testFolder(), 'tenants.csv')
    writeFileSync(path, 'Name,Country\nAcme,China\n')
    const asAdmin = { input: 'nine green lorries\n' }
    const imported = await call(
      folder,
      ['import', 'tenants', path, '--user', 'AIGUL', '--password-stdin'],
      asAdmin,
    )
    expect(imported).toMatchObject({ status: 0, value: { created: 1 } })
    expect(log(folder).some((line) => line.startsWith('aigul: created tenants'))).toBe(true)
    expect((await call(folder, ['search', 'acme'], { env: admin })).value).toMatchObject({ total: 1 })
    const target = join(testFolder(), 'out.csv')
    await call(folder, ['export', 'tenants', '--out', target], { env: admin })
    expect(log(folder).at(-1)).toBe('aigul: exported exports tenants')
    await giveRole(folder, 'reader one', 'reader')
    const reader = { PARKDESK_USER: 'reader one', PARKDESK_PASSWORD: plainPassword }
    expect((await call(folder, ['search', 'acme'], { env: reader })).value).toMatchObject({ total: 1 })
    expect(errorOf(await call(folder, ['export', 'tenants', '--out', target], { env: reader }))).toEqual([
      2,
      'not_allowed',
    ])
    expect(log(folder).at(-1)).toBe('reader one: refused audit exports.run')
    const into = ['import', 'tenants', path]
    expect(errorOf(await call(folder, into, { env: reader }))).toEqual([2, 'not_allowed'])
  })

  test('a lost password is mended from the paper, once', async () => {
    const { folder, recoveryKey } = await parkWithAccounts()
    const args = ['recover', '--user', 'aigul', '--recovery-key-stdin', '--password-stdin']
    const wrongKey = recoveryKey.startsWith('0') ? `1${recoveryKey.slice(1)}` : `0${recoveryKey.slice(1)}`
    expect(errorOf(await call(folder, args, { input: `${wrongKey}\nfive old bridges\n` }))).toEqual([
      2,
      'recovery_key_wrong',
    ])
    expect(errorOf(await call(folder, args, { input: `${recoveryKey}\nqwerty123\n` }))).toEqual([
      2,
      'password_weak',
    ])
    const done = await call(folder, args, { input: `${recoveryKey}\nfive old bridges\n` })
    expect(done).toMatchObject({ status: 0, value: { account: 'aigul' } })
    expect(done.value['recoveryKey']).not.toBe(recoveryKey)
    expect(errorOf(await call(folder, args, { input: `${recoveryKey}\nsix old bridges\n` }))).toEqual([
      2,
      'recovery_key_wrong',
    ])
    const env = { PARKDESK_USER: 'aigul', PARKDESK_PASSWORD: 'five old bridges' }
    expect((await call(folder, ['search', 'x'], { env })).status).toBe(0)
    expect(errorOf(await call(folder, ['search', 'x'], { env: admin }))).toEqual([2, 'sign_in_failed'])
    expect(log(folder)).toContain('aigul: recovered accounts aigul')
    expect(readFileSync(join(folder, 'backup-key'), 'utf8').match(/AGE-SECRET-KEY-1/gu)).toHaveLength(2)
  })
})

test('a park without accounts asks nobody', async () => {
  const folder = parkFolder()
  expect((await call(folder, ['search', 'x'])).status).toBe(0)
  expect((await call(folder, ['accounts', 'list'])).value).toEqual({ accounts: [] })
  const given = { input: `${'0'.repeat(35)}\nsome long password\n` }
  const args = ['recover', '--user', 'aigul', '--recovery-key-stdin', '--password-stdin']
  expect(errorOf(await call(folder, args, given))).toEqual([2, 'not_allowed'])
})

import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '@shared/contract/result'
import type { SalvagePreview } from '@shared/features/storage/storage'
import { databaseFile, openWritable } from '../../../electron/data/connection'
import { createRouter } from '../../../electron/data/router'
import { newRecoveryKey, switchAccountsOn } from '../../../electron/features/accounts'
import { demo } from '../../../electron/features/storage'
import { openFolder } from '../../support/folder-bridge'
import {
  addTenant,
  commandContext,
  memoryPark,
  parkFolder,
  taskContext,
  testFolder,
  testNow,
  testWrite,
} from '../../support/park'

const jobId = '00000000-0000-4000-8000-000000000001'
const file = '00000000-0000-4000-8000-000000000002'
const pageSize = 4096
const secret = 'ООО «Секретный резидент»'

function filled(): string {
  const folder = parkFolder()
  demo({ tenants: 20, requests: 300, incidents: 20, seed: 5, anchor: testNow }, taskContext(folder))
  const db = openWritable(folder)
  addTenant(db, { name: secret })
  db.close()
  return folder
}

/** Leaves one leaf of the requests unreadable. */
function spoil(folder: string): void {
  const db = openWritable(folder)
  const root = db
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'requests'`)
    .pluck()
    .get() as number
  db.close()
  const bytes = readFileSync(databaseFile(folder))
  const at = (root - 1) * pageSize
  const leaf = bytes.readUInt32BE(at + bytes.readUInt16BE(at + 12))
  bytes.fill(0, (leaf - 1) * pageSize, leaf * pageSize)
  writeFileSync(databaseFile(folder), bytes)
}

describe('salvage', () => {
  test('of a park without accounts is for whoever is there, and work goes on in what was read', async () => {
    const folder = filled()
    spoil(folder)
    const { ask, park } = openFolder(folder, '')
    expect(await ask('storage.status')).toMatchObject({ state: 'damaged' })
    const { tables, needsAuthority } = await ask<SalvagePreview>('storage.salvagePreview', { jobId })
    expect(needsAuthority).toBe(false)
    expect(tables.find(({ name }) => name === 'requests')?.lost).toBeGreaterThan(0)
    expect(await ask('storage.salvage', { jobId })).toMatchObject({ state: 'ready', failure: null })
    addTenant(park.db)
  })

  test('of a park with accounts needs an administrator or the recovery key', async () => {
    const folder = filled()
    const recoveryKey = newRecoveryKey()
    const db = openWritable(folder)
    const person = { name: 'anna', displayName: 'Anna', password: 'long enough to be good 7' }
    const administrators = [
      person,
      { ...person, name: 'boris', displayName: 'Boris', password: 'another long enough 8' },
    ]
    await switchAccountsOn(db, folder, { administrators, recoveryKey, confirmed: true }, testWrite)
    db.close()
    spoil(folder)
    const before = readFileSync(databaseFile(folder))
    const { ask, fail } = openFolder(folder, '')
    expect(await ask('storage.salvagePreview', { jobId })).toMatchObject({ needsAuthority: true })
    const salvage = (authority: object) => ({ jobId, authority })
    expect((await fail('storage.salvage', salvage({}))).code).toBe('auth_required')
    expect((await fail('storage.salvage', salvage({ name: 'anna', password: 'wrong' }))).code).toBe(
      'sign_in_failed',
    )
    expect((await fail('storage.salvage', salvage({ recoveryKey: newRecoveryKey() }))).code).toBe(
      'recovery_key_wrong',
    )
    expect(readFileSync(databaseFile(folder))).toEqual(before)
    expect(await ask('storage.salvage', salvage({ recoveryKey }))).toMatchObject({ state: 'ready' })
  })

  test('is only for a file that is damaged', async () => {
    const { fail } = openFolder(parkFolder(), '')
    expect((await fail('storage.salvagePreview', { jobId })).code).toBe('not_allowed')
    expect((await fail('storage.salvage', { jobId })).code).toBe('not_allowed')
    const empty = parkFolder()
    truncateSync(databaseFile(empty), 0)
    expect((await openFolder(empty, '').fail('storage.salvage', { jobId })).code).toBe('not_allowed')
  })
})

describe('a support file', () => {
  test.each([
    ['open', () => undefined],
    ['damaged', spoil],
    ['no database', (folder: string) => writeFileSync(databaseFile(folder), 'a letter')],
  ])('of data that is %s tells how it stands and not a word of what is in it', async (_what, damage) => {
    const folder = filled()
    damage(folder)
    const target = join(testFolder(), 'support.json')
    await openFolder(folder, target).ask('storage.saveSupport', { file })
    const text = readFileSync(target, 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      folder: { path: folder, kind: 'local' },
      files: expect.any(Array),
    })
    for (const word of [secret, 'Секретный', 'T-1', 'TIR']) expect(text).not.toContain(word)
  })

  test('is refused where it cannot be written', async () => {
    const target = join(testFolder(), 'nowhere', 'support.json')
    expect((await openFolder(parkFolder(), target).fail('storage.saveSupport', { file })).code).toBe(
      'target_unwritable',
    )
    expect(existsSync(target)).toBe(false)
  })
})

describe('the status', () => {
  test('says when the clock is more than a day behind the change log, and not before', async () => {
    const folder = parkFolder()
    const db = openWritable(folder)
    addTenant(db)
    db.close()
    const at = async (now: number) => {
      const { ask, park } = openFolder(folder, '', { now: () => now })
      const { clockBehind } = await ask<{ clockBehind: boolean }>('storage.status')
      park.close()
      return clockBehind
    }
    expect(await at(testNow - 23 * 3_600_000)).toBe(false)
    expect(await at(testNow - 25 * 3_600_000)).toBe(true)
    expect(await at(0)).toBe(true)
  })

  test('tells what the last full check found', async () => {
    const { ask } = openFolder(parkFolder(), '')
    expect(await ask('storage.status')).toMatchObject({ fullCheck: null })
    await ask('storage.verify', { jobId })
    expect(await ask('storage.status')).toMatchObject({ fullCheck: { at: testNow, problems: [] } })
  })
})

test('whatever fails as with a damaged file has the park looked at, and nothing else has', async () => {
  const suspected: string[] = []
  const db = memoryPark()
  const failing = (code: 'database_damaged' | 'disk_error' | 'disk_full') =>
    createRouter({
      context: () =>
        commandContext(db, {
          get db(): never {
            throw new AppError(code)
          },
        }),
      writable: () => Promise.resolve(),
      log: () => undefined,
      suspect: () => void suspected.push(code),
    })
  for (const code of ['database_damaged', 'disk_error', 'disk_full'] as const) {
    expect(JSON.parse(await failing(code)('tenants.count', '{}', 1))).toMatchObject({
      ok: false,
      error: { code },
    })
  }
  expect(suspected).toEqual(['database_damaged', 'disk_error'])
})

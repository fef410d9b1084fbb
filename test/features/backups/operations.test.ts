import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { stranger } from '@shared/contract/rights'
import type { Backup, BackupStatus } from '@shared/features/backups/backups'
import { formatRecoveryKey } from '@shared/kernel/recovery-key'
import { databaseFile } from '../../../electron/data/connection'
import type { CommandContext } from '../../../electron/data/handlers'
import type { HousekeepingContext } from '../../../electron/data/housekeeping'
import { OpenPark } from '../../../electron/data/park'
import { all, sql } from '../../../electron/data/sql'
import { tasks, type TaskInput, type TaskName, type TaskOutput } from '../../../electron/data/tasks'
import type { Task } from '../../../electron/data/task'
import { newRecoveryKey, switchAccountsOn } from '../../../electron/features/accounts'
import { backupsHousekeeping } from '../../../electron/features/backups'
import {
  addTenant,
  memoryPark,
  parkFolder,
  taskContext,
  testFolder,
  testNow,
  testWrite,
} from '../../support/park'
import { bridge } from '../../support/router'
import { backupOf } from './park-backup'

const jobId = '00000000-0000-4000-8000-000000000001'
const file = '00000000-0000-4000-8000-000000000002'
const password = 'Correct horse 7 battery'

const runTask =
  (folder: string) =>
  async <N extends TaskName>(name: N, _jobId: string, input: TaskInput<N>) =>
    (await (tasks[name] as Task<unknown, unknown>)(input, taskContext(folder))) as TaskOutput<N>

/** A data folder as the data process opens it; tasks run in the test's own thread. `target` is what dialogs answer. */
function open(folder: string, target: string, session?: CommandContext['session']) {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  const changes: Partial<CommandContext> = {
    park,
    folder,
    pathOf: () => target,
    targetOf: () => target,
    runTask: runTask(folder),
  }
  const withDb = Object.defineProperty(changes, 'db', { get: () => park.db, enumerable: true })
  return { park, ...bridge(memoryPark(), withDb, session) }
}

/** A park with an administrator; answers its recovery key. */
async function parkWithAccounts(folder: string): Promise<string> {
  const recoveryKey = newRecoveryKey()
  const park = new OpenPark(folder)
  const administrators = ['anna', 'boris'].map((name) => ({ name, displayName: name, password }))
  await switchAccountsOn(park.db, folder, { administrators, recoveryKey, confirmed: true }, testWrite)
  park.close()
  return recoveryKey
}

test('a backup that is asked for is listed, saved elsewhere by choice, and entered in the log', async () => {
  const folder = parkFolder()
  const target = join(testFolder(), 'x.parkdesk')
  const { ask, fail } = open(folder, target)
  const made = await ask<Backup>('backups.make', { jobId })
  expect(made).toMatchObject({ reason: 'onDemand', rows: 0, encrypted: false })
  const status = await ask<BackupStatus>('backups.status')
  expect(status.backups).toEqual([made])
  expect(status.lastVerifiedAt).toBe(testNow)
  expect(await ask('backups.drill', { jobId })).toMatchObject({ ok: true })
  expect((await ask<BackupStatus>('backups.status')).lastDrill?.ok).toBe(true)
  const other = open(folder, testFolder())
  expect((await other.fail('backups.setElsewhere', { folder: file })).code).toBe('backup_same_device')
  expect((await fail('backups.preview', { jobId, source: { id: '../../etc/passwd' } })).code).toBe(
    'not_found',
  )
  expect((await fail('backups.bringBack', { jobId, id: '..' })).code).toBe('not_found')
})

test('the way around the accounts is closed while the park can be opened', async () => {
  const folder = parkFolder()
  const target = await backupOf(folder)
  const { ask, fail } = open(folder, target, stranger())
  expect(await ask('backups.rescueList')).toEqual([])
  for (const name of ['backups.rescuePreview', 'backups.rescue'] as const)
    expect((await fail(name, { jobId, source: { file } })).code).toBe('not_allowed')
  for (const name of ['backups.make', 'backups.restore', 'backups.status'] as const)
    expect((await fail(name, { jobId, source: { file } })).code).toBe('auth_required')
})

test(
  'where the park is damaged, only those whom the backup knows go back to it',
  { timeout: 60_000 },
  async () => {
    const folder = parkFolder()
    await parkWithAccounts(folder)
    const target = await backupOf(folder)
    truncateSync(databaseFile(folder), 5000)
    const { ask, fail, park } = open(folder, target, stranger())
    const source = { file }
    expect((await fail('backups.rescuePreview', { jobId, source })).code).toBe('auth_required')
    const wrong = { name: 'anna', password: 'wrong' }
    expect((await fail('backups.rescue', { jobId, source, authority: wrong })).code).toBe('sign_in_failed')
    const authority = { name: 'Anna', password }
    expect(await ask('backups.rescuePreview', { jobId, source, authority })).toMatchObject({
      entriesLost: null,
    })
    expect(park.state().state).toBe('damaged')
    await ask('backups.rescue', { jobId, source, authority })
    expect(park.state().state).toBe('ready')
    const entries = all<{ actor: string }>(
      park.db,
      sql`SELECT actor FROM change_log WHERE action = 'restored'`,
    )
    expect(entries).toEqual([{ actor: 'anna' }])
  },
)

test(
  'on another machine the paper opens the backup, and wrong keys cost time',
  { timeout: 60_000 },
  async () => {
    const source = parkFolder()
    const recoveryKey = await parkWithAccounts(source)
    const target = await backupOf(source)
    const folder = join(testFolder(), 'other')
    mkdirSync(folder)
    const { ask, fail, park } = open(folder, target, stranger())
    const input = { jobId, source: { file } }
    expect((await fail('backups.rescue', input)).code).toBe('backup_key_needed')
    const guess = () => ({ ...input, authority: { recoveryKey: formatRecoveryKey(randomBytes(20)) } })
    const codes: string[] = []
    for (let tries = 0; tries < 7; tries += 1) codes.push((await fail('backups.rescue', guess())).code)
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'recovery_key_wrong'))
    expect(codes.at(-1)).toBe('sign_in_wait')
    await expect
      .poll(
        () =>
          ask('backups.rescue', { ...input, authority: { recoveryKey } }).then(
            () => 'done',
            () => '',
          ),
        { timeout: 20_000, interval: 500 },
      )
      .toBe('done')
    expect(park.state().state).toBe('ready')
    // From now on this workstation opens its backups by itself.
    expect(existsSync(join(folder, 'backup-key'))).toBe(true)
  },
)

/** What housekeeping is given, with the names of the backups it entered in the log. */
function keeper(folder: string, now: () => number, busy = false) {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  const made: string[] = []
  const context: HousekeepingContext = {
    db: park.db,
    folder,
    now,
    workstation: 'desk-1',
    enter: ({ recordId }) => made.push(recordId),
    busy: () => busy,
    runTask: (name, input) => runTask(folder)(name, jobId, input),
    changed: () => undefined,
    log: () => undefined,
  }
  return { context, made, db: park.db }
}

test('one backup a day is made by itself, and one at the end where something has changed', async () => {
  const folder = parkFolder()
  let now = testNow
  const { context, made, db } = keeper(folder, () => now)
  addTenant(db)
  const { opened, hourly, closing } = backupsHousekeeping
  await opened?.(context)
  await hourly?.(context)
  expect(made).toEqual([expect.stringMatching(/-daily\.parkdesk$/)])
  await closing?.(context)
  expect(made).toHaveLength(1)
  addTenant(db)
  now += 1000
  await closing?.(context)
  expect(made.slice(1)).toEqual([expect.stringMatching(/-exit\.parkdesk$/)])
  // The day begins in the park's own zone: 19:00 UTC is midnight there.
  now = Date.UTC(2026, 10, 20, 18, 59)
  await hourly?.(context)
  expect(made).toHaveLength(2)
  now = Date.UTC(2026, 10, 20, 19, 1)
  await hourly?.(context)
  expect(made.slice(2)).toEqual([expect.stringMatching(/-daily\.parkdesk$/)])
})

test('while a job of somebody runs nothing is made and nothing is tidied away under it', async () => {
  const folder = parkFolder()
  const { context, made } = keeper(folder, () => testNow, true)
  mkdirSync(join(folder, 'scratch'))
  await backupsHousekeeping.opened?.(context)
  await backupsHousekeeping.closing?.(context)
  expect(made).toEqual([])
  expect(existsSync(join(folder, 'scratch'))).toBe(true)
})

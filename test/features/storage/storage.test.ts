import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { StorageStatus } from '@shared/features/storage/storage'
import type { CommandContext } from '../../../electron/data/handlers'
import { OpenPark } from '../../../electron/data/park'
import { tasks, type TaskInput, type TaskName, type TaskOutput } from '../../../electron/data/tasks'
import type { Task } from '../../../electron/data/task'
import { memoryPark, taskContext, testFolder, testPark } from '../../support/park'
import { bridge } from '../../support/router'

/** A data folder as the data process opens it; tasks run in the test's own thread. */
function openFolder(folder: string, target: string) {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  const changes: Partial<CommandContext> = {
    park,
    folder,
    pathOf: () => target,
    runTask: async <N extends TaskName>(name: N, _jobId: string, input: TaskInput<N>) =>
      (await (tasks[name] as Task<unknown, unknown>)(input, taskContext(folder))) as TaskOutput<N>,
  }
  const withDb = Object.defineProperty(changes, 'db', { get: () => park.db, enumerable: true })
  return bridge(memoryPark(), withDb)
}

const jobId = '00000000-0000-4000-8000-000000000001'
const file = '00000000-0000-4000-8000-000000000002'

test('an empty folder becomes a park, takes the sample, is backed up, changed and restored', async () => {
  const folder = join(testFolder(), 'park')
  const target = join(testFolder(), 'copy.parkdesk')
  const { ask, fail } = openFolder(folder, target)
  expect(await ask('storage.status')).toMatchObject({ state: 'empty', bytes: 0 })
  expect((await fail('tenants.count')).code).toBe('park_missing')
  expect(await ask('storage.createPark', testPark)).toMatchObject({ state: 'ready' })
  expect((await fail('storage.createPark', testPark)).code).toBe('park_exists')
  expect(await ask('storage.addSample', { jobId })).toEqual({ tenants: 60, requests: 900, incidents: 90 })
  expect(await ask('storage.verify', { jobId })).toEqual({ ok: true, problems: [] })
  await ask('storage.backup', { jobId, file })
  expect(existsSync(target)).toBe(true)
  expect((await ask<StorageStatus>('storage.status')).lastBackupAt).not.toBeNull()
  await ask('storage.removeSample')
  expect(await ask('requests.count')).toBe(0)
  expect(await ask('storage.restore', { jobId, file })).toMatchObject({ state: 'ready' })
  expect(await ask('requests.count')).toBe(900)
})

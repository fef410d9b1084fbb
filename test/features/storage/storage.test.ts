import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Backup } from '@shared/features/backups/backups'
import { openFolder } from '../../support/folder-bridge'
import { testFolder, testPark } from '../../support/park'

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
  expect(await ask('backups.saveTo', { jobId, file })).toMatchObject({ fileName: 'copy.parkdesk' })
  expect(existsSync(target)).toBe(true)
  const made = await ask<Backup>('backups.make', { jobId })
  expect(await ask('backups.alarms')).toMatchObject({
    lastVerifiedAt: made.createdAt,
    alarms: ['noOtherDevice'],
  })
  await ask('storage.removeSample')
  expect(await ask('requests.count')).toBe(0)
  await ask('backups.restore', { jobId, source: { file } })
  expect(await ask('requests.count')).toBe(900)
})

import { statSync } from 'node:fs'
import type { StorageStatus } from '@shared/features/storage/storage'
import { databaseFile } from '../../data/connection'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { keepEarlyPreferences, readLastBackup, writeLastBackup } from '../settings'
import { restore } from './restore'
import { removeSample, sampleSize } from './sample'

/** The sample park that "try the sample park" makes. */
const sample = { tenants: 60, requests: 900, incidents: 90, seed: 2026 }

const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function status(context: QueryContext): StorageStatus {
  const { state, failure } = context.park.state()
  const ready = state === 'ready'
  return {
    state,
    failure,
    folder: context.folder,
    bytes: bytesOf(databaseFile(context.folder)) + bytesOf(`${databaseFile(context.folder)}-wal`),
    workstation: context.workstation,
    lastBackupAt: ready ? readLastBackup(context.db) : null,
    sample: ready ? sampleSize(context.db) : null,
  }
}

function changedEverything(context: CommandContext): void {
  context.changed('tenants', 'requests', 'incidents', 'settings', 'drafts', 'imports', 'storage')
}

export const storageHandlers: Handlers<'storage'> = {
  status: (_input, context) => status(context),
  createPark: (park, context) => {
    context.park.create(park)
    keepEarlyPreferences(context)
    changedEverything(context)
    return status(context)
  },
  addSample: async ({ jobId }, context) => {
    const made = await context.runTask('storage.demo', jobId, { ...sample, anchor: context.now() })
    changedEverything(context)
    return made
  },
  removeSample: (_input, context) => {
    const gone = removeSample(context.db, writeContext(context))
    changedEverything(context)
    return gone
  },
  backup: async ({ jobId, file }, context) => {
    const made = await context.runTask('storage.backup', jobId, { target: context.pathOf(file) })
    writeLastBackup(context.db, context.now())
    context.changed('storage')
    return made
  },
  restore: ({ file }, context) => {
    const path = context.pathOf(file)
    context.park.replace(() =>
      restore(context.folder, path, context.session.actor, context.workstation, context.now()),
    )
    changedEverything(context)
    return status(context)
  },
  verify: ({ jobId }, context) => context.runTask('storage.verify', jobId, { file: null }),
}

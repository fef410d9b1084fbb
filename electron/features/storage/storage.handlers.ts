import { statSync } from 'node:fs'
import { AppError } from '@shared/contract/result'
import type { StorageStatus } from '@shared/features/storage/storage'
import { logHead } from '../../data/change-log'
import { databaseFile, parkState } from '../../data/connection'
import { folderKind } from '../../data/folder-check'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { salvageFolder } from '../../data/park-file'
import { writeContext } from '../../data/records'
import { mustBeAuthorised, rescue } from '../accounts'
import { keepEarlyPreferences, readFullCheck } from '../settings'
import { salvageInPlace } from './salvage/salvage'
import { keepResult } from './health'
import { removeSample, sampleSize } from './sample'
import { saveSupport } from './support'

/** The sample park that "try the sample park" makes. */
const sample = { tenants: 60, requests: 900, incidents: 90, seed: 2026 }

const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Where the data is and how it stands. */
export function storageStatus(context: QueryContext): StorageStatus {
  const { state, failure } = context.park.state()
  // Whoever has not signed in learns where the data is and whether it can be used, and nothing of what is in it.
  const isStranger = state === 'ready' && !context.session.rights.has('signedIn')
  const ready = state === 'ready' && !isStranger
  const file = databaseFile(context.folder)
  return {
    state,
    failure,
    folder: context.folder,
    bytes: isStranger ? 0 : bytesOf(file) + bytesOf(`${file}-wal`),
    workstation: context.workstation,
    sample: ready ? sampleSize(context.db) : null,
    ...condition(context, ready),
  }
}

const dayMs = 24 * 60 * 60 * 1000

/** How the data stands beside being open. */
function condition(context: QueryContext, ready: boolean) {
  const { park, folder, now } = context
  const { readOnly, uncleanStop } = park.condition()
  return {
    readOnly,
    uncleanStop,
    // The log's clock counts in milliseconds × 1024 and never goes back.
    clockBehind: ready && logHead(context.db).clock / 1024 > now() + dayMs,
    removable: ready && folderKind(folder).kind === 'removable',
    fullCheck: ready ? readFullCheck(context.db) : null,
  }
}

/** Salvage is for a file that is damaged, and for no other. Errors: `not_allowed`. */
function mustBeDamaged({ park }: QueryContext): void {
  if (park.state().failure?.code !== 'database_damaged')
    throw new AppError('not_allowed', { name: 'storage.salvage' })
}

function changedEverything(context: CommandContext): void {
  context.changed('tenants', 'requests', 'incidents', 'settings', 'drafts', 'imports', 'storage')
}

export const storageHandlers: Handlers<'storage'> = {
  status: (_input, context) => storageStatus(context),
  createPark: (park, context) => {
    context.park.create(park)
    keepEarlyPreferences(context)
    changedEverything(context)
    return storageStatus(context)
  },
  addSample: async ({ jobId }, context) => {
    const made = await context.runTask('storage.demo', jobId, { ...sample, anchor: context.now() })
    changedEverything(context)
    return made
  },
  reopen: ({ takeOver }, context) => {
    context.park.reopen(takeOver)
    if (context.park.state().state === 'ready') changedEverything(context)
    return storageStatus(context)
  },
  removeSample: (_input, context) => {
    const gone = removeSample(context.db, writeContext(context))
    changedEverything(context)
    return gone
  },
  salvagePreview: ({ jobId }, context) => {
    mustBeDamaged(context)
    return context.runTask('storage.salvage', jobId, {})
  },
  salvage: async ({ jobId, authority }, context) => {
    mustBeDamaged(context)
    const staged = salvageFolder(context.folder)
    if (parkState(staged) !== 'present') await context.runTask('storage.salvage', jobId, {})
    const actor = await rescue.counted(() => mustBeAuthorised(staged, authority, false))
    const write = { actor, workstation: context.workstation, now: context.now(), batchId: null }
    context.park.replace(() => salvageInPlace(context.folder, write))
    changedEverything(context)
    return storageStatus(context)
  },
  saveSupport: ({ file }, context) => {
    // In a park that is open it is for whoever looks after it; in one that is not, nobody can be asked who he is.
    const isOpen = context.park.state().state === 'ready'
    if (isOpen && !context.session.rights.has('storage.manage'))
      throw new AppError('not_allowed', { name: 'storage.saveSupport' })
    return saveSupport(context, context.targetOf(file))
  },
  verify: async ({ jobId }, context) => {
    const found = await context.runTask('storage.verify', jobId, { file: null })
    keepResult(context, found)
    return found
  },
}

import { basename, dirname, join } from 'node:path'
import { existsSync } from 'node:fs'
import { AppError } from '@shared/contract/result'
import type { BackupReason, RestorePreview } from '@shared/features/backups/backups'
import { databaseFile } from '../../data/connection'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { rescue, type Authority } from '../accounts'
import { backupFilesIn, backupsFolder } from '../../data/backup-files'
import { allBackups, backupAlarms, backupStatus } from './backup-status'
import { isElsewhere } from './elsewhere'
import { madeEntry } from './made-entry'
import { changeIndex } from '../../data/backup-index'
import { listQuarantine, quarantineFolder } from '../../data/quarantine'
import { keepTypedKey, mustBeMeant, putInPlace, type RestoreInput } from './restore'

type Source = { readonly id: string } | { readonly file: string }

/** The file behind what the window names. Errors: `not_found` for a backup that is not in the folder. */
function fileOf(source: Source, context: QueryContext): string {
  if ('file' in source) return context.pathOf(source.file)
  const own = backupsFolder(context.folder)
  const known = backupFilesIn(own).some(({ id }) => id === source.id)
  if (!known) throw new AppError('not_found', { name: 'backup' })
  return join(own, source.id)
}

type Asked = { readonly source: Source; readonly authority: Authority }

function inputOf({ source, authority }: Asked, context: QueryContext, rescue: boolean): RestoreInput {
  return { file: fileOf(source, context), authority, rescue, attachmentsFrom: context.folder }
}

const changedEverything = (context: CommandContext) =>
  context.changed(
    'tenants',
    'requests',
    'incidents',
    'settings',
    'drafts',
    'imports',
    'storage',
    'accounts',
    'audit',
    'backups',
    'attachments',
  )

const makeInput = (context: QueryContext, reason: BackupReason, target: string | null) => ({
  target,
  reason,
  workstation: context.workstation,
  now: context.now(),
})

async function make(jobId: string, reason: BackupReason, target: string | null, context: CommandContext) {
  const made = await context.runTask('backups.make', jobId, makeInput(context, reason, target))
  context.enter(madeEntry(made.file, reason, made.manifest.head, made.encrypted))
  context.changed('backups', 'storage')
  return made
}

/** Unpacks and checks in a worker; only the exchange of the files itself keeps others rescue. */
async function bringIn(
  jobId: string,
  input: RestoreInput,
  options: { readonly otherPark: boolean; readonly saveFirst: boolean },
  context: CommandContext,
) {
  const { folder } = context
  // What is there moves aside in any case; a park that is too damaged for a backup is moved all the same.
  if (options.saveFirst) await make(jobId, 'restore', null, context).catch(unlessCancelled)
  const ready = await context.runTask('backups.stage', jobId, input)
  mustBeMeant(folder, ready, options.otherPark)
  const actor = ready.vouched === '' ? context.session.actor : ready.vouched
  context.park.replace(() =>
    putInPlace(folder, ready, { actor, now: context.now(), name: basename(input.file) }),
  )
  await keepTypedKey(folder, ready, input.authority)
  changedEverything(context)
  return null
}

function unlessCancelled(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') throw error
}

/** The present data cannot say who may: only where it cannot be opened, and with tries that cost time. */
async function rescuing<T>(context: QueryContext, work: () => Promise<T>): Promise<T> {
  rescue.mustBeOpen(context.park.state())
  return rescue.counted(work)
}

/** What was moved aside by its id. Errors: `not_found`. */
function asideOf(id: string, folder: string): string {
  const known = listQuarantine(folder).some((each) => each.id === id)
  const file = join(quarantineFolder(folder), id, basename(databaseFile(folder)))
  if (!known || !existsSync(file)) throw new AppError('not_found', { name: 'quarantine' })
  return file
}

export const backupsHandlers: Handlers<'backups'> = {
  status: (_input, context) => backupStatus(context),
  alarms: (_input, context) => backupAlarms(context),
  make: async ({ jobId }, context) => {
    const { file } = await make(jobId, 'onDemand', null, context)
    const made = allBackups(context.folder).find(({ id }) => id === basename(file))
    if (!made) throw new AppError('not_found', { name: 'backup' })
    return made
  },
  saveTo: async ({ jobId, file }, context) => {
    const made = await make(jobId, 'onDemand', context.targetOf(file), context)
    return { fileName: basename(made.file), bytes: made.bytes, elsewhere: made.elsewhere }
  },
  setElsewhere: ({ folder }, context) => {
    const chosen = folder === null ? null : context.targetOf(folder)
    if (chosen !== null && !isElsewhere(context.folder, chosen))
      throw new AppError('backup_same_device', { folder: chosen })
    changeIndex(context.folder, () => ({ elsewhereFolder: chosen }))
    context.enter({
      action: 'updated',
      register: 'backups',
      recordId: 'elsewhere',
      changes: { folder: [null, chosen] },
    })
    context.changed('backups')
    return backupStatus(context)
  },
  drill: async ({ jobId }, context) => {
    const result = await context.runTask('backups.drill', jobId, { now: context.now() })
    const changes = { result: [null, result.ok ? 'ok' : result.detail] } as const
    context.enter({ action: 'checked', register: 'backups', recordId: 'drill', changes })
    context.changed('backups')
    return result
  },
  preview: ({ jobId, ...asked }, context) =>
    context.runTask('backups.preview', jobId, inputOf(asked, context, false)),
  restore: ({ jobId, otherPark, ...asked }, context) =>
    bringIn(jobId, inputOf(asked, context, false), { otherPark, saveFirst: true }, context),
  bringBack: ({ jobId, id }, context) => {
    const file = asideOf(id, context.folder)
    const input = { file, authority: {}, rescue: false, attachmentsFrom: dirname(file) }
    return bringIn(jobId, input, { otherPark: true, saveFirst: true }, context)
  },
  rescueList: (_input, context) => (rescue.isOpen(context.park.state()) ? allBackups(context.folder) : []),
  rescuePreview: ({ jobId, ...asked }, context): Promise<RestorePreview> =>
    rescuing(context, () => context.runTask('backups.preview', jobId, inputOf(asked, context, true))),
  rescue: ({ jobId, ...asked }, context) =>
    rescuing(context, () =>
      bringIn(jobId, inputOf(asked, context, true), { otherPark: true, saveFirst: false }, context),
    ),
}

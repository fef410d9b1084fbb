import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupsFolder, partialEnding, scratchFolder } from '../../data/backup-files'
import { addBackup, backupsOf, type StoredBackup } from '../../data/backup-index'
import { databaseFile, openReadable } from '../../data/connection'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { readSetting } from '../settings'
import { syncPath } from '../../platform/durable-file'
import { recipientsOf } from './facts'
import { openBackup } from './open-backup'
import { packAndCheck, partFiles } from './pack-checked'

/** Unpacks a backup, checks it, and puts the same one encrypted in its place. */
async function seal(
  backup: StoredBackup,
  recipients: readonly string[],
  context: TaskContext,
): Promise<void> {
  const { id, createdAt, reason } = backup
  const file = join(backupsFolder(context.folder), id)
  const into = join(scratchFolder(context.folder), randomBytes(8).toString('hex'))
  const partial = `${file}${partialEnding}`
  try {
    const keys = { identities: [], typed: false }
    const options = { keys, attachments: true, attachmentsFrom: context.folder }
    const { manifest } = await openBackup(file, into, options, context)
    const { parts: _parts, ...told } = { ...manifest, createdAt, reason }
    const files = partFiles(databaseFile(into), into)
    const { bytes } = await packAndCheck({ partial, files, told, recipients }, context)
    renameSync(partial, file)
    syncPath(backupsFolder(context.folder))
    addBackup(context.folder, { ...backup, bytes, encrypted: true })
  } finally {
    rmSync(into, { recursive: true, force: true })
    rmSync(partial, { force: true })
  }
}

/** The verified backups of a park that lie open although it has a key. */
export function openBackups(folder: string, parkId: string | undefined): readonly StoredBackup[] {
  return backupsOf(folder, parkId).filter(({ encrypted }) => !encrypted)
}

/**
 * Task: encrypts the backups that were made while the park had no key yet, or before a change of structure. Whoever
 * holds no account must not get at the data by going back to one of them. Answers how many there were.
 */
export async function sealBackups(_input: Record<string, never>, context: TaskContext): Promise<number> {
  const park = openReadable(context.folder)
  const recipients = recipientsOf(park)
  const parkId = readSetting<string>(park, 'parkId')
  park.close()
  if (recipients.length === 0) return 0
  const open = openBackups(context.folder, parkId)
  for (const backup of open) {
    try {
      await seal(backup, recipients, context)
    } catch (error) {
      const failure = toAppError(error)
      // One that is damaged stays as it is; it is of no use to anybody.
      if (failure.code !== 'backup_invalid') throw failure
    }
  }
  return open.length
}

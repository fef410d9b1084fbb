import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { DrillResult } from '@shared/features/backups/backups'
import type { Verification } from '@shared/features/storage/storage'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { backupsFolder, scratchFolder } from '../../data/backup-files'
import { addBackup, changeIndex, listBackups, unknownBackups } from '../../data/backup-index'
import { keysOf } from './keys'
import { openBackup, type Opened } from './open-backup'
import { rowsOf } from './facts'

/** Unpacks a backup into a folder of its own, checks everything in it, and throws the copy away. */
async function tryOut(file: string, recoveryKey: string | undefined, context: TaskContext): Promise<Opened> {
  const into = join(scratchFolder(context.folder), randomBytes(8).toString('hex'))
  const keys = keysOf(context.folder, recoveryKey)
  try {
    return await openBackup(file, into, { keys, attachments: true, attachmentsFrom: context.folder }, context)
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

/**
 * Task: goes through a restore of the newest backup on a scratch copy and keeps how it went. Errors: `not_found` where
 * there is no backup yet, `cancelled`.
 */
export async function drill({ now }: { readonly now: number }, context: TaskContext): Promise<DrillResult> {
  const [newest] = listBackups(context.folder)
  if (!newest) throw new AppError('not_found', { name: 'backup' })
  let detail = ''
  try {
    await tryOut(join(backupsFolder(context.folder), newest.id), undefined, context)
  } catch (error) {
    const { code } = toAppError(error)
    if (code === 'cancelled') throw error
    detail = code
  }
  const lastDrill = { at: now, ok: detail === '', detail }
  changeIndex(context.folder, () => ({ lastDrill }))
  return lastDrill
}

export type CheckInput = { readonly file: string; readonly recoveryKey: string | undefined }

/** Task: every check of a backup, whatever kind it is; one that is no backup at all is a finding as well. */
export async function checkBackup(input: CheckInput, context: TaskContext): Promise<Verification> {
  try {
    await tryOut(input.file, input.recoveryKey, context)
    return { ok: true, problems: [] }
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code !== 'backup_invalid') throw failure
    return { ok: false, problems: [{ kind: 'database', detail: String(failure.params['detail'] ?? '') }] }
  }
}

/** Task: lists the backups of the folder that nobody has verified yet: copied there by hand, or their list was lost. */
export async function adoptBackups(_input: Record<string, never>, context: TaskContext): Promise<number> {
  let adopted = 0
  for (const { id, createdAt, reason, bytes } of unknownBackups(context.folder)) {
    const started = performance.now()
    try {
      const file = join(backupsFolder(context.folder), id)
      const { manifest, encrypted } = await tryOut(file, undefined, context)
      const { parkId, counts, head } = manifest
      const tookMs = performance.now() - started
      addBackup(context.folder, {
        id,
        parkId,
        createdAt,
        reason,
        bytes,
        rows: rowsOf(counts),
        encrypted,
        head,
        tookMs,
      })
      adopted += 1
    } catch (error) {
      // Stays in the list as what nobody could open; it is never counted, and never deleted.
      if (toAppError(error).code === 'cancelled') throw error
    }
  }
  return adopted
}

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { backupsFolder, partialEnding } from '../../data/backup-files'
import { changeIndex, listBackups } from '../../data/backup-index'
import { syncPath } from '../../platform/durable-file'
import { rotateElsewhere } from './rotate'

/** Whether a folder is on another device than the data; a copy on the same one goes with it. */
export function isElsewhere(folder: string, other: string): boolean {
  return statSync(folder).dev !== statSync(other).dev
}

async function hashOf(file: string, check: () => void): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) {
    check()
    hash.update(piece as Uint8Array)
  }
  return hash.digest('hex')
}

/** Copies a file and reads the copy again. Errors: `disk_full`, `target_unwritable`, `backup_invalid`, `cancelled`. */
async function copyChecked(file: string, target: string, check: () => void): Promise<void> {
  const partial = `${target}${partialEnding}`
  try {
    rmSync(partial, { force: true })
    const handle = await open(partial, 'wx', 0o600)
    try {
      for await (const piece of createReadStream(file)) {
        check()
        await handle.writeFile(piece as Uint8Array)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    if ((await hashOf(partial, check)) !== (await hashOf(file, check)))
      throw new AppError('backup_invalid', { file: basename(target), detail: 'copy' })
    renameSync(partial, target)
    syncPath(dirname(target))
  } finally {
    rmSync(partial, { force: true })
  }
}

/**
 * Task: copies the newest backup into the folder on another device, unless it is there already, and lets the old copies
 * of this park go. Answers whether there is one now. Errors: `target_unwritable`, `disk_full`, …
 */
export async function copyElsewhere(
  { target, now }: { readonly target: string; readonly now: number },
  context: TaskContext,
): Promise<boolean> {
  const [newest] = listBackups(context.folder)
  if (!newest) return false
  const copy = join(target, newest.id)
  try {
    context.progress('copying', 0, null)
    const there = existsSync(copy) && statSync(copy).size === newest.bytes
    if (!there)
      await copyChecked(join(backupsFolder(context.folder), newest.id), copy, context.checkCancelled)
    rotateElsewhere(target, newest.parkId, newest.createdAt)
    if (isElsewhere(context.folder, target)) changeIndex(context.folder, () => ({ elsewhereAt: now }))
    return true
  } catch (error) {
    throw toAppError(error)
  }
}

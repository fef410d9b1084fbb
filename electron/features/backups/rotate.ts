import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasShrunk } from '@shared/features/backups/alarms'
import { kept } from '@shared/features/backups/kept'
import { backupFilesIn, backupsFolder } from '../../data/backup-files'
import { backupsOf, changeIndex } from '../../data/backup-index'

/**
 * Deletes the backups of a park whose time is over: only verified ones, and none while the newest is much smaller than
 * the one before it, which may mean that data has gone.
 */
export function rotate(folder: string, parkId: string, now: number): void {
  const own = backupsOf(folder, parkId)
  if (hasShrunk(own)) return
  const stay = kept(own, now)
  const gone = new Set(own.filter(({ id }) => !stay.has(id)).map(({ id }) => id))
  if (gone.size === 0) return
  for (const id of gone) rmSync(join(backupsFolder(folder), id), { force: true })
  changeIndex(folder, ({ backups }) => ({ backups: backups.filter(({ id }) => !gone.has(id)) }))
}

/** The same for the copies of a park on another device, which are known by their names only. */
export function rotateElsewhere(target: string, parkId: string, now: number): void {
  const own = backupFilesIn(target).filter(({ park }) => park === parkId.slice(0, 6))
  const stay = kept(own, now)
  for (const { id } of own) if (!stay.has(id)) rmSync(join(target, id), { force: true })
}

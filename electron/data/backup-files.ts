import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupReasons, type BackupReason } from '@shared/features/backups/backups'

/** Where a park keeps its own backups. */
export function backupsFolder(folder: string): string {
  return join(folder, 'backups')
}

/** Where backups are unpacked to be looked at. */
export function scratchFolder(folder: string): string {
  return join(folder, 'scratch')
}

/** Name of the file of a backup: of which park, when (UTC) and why. */
export function backupFileName(parkId: string, createdAt: number, reason: BackupReason): string {
  const time = new Date(createdAt).toISOString().replaceAll(/[-:]/g, '').replace('.', '')
  return `parkdesk-${parkId.slice(0, 6) || 'old'}-${time}-${reason}.parkdesk`
}

const pattern = /^parkdesk-([0-9a-f]{6}|old)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\w+)\.parkdesk$/

/** What the name of a backup's file says; undefined for any other name. */
export function readFileName(name: string) {
  const [, park = '', ...rest] = pattern.exec(name) ?? []
  const [year, month, day, hour, minute, second, milli] = rest.map(Number)
  const reason = backupReasons.find((known) => known === rest[7])
  if (!reason || year === undefined || month === undefined) return undefined
  const createdAt = Date.UTC(year, month - 1, day, hour, minute, second, milli)
  return { id: name, park, createdAt, reason }
}

/** The files of a folder that are called like backups, with their sizes. */
export function backupFilesIn(folder: string) {
  let names: readonly string[]
  try {
    names = readdirSync(folder)
  } catch {
    // No backup yet, or the device is not there.
    return []
  }
  return names.flatMap((each) => {
    const named = readFileName(each)
    const found = named && statSync(join(folder, each), { throwIfNoEntry: false })
    return named && found?.isFile() ? [{ ...named, bytes: found.size }] : []
  })
}

/** Files that are written under another name first end like this until they are whole, with SQLite's journal of them. */
const unfinished = /\.(?:new|partial)(?:-journal)?$/

/** Removes what a crash left: unfinished backups, unpacked ones, and what a restore had got ready. */
export function clearLeftovers(folder: string): void {
  const remove = (path: string) => rmSync(path, { recursive: true, force: true })
  remove(scratchFolder(folder))
  for (const each of namesIn(folder))
    if (each.startsWith(stagingPrefix) || unfinished.test(each)) remove(join(folder, each))
  const own = backupsFolder(folder)
  for (const each of namesIn(own)) if (unfinished.test(each)) remove(join(own, each))
}

/** Folders a backup is unpacked into before it takes the park's place begin like this. */
export const stagingPrefix = 'restoring-'
/** Backups that are not finished end like this. */
export const partialEnding = '.partial'

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

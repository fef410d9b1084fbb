import { existsSync, statSync } from 'node:fs'
import type { BackupReason } from '@shared/features/backups/backups'
import { utcToZoned } from '@shared/kernel/zone'
import { clearLeftovers } from '../../data/backup-files'
import { backupsOf, readIndex, unknownBackups, type StoredBackup } from '../../data/backup-index'
import { databaseFile } from '../../data/connection'
import type { Housekeeping, HousekeepingContext } from '../../data/housekeeping'
import { clearQuarantine } from '../../data/quarantine'
import { get, sql, type ReadableDb } from '../../data/sql'
import { readPark, readSetting } from '../settings'
import { trustedNow } from './clock'
import { recipientsOf } from './facts'
import { madeEntry } from './made-entry'
import { openBackups } from './seal'

/** Nobody waits longer than this at the end of work; what is unfinished then is tidied at the next start. */
const longestEndMs = 5000
/** A backup that took longer the last time, or a first one of so many bytes, is left to the next day. */
const usualEndMs = 3000
const usualEndBytes = 64 * 1024 * 1024

/** The verified backups of the park itself, newest first. */
function ownBackups({ folder, db }: HousekeepingContext): readonly StoredBackup[] {
  const parkId = readSetting<string>(db, 'parkId')
  return backupsOf(folder, parkId)
}

/** Whether there is a backup of today; a day begins at midnight of the park's own zone. */
function hasBackupOfToday(context: HousekeepingContext): boolean {
  const { timeZone } = readPark(context.db)
  const dayOf = (at: number) => utcToZoned(at, timeZone).date
  const [newest] = ownBackups(context)
  return newest !== undefined && dayOf(newest.createdAt) === dayOf(context.now())
}

/** Whether the log tells of anything but backups after an entry. */
function hasChangedSince(db: ReadableDb, sequence: number): boolean {
  return (
    get(db, sql`SELECT 1 FROM change_log WHERE seq > ${sequence} AND register <> 'backups' LIMIT 1`) !==
    undefined
  )
}

async function make(reason: BackupReason, context: HousekeepingContext): Promise<void> {
  const { workstation, now, enter, runTask, changed } = context
  try {
    const made = await runTask('backups.make', { target: null, reason, workstation, now: now() })
    enter(madeEntry(made.file, reason, made.manifest.head, made.encrypted))
  } finally {
    changed('backups')
  }
}

/** The device may not be there; it is looked for again an hour later. */
async function copyElsewhere({ folder, now, runTask, changed }: HousekeepingContext): Promise<void> {
  const { elsewhereFolder } = readIndex(folder)
  if (elsewhereFolder === null || !existsSync(elsewhereFolder)) return
  await runTask('backups.copyElsewhere', { target: elsewhereFolder, now: now() })
  changed('backups')
}

/** Lists what is not listed, makes the backup of the day, and copies it to the other device. */
async function look(context: HousekeepingContext): Promise<void> {
  if (context.busy()) return
  if (unknownBackups(context.folder).length > 0) {
    await context.runTask('backups.adopt', {})
    context.changed('backups')
  }
  await sealOpenOnes(context)
  if (!hasBackupOfToday(context)) await make('daily', context)
  await copyElsewhere(context)
}

/** Accounts may have been switched on since, or the structure have changed. */
async function sealOpenOnes({ folder, db, runTask, changed }: HousekeepingContext): Promise<void> {
  if (recipientsOf(db).length === 0) return
  if (openBackups(folder, readSetting<string>(db, 'parkId')).length === 0) return
  await runTask('backups.seal', {})
  changed('backups')
}

function tidy({ folder, db, now, busy }: HousekeepingContext): void {
  // What a job of somebody has just unpacked is no leftover.
  if (busy()) return
  clearLeftovers(folder)
  clearQuarantine(folder, trustedNow(db, now()))
}

/** Whether the end of work is worth a backup, and nobody has to wait long for it. */
function isWorthIt(context: HousekeepingContext): boolean {
  const [newest] = ownBackups(context)
  if (!hasChangedSince(context.db, newest?.head.sequence ?? 0)) return false
  if (newest) return newest.tookMs < usualEndMs
  return statSync(databaseFile(context.folder)).size < usualEndBytes
}

async function atEnd(context: HousekeepingContext): Promise<void> {
  if (context.busy() || !isWorthIt(context)) return
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, longestEndMs)
  })
  try {
    await Promise.race([make('exit', context), limit])
  } finally {
    clearTimeout(timer)
  }
}

/** The backups nobody asks for: daily, at the end of work, and copies of them on another device. */
export const backupsHousekeeping: Housekeeping = {
  opened: async (context) => {
    tidy(context)
    await look(context)
  },
  hourly: look,
  closing: atEnd,
}

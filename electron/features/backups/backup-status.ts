import { alarmsOf } from '@shared/features/backups/alarms'
import type { Backup, BackupStatus } from '@shared/features/backups/backups'
import type { QueryContext } from '../../data/handlers'
import { readSetting } from '../settings'
import { backupsFolder } from '../../data/backup-files'
import { recipientsOf } from './facts'
import { backupsOf, listBackups, readIndex, unknownBackups } from '../../data/backup-index'
import { listQuarantine } from '../../data/quarantine'

/** The backups of the folder, newest first: the verified ones, and files nobody could open or has opened yet. */
export function allBackups(folder: string): readonly Backup[] {
  const verified: Backup[] = listBackups(folder).map(
    ({ id, createdAt, reason, bytes, rows, encrypted, head }) => ({
      id,
      createdAt,
      reason,
      bytes,
      rows,
      encrypted,
      head,
    }),
  )
  const others: Backup[] = unknownBackups(folder).map(({ id, createdAt, reason, bytes }) => ({
    id,
    createdAt,
    reason,
    bytes,
    rows: null,
    encrypted: false,
    head: null,
  }))
  return [...verified, ...others].sort((one, other) => other.createdAt - one.createdAt)
}

/** When the last verified backup of the park was made, wherever it went; null when there is none. */
function lastBackupAt(folder: string, parkId: string | undefined): number | null {
  const own = backupsOf(folder, parkId)
  const times = [own[0]?.createdAt, readIndex(folder).elsewhereAt].filter((at) => typeof at === 'number')
  return times.length === 0 ? null : Math.max(...times)
}

/** What the status line needs. */
export function backupAlarms({ folder, db, now }: QueryContext) {
  const parkId = readSetting<string>(db, 'parkId')
  const { failedAt, elsewhereAt } = readIndex(folder)
  const backups = backupsOf(folder, parkId)
  return {
    alarms: alarmsOf({ backups, failedAt, lastElsewhereAt: elsewhereAt }, now()),
    lastVerifiedAt: lastBackupAt(folder, parkId),
    lastElsewhereAt: elsewhereAt,
  }
}

/** Everything the screen of backups shows. */
export function backupStatus(context: QueryContext): BackupStatus {
  const { folder, db } = context
  const { lastDrill, elsewhereFolder } = readIndex(folder)
  return {
    ...backupAlarms(context),
    folder: backupsFolder(folder),
    backups: allBackups(folder),
    elsewhereFolder,
    encrypted: recipientsOf(db).length > 0,
    lastDrill,
    quarantine: listQuarantine(folder),
  }
}

import type { Backup, BackupAlarm } from './backups'

const dayMs = 86_400_000

/** After so many days without a verified backup somebody is told. */
export const oldAfterDays = 3
/** After so many days without a copy on another device somebody is reminded. */
export const elsewhereAfterDays = 7
/** A backup with less than this share of the rows or bytes of the one before is worth a look. */
const shrunkBelow = 0.7

type Facts = {
  /** Verified backups of this park. */
  readonly backups: readonly Pick<Backup, 'createdAt' | 'rows' | 'bytes'>[]
  /** When the last attempt failed; null when it did not. */
  readonly failedAt: number | null
  readonly lastElsewhereAt: number | null
}

/** Whether the newest backup is much smaller than the one before it: data may have gone unnoticed. */
export function hasShrunk(backups: Facts['backups']): boolean {
  const [newest, before] = backups.toSorted((one, other) => other.createdAt - one.createdAt)
  if (!newest || !before) return false
  const fewerRows = (newest.rows ?? 0) < (before.rows ?? 0) * shrunkBelow
  // Small parks consist of empty pages; their size tells nothing.
  const matters = before.bytes > 1024 * 1024
  return fewerRows || (matters && newest.bytes < before.bytes * shrunkBelow)
}

/** What somebody should know about the backups, the gravest first. */
export function alarmsOf({ backups, failedAt, lastElsewhereAt }: Facts, now: number): BackupAlarm[] {
  const newest = backups.length === 0 ? null : Math.max(...backups.map(({ createdAt }) => createdAt))
  const alarms: BackupAlarm[] = []
  if (newest === null) alarms.push('noBackup')
  if (failedAt !== null && failedAt >= (newest ?? 0)) alarms.push('failed')
  if (newest !== null && now - newest > oldAfterDays * dayMs) alarms.push('old')
  if (hasShrunk(backups)) alarms.push('shrunk')
  if (lastElsewhereAt === null || now - lastElsewhereAt > elsewhereAfterDays * dayMs)
    alarms.push('noOtherDevice')
  return alarms
}

import { basename } from 'node:path'
import { anchorText } from '@shared/features/audit/anchor'
import type { Anchor } from '@shared/features/audit/audit'
import type { BackupReason } from '@shared/features/backups/backups'
import type { LogEntry } from '../../data/change-log'

/** The entry of the log for a backup that was made. */
export function madeEntry(file: string, reason: BackupReason, head: Anchor, encrypted: boolean): LogEntry {
  const changes = {
    reason: [null, reason],
    head: [null, anchorText(head)],
    encrypted: [null, encrypted ? 1 : 0],
  } as const
  return { action: 'made', register: 'backups', recordId: basename(file), changes }
}

import type { Anchor } from '@shared/features/audit/audit'
import type { LogEntry } from '../../data/change-log'

/**
 * The entry of a restore: which head was given up and which one came back, whole hashes. Only what such an entry gives
 * up may be missing from the log afterwards.
 */
export function restoredEntry(givenUp: Anchor, restoredTo: Anchor): LogEntry {
  const text = ({ sequence, hash }: Anchor) => `${sequence}:${hash}`
  return {
    action: 'restored',
    register: 'backups',
    recordId: 'park',
    changes: { givenUp: [text(givenUp), null], restoredTo: [null, text(restoredTo)] },
  }
}

import { parseAnchor } from '@shared/features/audit/anchor'
import type { KnownAnchor } from '@shared/features/audit/audit'
import { AppError } from '@shared/contract/result'
import type { ReadableDb } from '../../data/sql'
import { listBackups } from '../../data/backup-index'
import { readSetting } from '../settings'
import { readAnchors } from './anchors'

/**
 * Every anchor there is for the log of a data folder: one somebody typed from a report, those of the file beside the
 * database, and those of the backups of the park with this id. Errors: `invalid_input` where the typed one is none.
 */
export function knownAnchors(
  folder: string,
  typed: string | undefined,
  parkId?: string,
): readonly KnownAnchor[] {
  return [...givenAnchors(typed), ...readAnchors(folder).anchors, ...backupAnchors(folder, parkId)]
}

function backupAnchors(folder: string, parkId: string | undefined): readonly KnownAnchor[] {
  // A folder may hold backups of a park that was there before.
  if (parkId === undefined) return []
  return listBackups(folder)
    .filter((backup) => backup.parkId === parkId)
    .map(({ head, createdAt }) => ({ ...head, source: 'backup', at: createdAt }))
}

/** What tells a park from every other, as its backups name it; undefined where the file cannot be read. */
export function parkIdOf(db: ReadableDb): string | undefined {
  try {
    return readSetting<string>(db, 'parkId') ?? ''
  } catch {
    // Whatever keeps it from being read is found by the check of the file.
    return undefined
  }
}

/** The anchor somebody typed, if any. Errors: `invalid_input`. */
export function givenAnchors(typed: string | undefined): readonly KnownAnchor[] {
  if (typed === undefined || typed.trim() === '') return []
  const anchor = parseAnchor(typed)
  if (anchor === undefined)
    throw new AppError('invalid_input', {}, [{ path: 'anchor', code: 'invalid_input' }])
  return [{ ...anchor, source: 'given' }]
}

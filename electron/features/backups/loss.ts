import type { RestorePreview } from '@shared/features/backups/backups'
import { registerNames } from '@shared/kernel/registers'
import { anchorOf } from '../../data/change-log'
import { databaseFile, openReadableFile, parkState } from '../../data/connection'
import { get, list, sql, type ReadableDb } from '../../data/sql'
import { readSetting } from '../settings'
import { hasTable } from '../../data/has-table'
import { holds } from './facts'

export type Loss = Pick<RestorePreview, 'entriesLost' | 'recordsChanged' | 'lastChangeAt' | 'otherPark'>

const unknown: Loss = { entriesLost: null, recordsChanged: null, lastChangeAt: null, otherPark: false }

function hashAt(db: ReadableDb, seq: number): string {
  const entry = get<{ hash: Uint8Array }>(db, sql`SELECT hash FROM change_log WHERE seq = ${seq}`)
  return entry ? Buffer.from(entry.hash).toString('hex') : ''
}

/**
 * The newest entry two logs have in common, 0 for none. Each hash covers all before it, so logs that agree at an entry
 * agree up to it, and the place where they part can be halved in on.
 */
export function sharedUntil(one: ReadableDb, other: ReadableDb): number {
  let low = 0
  let high = Math.min(anchorOf(one).sequence, anchorOf(other).sequence)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(other, { sequence: middle, hash: hashAt(one, middle) })) low = middle
    else high = middle - 1
  }
  return low
}

/** By their numbers where both have one, by their common history otherwise. */
function isOther(live: ReadableDb, backup: ReadableDb, shared: number): boolean {
  const [own, its] = [live, backup].map((db) => readSetting<string>(db, 'parkId'))
  if (own !== undefined && its !== undefined) return own !== its
  return shared === 0 && anchorOf(live).sequence > 0 && anchorOf(backup).sequence > 0
}

function between(live: ReadableDb, backup: ReadableDb): Loss {
  if (!hasTable(live, 'change_log') || !hasTable(backup, 'change_log')) return unknown
  const shared = sharedUntil(live, backup)
  const found = get<{ records: number; newest: number | null }>(
    live,
    sql`SELECT count(DISTINCT record_id) AS records, max(at) AS newest FROM change_log
      WHERE seq > ${shared} AND register IN ${list(registerNames)}`,
  )
  return {
    entriesLost: anchorOf(live).sequence - shared,
    recordsChanged: found?.records ?? 0,
    lastChangeAt: found?.newest ?? null,
    otherPark: isOther(live, backup, shared),
  }
}

/** What going back to an unpacked backup would lose of the park of a data folder. */
export function lossOf(folder: string, backup: ReadableDb): Loss {
  if (parkState(folder) !== 'present') return unknown
  let live: ReadableDb | undefined
  try {
    live = openReadableFile(databaseFile(folder))
    return between(live, backup)
  } catch {
    // Whatever is wrong with the park: what would be lost cannot be told any more.
    return unknown
  } finally {
    live?.close()
  }
}

import type { Anchor } from '@shared/features/audit/audit'
import type { BackupManifest } from '@shared/features/backups/backups'
import { registerNames } from '@shared/kernel/registers'
import { anchorOf } from '../../data/change-log'
import { hasTable } from '../../data/has-table'
import { all, get, name, number, sql, type ReadableDb } from '../../data/sql'
import { backupRecipient } from '../accounts'
import { attachmentFiles } from '../attachments'
import { readPark, readSetting } from '../settings'

/** What tells one state of a park from another. Any structure from the first on can be asked. */
export type ParkFacts = Pick<BackupManifest, 'parkId' | 'parkName' | 'schema' | 'counts' | 'head'>

/** Tables of the park itself: not SQLite's own, nor those of the search index, which can be made anew. */
function tablesOf(db: ReadableDb): string[] {
  const tables = all<{ name: string }>(
    db,
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_search*'
      ORDER BY name`,
  )
  return tables.map((table) => table.name)
}

const beforeTheLog: Anchor = { sequence: 0, hash: '0'.repeat(64) }

function headOf(db: ReadableDb): Anchor {
  return hasTable(db, 'change_log') ? anchorOf(db) : beforeTheLog
}

function parkNameOf(db: ReadableDb): string {
  const { nameEn, nameRu, nameZh } = readPark(db)
  return nameEn ?? nameRu ?? nameZh ?? ''
}

/** Counts and head of a park as one transaction sees them. Errors: `database_damaged`. */
export function factsOf(db: ReadableDb): ParkFacts {
  const read = db.transaction(() => ({
    parkId: readSetting<string>(db, 'parkId') ?? '',
    parkName: parkNameOf(db),
    schema: db.pragma('user_version', { simple: true }) as number,
    counts: Object.fromEntries(
      tablesOf(db).map((table) => [table, number(db, sql`SELECT count(*) AS rows FROM ${name(table)}`)]),
    ),
    head: headOf(db),
  }))
  return read()
}

/** Records of all registers, those in the bin included. */
export function rowsOf(counts: ParkFacts['counts']): number {
  return registerNames.reduce((sum, register) => sum + (counts[register] ?? 0), 0)
}

/** Whether the log of a park holds this very entry; whoever has the same entry has the same history before it. */
export function holds(db: ReadableDb, { sequence, hash }: Anchor): boolean {
  if (sequence === 0) return true
  if (!hasTable(db, 'change_log')) return false
  const entry = get<{ hash: Uint8Array }>(db, sql`SELECT hash FROM change_log WHERE seq = ${sequence}`)
  return entry !== undefined && Buffer.from(entry.hash).toString('hex') === hash
}

/** What backups of a park are encrypted to; none in a park without accounts. */
export function recipientsOf(db: ReadableDb): readonly string[] {
  const recipient = backupRecipient(db)
  return recipient === null ? [] : [recipient]
}

/** The contents the records of a park refer to. */
export function attachedContents(
  db: ReadableDb,
): readonly { readonly sha256: string; readonly bytes: number }[] {
  return hasTable(db, 'attachments') ? [...attachmentFiles(db)] : []
}

import type { AuditAction } from '@shared/features/audit/audit'
import {
  appendToLog,
  changesHash,
  entryHash,
  noEntryYet,
  payloadMark,
} from '../../../electron/data/change-log'
import { all, inTransaction, run, sql, type WritableDb } from '../../../electron/data/sql'
import { testNow, testWrite } from '../../support/park'

export type RawEntry = Record<string, string | number | Uint8Array | null>

/** Adds so many entries, one a second, each about a record of its own. */
export function fillLog(db: WritableDb, count: number, action: AuditAction = 'updated'): void {
  for (let index = 0; index < count; index += 1) {
    inTransaction(db, () =>
      appendToLog(
        db,
        { action, register: 'tenants', recordId: `record-${index}`, changes: { name: [null, `n ${index}`] } },
        { ...testWrite, now: testNow + index * 1000, batchId: index % 3 === 0 ? `batch-${index}` : null },
      ),
    )
  }
}

/** Takes the guards of the log away, as somebody with the file and a database program can. */
export function disarm(db: WritableDb): void {
  db.exec('DROP TRIGGER change_log_is_final; DROP TRIGGER change_log_is_kept')
}

const columnNames = [
  'seq',
  'at',
  'clock',
  'actor',
  'workstation',
  'action',
  'register',
  'record_id',
  'batch_id',
] as const

/** Makes every hash from an entry on right again, as a careful forger does. */
export function rechain(db: WritableDb, from: number): void {
  const entries = all<RawEntry>(db, sql`SELECT * FROM change_log WHERE seq >= ${from} ORDER BY seq`)
  const before = all<RawEntry>(
    db,
    sql`SELECT hash FROM change_log WHERE seq < ${from} ORDER BY seq DESC LIMIT 1`,
  )
  let previous = (before[0]?.['hash'] as Uint8Array | undefined) ?? noEntryYet.hash
  for (const entry of entries) {
    const payload = changesHash(String(entry['changes']))
    const columns = columnNames.map((name) => entry[name] as string | number | null)
    previous = entryHash(previous, [...columns, payloadMark(payload)])
    run(
      db,
      sql`UPDATE change_log SET changes_hash = ${payload}, hash = ${previous} WHERE seq = ${Number(entry['seq'])}`,
    )
  }
}

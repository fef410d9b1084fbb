import type { SampleSize } from '@shared/features/storage/storage'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { recordTables } from '../../data/records'
import {
  all,
  inTransaction,
  list,
  prepared,
  run,
  sql,
  type ReadableDb,
  type WritableDb,
} from '../../data/sql'
import { readSample, writeSample } from '../settings'

/** How much the sample park was made of; null when there is none. Counted by its batches: every start asks for it. */
export function sampleSize(db: ReadableDb): SampleSize | null {
  const batches = readSample(db)
  if (batches === null) return null
  const made = all<{ register: RegisterName; rows: number }>(
    db,
    sql`SELECT register, sum(created) AS rows FROM import_batches WHERE id IN ${list(batches)} GROUP BY register`,
  )
  const count = (register: RegisterName) => made.find((batch) => batch.register === register)?.rows ?? 0
  return { tenants: count('tenants'), requests: count('requests'), incidents: count('incidents') }
}

type Row = { readonly seq: number; readonly id: string }

/** Rows of the sample; a tenant that something entered since names is left. */
function erasable(db: ReadableDb, register: RegisterName, batches: readonly string[]): Row[] {
  const table = { text: register, values: [] }
  const unused =
    register === 'tenants'
      ? sql`NOT EXISTS (SELECT 1 FROM requests q WHERE q.tenant_id = r.id) AND NOT EXISTS (SELECT 1 FROM incidents i WHERE i.tenant_id = r.id)`
      : sql`TRUE`
  return all<Row>(
    db,
    sql`SELECT r.seq, r.id FROM ${table} r WHERE r.batch_id IN ${list(batches)} AND ${unused}`,
  )
}

function erase(db: WritableDb, register: RegisterName, rows: readonly Row[], write: WriteContext): void {
  for (const row of rows) {
    appendToLog(db, { action: 'erased', register, recordId: row.id, changes: {} }, write)
    prepared(db, `DELETE FROM ${register}_search WHERE rowid = ?`).run(row.seq)
    if (register === 'tenants') {
      prepared(db, 'DELETE FROM tenant_keys WHERE tenant_id = ?').run(row.id)
      prepared(db, 'DELETE FROM headcounts WHERE tenant_id = ?').run(row.id)
    }
    prepared(db, `DELETE FROM ${recordTables[register].register} WHERE seq = ?`).run(row.seq)
  }
}

/** Erases the sample park for good, entries of the log excepted; answers how many rows went. */
export function removeSample(db: WritableDb, write: WriteContext): SampleSize {
  return inTransaction(db, () => {
    const batches = readSample(db) ?? []
    const gone = { tenants: 0, requests: 0, incidents: 0 }
    for (const register of [...registerNames].reverse()) {
      const rows = erasable(db, register, batches)
      erase(db, register, rows, write)
      gone[register] = rows.length
    }
    run(db, sql`UPDATE import_batches SET undone_at = ${write.now} WHERE id IN ${list(batches)}`)
    writeSample(db, null)
    return gone
  })
}

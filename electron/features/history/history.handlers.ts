import type { FieldChanges, HistoryEntry } from '@shared/features/history/history.contract'
import type { Handlers } from '../../data/handlers'
import { all, sql, type ReadableDb } from '../../data/sql'

type Row = Omit<HistoryEntry, 'changes'> & { readonly changes: string }

/** Entries of one record, newest first, before a sequence number. */
function entriesOf(db: ReadableDb, id: string, before: number, limit: number): HistoryEntry[] {
  const rows = all<Row>(
    db,
    sql`SELECT l.seq AS sequence, l.at, l.actor, l.workstation, l.action, l.register, l.record_id AS recordId,
      l.batch_id AS batchId, b.file_name AS batchFile, l.changes
      FROM change_log l LEFT JOIN import_batches b ON b.id = l.batch_id
      WHERE l.record_id = ${id} AND l.seq < ${before} ORDER BY l.seq DESC LIMIT ${limit}`,
  )
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChanges }))
}

export const historyHandlers: Handlers<'history'> = {
  ofRecord: ({ id, cursor, limit }, { db }) => {
    const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)
    const rows = entriesOf(db, id, Number.isFinite(before) ? before : 0, limit)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return { rows, next: last ? String(last.sequence) : null }
  },
}

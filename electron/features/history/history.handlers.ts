import {
  changeActions,
  type FieldChanges,
  type HistoryEntry,
} from '@shared/features/history/history.contract'
import { isHiddenChange } from '@shared/features/details/changes'
import { hiddenFields, type RegisterName } from '@shared/kernel/registers'
import type { Handlers } from '../../data/handlers'
import { isRestricted, mustSeeRecord, type Rights } from '../../data/records'
import { noteRestrictedReads } from '../audit'
import { all, list, sql, type ReadableDb } from '../../data/sql'
import { readTimeline } from './timeline'

type Row = Omit<HistoryEntry, 'changes'> & { readonly changes: string }

/** What changed one record, newest first, before a sequence number; who looked at it is for the auditor. */
function entriesOf(
  db: ReadableDb,
  register: RegisterName,
  id: string,
  before: number,
  limit: number,
): HistoryEntry[] {
  const rows = all<Row>(
    db,
    sql`SELECT l.seq AS sequence, l.at, l.actor, l.workstation, l.action, l.register, l.record_id AS recordId,
      l.batch_id AS batchId, b.file_name AS batchFile, l.changes
      FROM change_log l LEFT JOIN import_batches b ON b.id = l.batch_id
      WHERE l.record_id = ${id} AND l.register = ${register} AND l.seq < ${before} AND l.action IN ${list(changeActions)}
      ORDER BY l.seq DESC LIMIT ${limit}`,
  )
  return rows.map((row) => ({ ...row, changes: (JSON.parse(row.changes) as FieldChanges | null) ?? {} }))
}

/** What changed, without the fields somebody may not see. */
function visibleChanges(entry: HistoryEntry, rights: Rights): HistoryEntry {
  const hidden = hiddenFields(entry.register, rights)
  const changes = Object.entries(entry.changes).filter(
    ([field]) => !hidden.includes(field) && !isHiddenChange(field, rights),
  )
  return { ...entry, changes: Object.fromEntries(changes) }
}

export const historyHandlers: Handlers<'history'> = {
  ofRecord: ({ register, id, cursor, limit }, context) => {
    const { db, session } = context
    const record = mustSeeRecord(db, register, id, session.rights)
    if (isRestricted(register, record)) noteRestrictedReads(context, [id])
    const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)
    const rows = entriesOf(db, register, id, Number.isFinite(before) ? before : 0, limit)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {
      rows: rows.map((row) => visibleChanges(row, session.rights)),
      next: last ? String(last.sequence) : null,
    }
  },
  timeline: (wish, context) => readTimeline(context, wish),
}

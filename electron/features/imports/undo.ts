import { AppError } from '@shared/contract/result'
import { changeActions, type FieldChanges } from '@shared/features/history/history.contract'
import type { ImportBatch } from '@shared/features/imports/import'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { openWritable } from '../../data/connection'
import { workstationOf } from '../../data/workstation'
import { isLiveTenant, readRecord, removeRecord, updateRecord } from '../../data/records'
import { all, get, inTransaction, list, sql, type WritableDb } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { updateFollowed } from '../clocks'
import { markUndone, readBatch } from './batches.repo'

type Entry = { readonly seq: number; readonly action: string; readonly changes: string }

const stepRows = 200

/**
 * Task: takes an import back. Rows it created go to the bin, rows it changed get their old values; a row that was
 * changed since, is still needed by others or belonged to a tenant that is gone, stays as it is and is counted. Errors: `undo_impossible`.
 */
export function undo({ batchId }: { readonly batchId: string }, context: TaskContext): ImportBatch {
  const db = openWritable(context.folder)
  try {
    context.progress('writing', 0, null)
    const workstation = workstationOf(context.folder, db)
    return inTransaction(db, () => undoBatch(db, batchId, workstation, context))
  } finally {
    db.close()
  }
}

function undoBatch(db: WritableDb, batchId: string, workstation: string, context: TaskContext): ImportBatch {
  const batch = readBatch(db, batchId)
  if (batch === undefined || batch.undoneAt !== null) throw new AppError('undo_impossible')
  const write: WriteContext = {
    actor: context.actor,
    workstation,
    now: Date.now(),
    batchId,
  }
  const records = all<{ id: string }>(
    db,
    sql`SELECT record_id AS id FROM change_log WHERE batch_id = ${batchId} GROUP BY record_id ORDER BY max(seq) DESC`,
  )
  let kept = 0
  records.forEach(({ id }, done) => {
    if (done % stepRows === 0) {
      context.checkCancelled()
      context.progress('writing', done, records.length)
    }
    if (!undoRecord(db, batch.register, id, write)) kept += 1
  })
  markUndone(db, batchId, write.now, kept)
  const changes = {
    file: [null, batch.fileName],
    register: [null, batch.register],
    kept: [null, kept],
  } as const
  appendToLog(
    db,
    { action: 'undone', register: 'imports', recordId: batchId, changes },
    { ...write, batchId: null },
  )
  return { ...batch, undoneAt: write.now, keptAtUndo: kept }
}

/** Whether the row could be taken back. */
function undoRecord(db: WritableDb, register: RegisterName, id: string, write: WriteContext): boolean {
  const batchId = write.batchId ?? ''
  const entries = all<Entry>(
    db,
    sql`SELECT seq, action, changes FROM change_log WHERE record_id = ${id} AND batch_id = ${batchId} ORDER BY seq`,
  )
  const last = entries.at(-1)?.seq ?? 0
  const later = get(
    db,
    sql`SELECT 1 FROM change_log WHERE record_id = ${id} AND seq > ${last} AND action IN ${list(changeActions)} LIMIT 1`,
  )
  if (later !== undefined) return false
  if (entries[0]?.action !== 'created') {
    const old = oldValues(entries)
    if (typeof old['tenantId'] === 'string' && !isLiveTenant(db, old['tenantId'])) return false
    const request = register === 'requests' ? readRecord(db, register, id) : undefined
    if (request && request.deletedAt === null) updateFollowed(db, request, old, write, { how: 'undo' })
    else updateRecord(db, register, id, old, null, write)
    return true
  }
  return tryRemove(db, register, id, write)
}

function tryRemove(db: WritableDb, register: RegisterName, id: string, write: WriteContext): boolean {
  try {
    removeRecord(db, register, id, null, write)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'still_referenced') return false
    throw error
  }
}

/** The values before the first of an import's changes. */
function oldValues(entries: readonly Entry[]): AnyValues {
  const old: Record<string, AnyValues[string]> = {}
  for (const { changes } of entries) {
    for (const [field, [before]] of Object.entries(JSON.parse(changes) as FieldChanges)) {
      if (!(field in old)) old[field] = before
    }
  }
  return old
}

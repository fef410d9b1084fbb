import { AppError } from '@shared/contract/result'
import type { ChangeAction, FieldChanges } from '@shared/features/history/history.contract'
import type { FieldValue } from '@shared/kernel/field'
import type { AnyValues, RecordEnvelope, RegisterName } from '@shared/kernel/registers'
import { appendToLog, type WriteContext } from '../change-log'
import { addToIndex, removeFromIndex } from '../search-index'
import { get, prepared, sql, type ReadableDb, type WritableDb } from '../sql'
import { newId } from './new-id'
import { searchedTexts } from './searched-texts'
import { recordColumnLists, recordTables, type RecordTable } from './tables'
import { dropTenantKeys, writeTenantKeys } from './tenant-keys'

/** A stored row with every field of its register. `seq` is its place in the database, never shown. */
export type StoredRecord = RecordEnvelope & { readonly seq: number } & AnyValues

const insertTexts = new Map<RegisterName, string>()

function insertText(table: RecordTable): string {
  let text = insertTexts.get(table.register)
  if (text === undefined) {
    const columns = [
      'id, version, created_at, created_by, updated_at, updated_by, batch_id',
      ...table.columns,
      ...table.derivedColumns,
    ]
    const places = Array.from({ length: 7 + table.columns.length + table.derivedColumns.length }, () => '?')
    text = `INSERT INTO ${table.register} (${columns.join(', ')}) VALUES (${places.join(', ')})`
    insertTexts.set(table.register, text)
  }
  return text
}

function fieldValues(table: RecordTable, values: AnyValues): FieldValue[] {
  return table.fields.map((field) => values[field] ?? null)
}

/** The row of an id, deleted or not; undefined when there is none. */
export function readRecord(db: ReadableDb, register: RegisterName, id: string): StoredRecord | undefined {
  const table = { text: register, values: [] }
  return get<StoredRecord>(
    db,
    sql`SELECT r.seq, ${recordColumnLists[register]} FROM ${table} r WHERE r.id = ${id}`,
  )
}

function mustRead(db: ReadableDb, register: RegisterName, id: string): StoredRecord {
  const record = readRecord(db, register, id)
  if (!record) throw new AppError('not_found', { register })
  return record
}

function mustBeUnchanged(record: StoredRecord, register: RegisterName, expectedVersion: number | null): void {
  if (expectedVersion !== null && record.version !== expectedVersion) {
    throw new AppError('changed_meanwhile', { register, by: record.updatedBy, at: record.updatedAt })
  }
}

/** Stores a new row with its log entry, search words and names; answers its id. Runs inside a transaction. */
export function createRecord(
  db: WritableDb,
  register: RegisterName,
  values: AnyValues,
  write: WriteContext,
): string {
  const table = recordTables[register]
  const id = newId()
  const stored = fieldValues(table, values)
  const result = prepared(db, insertText(table)).run(
    id,
    1,
    write.now,
    write.actor,
    write.now,
    write.actor,
    write.batchId,
    ...stored,
    ...table.derive(values),
  )
  const changes: Record<string, readonly [FieldValue, FieldValue]> = {}
  table.fields.forEach((field, index) => {
    const value = stored[index] ?? null
    if (value !== null) changes[field] = [null, value]
  })
  appendToLog(db, { action: 'created', register, recordId: id, changes }, write)
  addToIndex(db, register, Number(result.lastInsertRowid), table.searchTexts(values))
  if (register === 'tenants') writeTenantKeys(db, id, values)
  return id
}

/** What a patch would change: old and new value of each field that differs. */
export function differences(record: AnyValues, patch: AnyValues): FieldChanges {
  const changes: Record<string, readonly [FieldValue, FieldValue]> = {}
  for (const [field, value] of Object.entries(patch)) {
    const old = record[field] ?? null
    if (value !== undefined && old !== value) changes[field] = [old, value]
  }
  return changes
}

const updateTexts = new Map<string, string>()

function updateText(table: RecordTable, fields: readonly string[]): string {
  const key = `${table.register}:${fields.join()}`
  let text = updateTexts.get(key)
  if (text === undefined) {
    const columns = fields.map((field) => table.columns[table.fields.indexOf(field)])
    const set = [...columns, ...table.derivedColumns].map((column) => `${column} = ?`)
    text = `UPDATE ${table.register} SET ${set.join(', ')}, version = version + 1, updated_at = ?, updated_by = ? WHERE seq = ?`
    updateTexts.set(key, text)
  }
  return text
}

/**
 * Changes the fields of a patch that differ; nothing is written when none does. `expectedVersion` null: whatever the
 * version is (imports). `more` stands in the log with the same change: why it was made, or what hangs on the row and is
 * stored already. Errors: `not_found`, `changed_meanwhile`. Runs inside a transaction.
 */
export function updateRecord(
  db: WritableDb,
  register: RegisterName,
  id: string,
  patch: AnyValues,
  expectedVersion: number | null,
  write: WriteContext,
  more: FieldChanges = {},
): { readonly changed: boolean } {
  const record = mustRead(db, register, id)
  if (record.deletedAt !== null) throw new AppError('not_found', { register })
  mustBeUnchanged(record, register, expectedVersion)
  const changes = differences(record, patch)
  const fields = Object.keys(changes)
  if (fields.length === 0 && Object.keys(more).length === 0) return { changed: false }
  const table = recordTables[register]
  const values: AnyValues = { ...record, ...patch }
  prepared(db, updateText(table, fields)).run(
    ...fields.map((field) => values[field] ?? null),
    ...table.derive(values),
    write.now,
    write.actor,
    record.seq,
  )
  appendToLog(db, { action: 'updated', register, recordId: id, changes: { ...changes, ...more } }, write)
  refreshKeys(db, register, record, values)
  return { changed: true }
}

function refreshKeys(db: WritableDb, register: RegisterName, record: StoredRecord, values: AnyValues): void {
  removeFromIndex(db, register, record.seq)
  addToIndex(db, register, record.seq, searchedTexts(db, register, record.id, values))
  if (register !== 'tenants') return
  dropTenantKeys(db, record.id)
  writeTenantKeys(db, record.id, values)
}

function setDeleted(
  db: WritableDb,
  record: StoredRecord,
  register: RegisterName,
  action: ChangeAction,
  write: WriteContext,
): void {
  const deletedAt = action === 'deleted' ? write.now : null
  prepared(
    db,
    `UPDATE ${register} SET deleted_at = ?, version = version + 1, updated_at = ?, updated_by = ? WHERE seq = ?`,
  ).run(deletedAt, write.now, write.actor, record.seq)
  appendToLog(db, { action, register, recordId: record.id, changes: {} }, write)
}

/** Puts a row into the bin. A tenant that live requests or incidents name stays. Runs inside a transaction. */
export function removeRecord(
  db: WritableDb,
  register: RegisterName,
  id: string,
  expectedVersion: number | null,
  write: WriteContext,
): void {
  const record = mustRead(db, register, id)
  if (record.deletedAt !== null) throw new AppError('not_found', { register })
  mustBeUnchanged(record, register, expectedVersion)
  if (register === 'tenants') {
    const uses = tenantUses(db, id)
    if (uses > 0) throw new AppError('still_referenced', { count: uses })
    dropTenantKeys(db, id)
  }
  setDeleted(db, record, register, 'deleted', write)
  removeFromIndex(db, register, record.seq)
}

/** Live requests and incidents that name a tenant. */
export function tenantUses(db: ReadableDb, id: string): number {
  const uses = get<{ count: number }>(
    db,
    sql`SELECT (SELECT count(*) FROM requests WHERE tenant_id = ${id} AND deleted_at IS NULL)
      + (SELECT count(*) FROM incidents WHERE tenant_id = ${id} AND deleted_at IS NULL) AS count`,
  )
  return uses?.count ?? 0
}

/** Whether a tenant is there and not in the bin. */
export function isLiveTenant(db: ReadableDb, id: string): boolean {
  return get(db, sql`SELECT 1 FROM tenants WHERE id = ${id} AND deleted_at IS NULL`) !== undefined
}

/**
 * Takes a row out of the bin again. Errors: `duplicate` where its number is used anew, `unknown_reference` while its
 * tenant is in the bin. Runs inside a transaction.
 */
export function restoreRecord(
  db: WritableDb,
  register: RegisterName,
  id: string,
  expectedVersion: number | null,
  write: WriteContext,
): void {
  const record = mustRead(db, register, id)
  if (record.deletedAt === null) throw new AppError('not_found', { register })
  mustBeUnchanged(record, register, expectedVersion)
  const tenantId = record['tenantId']
  if (typeof tenantId === 'string' && !isLiveTenant(db, tenantId)) throw new AppError('unknown_reference')
  setDeleted(db, record, register, 'restored', write)
  addToIndex(db, register, record.seq, searchedTexts(db, register, id, record))
  if (register === 'tenants') writeTenantKeys(db, id, record)
}

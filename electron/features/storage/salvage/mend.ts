import { inTransaction, all, name, run, sql, type SqlQuery, type WritableDb } from '../../../data/sql'
import { addToIndex } from '../../../data/search-index'
import { recordColumnLists, searchedTexts, type StoredRecord } from '../../../data/records'
import { writeTenantKeys } from '../../../data/records/tenant-keys'
import { checkChain } from '../../../data/check-chain'
import { registerNames, type RegisterName } from '@shared/kernel/registers'

type Reference = {
  readonly table: string
  readonly column: string
  readonly parent: string
  readonly parentColumn: string
  readonly required: number
}

/** Every reference between the tables of the structure. */
function referencesOf(db: WritableDb): Reference[] {
  return all<Reference>(
    db,
    sql`SELECT t.name AS "table", f."from" AS column, f."table" AS parent, f."to" AS parentColumn, c."notnull" OR c.pk > 0 AS required
      FROM pragma_table_list t, pragma_foreign_key_list(t.name) f, pragma_table_info(t.name) c
      WHERE t.schema = 'main' AND t.type = 'table' AND c.name = f."from"`,
  )
}

const dangling = ({ column, parent, parentColumn }: Reference): SqlQuery =>
  sql`${name(column)} IS NOT NULL AND ${name(column)} NOT IN (SELECT ${name(parentColumn)} FROM ${name(parent)})`

/**
 * Tenants that could not be read and that something else names come back as bare names: a request without its tenant would
 * be lost with it. Answers how many.
 */
function addLostTenants(db: WritableDb, references: readonly Reference[]): number {
  let added = 0
  for (const reference of references) {
    if (reference.parent !== 'tenants' || reference.table === 'tenant_keys') continue
    added += run(
      db,
      sql`INSERT INTO tenants (id, version, created_at, created_by, updated_at, updated_by, name, sort_key)
        SELECT DISTINCT ${name(reference.column)}, 1, 0, '', 0, '', '? ' || substr(${name(reference.column)}, 1, 8), '?'
        FROM ${name(reference.table)} WHERE ${dangling(reference)} AND length(${name(reference.column)}) = 36`,
    )
  }
  return added
}

/** Takes out references to what is lost, or the row where it is nothing without; answers how many rows went. */
function dropReferences(db: WritableDb, references: readonly Reference[]): number {
  let gone = 0
  for (const reference of references) {
    const table = name(reference.table)
    if (reference.required) gone += run(db, sql`DELETE FROM ${table} WHERE ${dangling(reference)}`)
    else run(db, sql`UPDATE ${table} SET ${name(reference.column)} = NULL WHERE ${dangling(reference)}`)
  }
  return gone
}

/** Makes every reference lead somewhere. Answers the tenants made up and the rows given up for it. */
export function mendReferences(db: WritableDb): { readonly tenants: number; readonly gone: number } {
  const references = referencesOf(db)
  return inTransaction(db, () => {
    const tenants = addLostTenants(db, references)
    return { tenants, gone: dropReferences(db, references) }
  })
}

/** Makes search words and names of tenants anew from the records. */
export function rebuildDerived(db: WritableDb, step: () => void): void {
  inTransaction(db, () => {
    for (const register of registerNames) rebuildRegister(db, register, step)
  })
}

function rebuildRegister(db: WritableDb, register: RegisterName, step: () => void): void {
  const rows = db.prepare(
    `SELECT r.seq, ${recordColumnLists[register].text} FROM ${register} r WHERE r.deleted_at IS NULL AND r.seq > ? ORDER BY r.seq LIMIT 1000`,
  )
  for (let last = 0; ;) {
    const page = rows.all(last) as StoredRecord[]
    if (page.length === 0) return
    for (const record of page) {
      addToIndex(db, register, record.seq, searchedTexts(db, register, record.id, record))
      if (register === 'tenants') writeTenantKeys(db, record.id, record)
      last = record.seq
    }
    step()
  }
}

/**
 * Leaves of the log only what is whole from its beginning on; what came after a lost entry stays in the file that is moved
 * aside. Answers how many entries went.
 */
export function keepWholeLog(db: WritableDb): number {
  const { firstBroken } = checkChain(db)
  if (firstBroken === null) return 0
  const trigger = all<{ sql: string }>(
    db,
    sql`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'change_log_is_kept'`,
  )
  return inTransaction(db, () => {
    // A file that is only being made has no history yet that the trigger would have to keep.
    db.exec('DROP TRIGGER change_log_is_kept')
    const gone = run(db, sql`DELETE FROM change_log WHERE seq >= ${firstBroken}`)
    for (const each of trigger) db.exec(each.sql)
    return gone
  })
}

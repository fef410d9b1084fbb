import type { Lookups } from '@shared/features/imports/judge-row'
import { normaliseIdentifier } from '@shared/kernel/identifiers'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import { compareKey } from '@shared/kernel/text'
import { readRecord, recordColumnLists, type StoredRecord } from '../../data/records'
import { all, get, sql, type ReadableDb } from '../../data/sql'

/** What a tenant is known by. `main` where the key is its name itself, not one in another language. */
type Named = { readonly id: string; readonly number: string | null; readonly main: boolean }

type TenantIndex = {
  readonly byName: ReadonlyMap<string, Named>
  readonly byNumber: ReadonlyMap<string, string>
  readonly ids: ReadonlySet<string>
}

/** Answers an import's questions about the register as it stood before the import. */
export function lookupsOf(db: ReadableDb, register: RegisterName): Lookups {
  const tenants = tenantIndex(db)
  return {
    tenantId: (text) => tenantId(tenants, text),
    storedRow: register === 'tenants' ? tenantRow(db, tenants) : referencedRow(db, register),
  }
}

function tenantIndex(db: ReadableDb): TenantIndex {
  const byName = new Map<string, Named>()
  const byNumber = new Map<string, string>()
  const rows = all<{ id: string; name: string; number: string | null }>(
    db,
    sql`SELECT id, name, registration_key AS number FROM tenants WHERE deleted_at IS NULL ORDER BY seq`,
  )
  const tenants = new Map(rows.map((row) => [row.id, row]))
  for (const { id, name, number } of rows) {
    if (number !== null && !byNumber.has(number)) byNumber.set(number, id)
    const key = compareKey(name)
    if (!byName.has(key)) byName.set(key, { id, number, main: true })
  }
  const keys = all<{ key: string; id: string }>(
    db,
    sql`SELECT k.key, k.tenant_id AS id FROM tenant_keys k JOIN tenants t ON t.id = k.tenant_id
      WHERE t.deleted_at IS NULL ORDER BY t.seq`,
  )
  for (const { key, id } of keys) {
    const number = tenants.get(id)?.number ?? null
    if (key !== number && !byName.has(key)) byName.set(key, { id, number, main: false })
  }
  return { byName, byNumber, ids: new Set(tenants.keys()) }
}

function tenantId(tenants: TenantIndex, text: string): string | undefined {
  const named = tenants.byName.get(compareKey(text))?.id ?? tenants.byNumber.get(normaliseIdentifier(text))
  return named ?? (tenants.ids.has(text) ? text : undefined)
}

/** How an export names each tenant: by what an import understands as this tenant and no other. */
export function tenantReferences(db: ReadableDb): (id: string) => string {
  const tenants = tenantIndex(db)
  const rows = all<{ id: string; name: string; number: string | null }>(
    db,
    sql`SELECT id, name, registration_no AS number FROM tenants`,
  )
  const references = new Map(
    rows.map(({ id, name, number }) => [
      id,
      [name, number].find((text) => text !== null && tenantId(tenants, text) === id) ?? id,
    ]),
  )
  return (id) => references.get(id) ?? id
}

/**
 * A tenant is found by its number, or else by a name in any language. A name in another language alone does not join
 * two tenants with different numbers: transliterated names repeat.
 */
function tenantRow(db: ReadableDb, tenants: TenantIndex): Lookups['storedRow'] {
  return (values) => {
    const number = textOf(values, 'registrationNo', normaliseIdentifier)
    const id =
      (number === null ? undefined : tenants.byNumber.get(number)) ?? byNames(tenants, values, number)
    return asStored(id === undefined ? undefined : readRecord(db, 'tenants', id))
  }
}

function byNames(tenants: TenantIndex, values: AnyValues, number: string | null): string | undefined {
  for (const field of ['name', 'nameZh', 'nameRu', 'nameEn']) {
    const key = textOf(values, field, compareKey)
    const found = key === null ? undefined : tenants.byName.get(key)
    if (found === undefined) continue
    const sameName = field === 'name' && found.main
    if (sameName || number === null || found.number === null) return found.id
  }
  return undefined
}

function textOf(values: AnyValues, field: string, key: (text: string) => string): string | null {
  const value = values[field]
  return typeof value === 'string' && key(value) !== '' ? key(value) : null
}

function referencedRow(db: ReadableDb, register: RegisterName): Lookups['storedRow'] {
  const table = { text: register, values: [] }
  return (values) => {
    const reference = textOf(values, 'reference', compareKey)
    if (reference === null) return undefined
    return asStored(
      get<StoredRecord>(
        db,
        sql`SELECT r.seq, ${recordColumnLists[register]} FROM ${table} r
          WHERE r.reference_key = ${reference} AND r.deleted_at IS NULL`,
      ),
    )
  }
}

function asStored(record: StoredRecord | undefined): ReturnType<Lookups['storedRow']> {
  return record === undefined ? undefined : { id: record.id, values: record }
}

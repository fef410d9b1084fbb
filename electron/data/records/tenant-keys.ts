import type { AnyValues } from '@shared/kernel/registers'
import { compareKey } from '@shared/kernel/text'
import { prepared, type WritableDb } from '../sql'
import { registrationKey } from './tables'

/** Everything a workbook may call a tenant by: each of its names as compared, and its number. */
export function tenantKeys(values: AnyValues): ReadonlySet<string> {
  const names = [values['name'], values['nameZh'], values['nameRu'], values['nameEn']]
  const keys = names.filter((name) => typeof name === 'string').map(compareKey)
  const number = values['registrationNo']
  const key = typeof number === 'string' ? registrationKey(number) : null
  if (key !== null) keys.push(key)
  return new Set(keys.filter((text) => text !== ''))
}

/** Enters what a tenant may be called by; must run in the transaction of its change. */
export function writeTenantKeys(db: WritableDb, id: string, values: AnyValues): void {
  const insert = prepared(db, 'INSERT INTO tenant_keys (key, tenant_id) VALUES (?, ?)')
  for (const key of tenantKeys(values)) insert.run(key, id)
}

/** Takes out what a tenant could be called by, before it is entered anew or for good. */
export function dropTenantKeys(db: WritableDb, id: string): void {
  prepared(db, 'DELETE FROM tenant_keys WHERE tenant_id = ?').run(id)
}

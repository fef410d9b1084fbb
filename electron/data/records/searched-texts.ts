import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import { all, sql, type ReadableDb } from '../sql'
import { recordTables } from './tables'

/** Every text a stored row is found by: those of its fields, and of a request those of what hangs on it. */
export function searchedTexts(
  db: ReadableDb,
  register: RegisterName,
  id: string,
  values: AnyValues,
): readonly (string | null)[] {
  const own = recordTables[register].searchTexts(values)
  if (register !== 'requests') return own
  const more = all<{ text: string }>(db, sql`SELECT text FROM request_texts WHERE request_id = ${id}`)
  return [...own, ...more.map(({ text }) => text)]
}

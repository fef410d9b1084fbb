import { number, sql, type ReadableDb } from '../../data/sql'

/** Whether no register has a record, as in a park that was just made. */
export function holdsNothing(db: ReadableDb): boolean {
  const found = sql`SELECT EXISTS (SELECT 1 FROM tenants WHERE deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM requests WHERE deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM incidents WHERE deleted_at IS NULL)`
  return number(db, found) === 0
}

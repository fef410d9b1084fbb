import type { Stage } from '@shared/features/workflow/flows'
import { all, sql, type ReadableDb } from '../../data/sql'

/** A stage that a request came to, and the one it left for it. */
export type Passage = { readonly at: number; readonly before: Stage | null; readonly after: Stage }

/** The stages a request came to, the latest first, as the change log tells it. */
export function passagesOf(db: ReadableDb, id: string): readonly Passage[] {
  return all<Passage>(
    db,
    sql`SELECT at, changes ->> '$.stage[0]' AS before, changes ->> '$.stage[1]' AS after FROM change_log
      WHERE record_id = ${id} AND register = 'requests' AND changes ->> '$.stage[1]' IS NOT NULL ORDER BY seq DESC`,
  )
}

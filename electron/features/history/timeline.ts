import { isHiddenChange } from '@shared/features/details/changes'
import { changeActions, type FieldChanges } from '@shared/features/history/history.contract'
import { timelineKinds, type TimelineEntry, type TimelineKind } from '@shared/features/history/timeline'
import { hiddenFields } from '@shared/kernel/registers'
import type { QueryContext } from '../../data/handlers'
import { mustSeeRecord, type Rights } from '../../data/records'
import { all, list, sql, type ReadableDb } from '../../data/sql'
import { commentsById } from '../comments'

type Row = Omit<TimelineEntry, 'changes' | 'comment'> & { readonly changes: string }

export type TimelineWish = {
  readonly id: string
  readonly kinds?: readonly TimelineKind[] | undefined
  readonly cursor: string | null
  readonly limit: number
}

/**
 * Entries of the change log about a request and its files, the newest first. Comments, links and papers are logged under
 * the request's own id; a file has one of its own.
 */
function entriesOf(db: ReadableDb, id: string, kinds: readonly string[], before: number, limit: number) {
  return all<Row>(
    db,
    sql`WITH entries AS (
        SELECT l.seq AS sequence, l.at, l.actor, l.workstation, l.action, l.changes, b.file_name AS batchFile,
          CASE l.register WHEN 'comments' THEN 'comment' WHEN 'links' THEN 'link' WHEN 'checklists' THEN 'checklist'
            WHEN 'attachments' THEN 'file' ELSE
            iif(l.action = 'created' OR l.changes ->> '$.status' IS NOT NULL OR l.changes ->> '$.stage' IS NOT NULL, 'step', 'change')
          END AS kind
        FROM change_log l LEFT JOIN import_batches b ON b.id = l.batch_id
        WHERE l.record_id IN (SELECT ${id} UNION ALL SELECT id FROM attachments WHERE record_id = ${id} AND register = 'requests')
          AND l.seq < ${before} AND l.action IN ${list(changeActions)}
      ) SELECT * FROM entries WHERE kind IN ${list(kinds)} ORDER BY sequence DESC LIMIT ${limit}`,
  )
}

/** Everything that happened to a request, one page. Errors: `not_found`. */
export function readTimeline(context: QueryContext, { id, kinds, cursor, limit }: TimelineWish) {
  const { db, session } = context
  mustSeeRecord(db, 'requests', id, session.rights)
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)
  const rows = entriesOf(db, id, kinds ?? timelineKinds, Number.isFinite(before) ? before : 0, limit)
  const parsed = rows.map(({ changes, ...row }) => ({ ...row, changes: visible(changes, session.rights) }))
  const ids = parsed.flatMap(({ kind, changes }) => {
    const comment = changes['comment']?.[1]
    return kind === 'comment' && typeof comment === 'string' ? [comment] : []
  })
  const comments = commentsById(db, [...new Set(ids)])
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    rows: parsed.map((row) => ({
      ...row,
      comment: comments.get(String(row.changes['comment']?.[1])) ?? null,
    })),
    next: last ? String(last.sequence) : null,
  }
}

/** What changed, without the fields somebody may not see; erased changes are none. */
function visible(text: string, rights: Rights): FieldChanges {
  const changes = (JSON.parse(text) as FieldChanges | null) ?? {}
  const hidden = hiddenFields('requests', rights)
  const seen = Object.entries(changes).filter(
    ([field]) => !hidden.includes(field) && !isHiddenChange(field, rights),
  )
  return Object.fromEntries(seen)
}

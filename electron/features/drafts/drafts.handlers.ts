import { v7 as newId } from 'uuid'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import type { RegisterName } from '@shared/kernel/registers'
import type { Handlers } from '../../data/handlers'
import { all, get, run, sql, type ReadableDb, type WritableDb } from '../../data/sql'

type Row = Omit<Draft, 'values'> & { readonly formValues: string }

const columns = sql`id, register, record_id AS recordId, form_values AS formValues, updated_at AS updatedAt`

function toDraft({ formValues, ...row }: Row): Draft {
  return { ...row, values: JSON.parse(formValues) as Draft['values'] }
}

function findDraft(db: ReadableDb, register: RegisterName, recordId: string | null): Draft | null {
  const row = get<Row>(
    db,
    sql`SELECT ${columns} FROM drafts WHERE register = ${register} AND ifnull(record_id, '') = ${recordId ?? ''}`,
  )
  return row ? toDraft(row) : null
}

function keepDraft(db: WritableDb, draft: Omit<Draft, 'id'>): Draft {
  const row = get<Row>(
    db,
    sql`INSERT INTO drafts (id, register, record_id, form_values, updated_at)
      VALUES (${newId()}, ${draft.register}, ${draft.recordId}, ${JSON.stringify(draft.values)}, ${draft.updatedAt})
      ON CONFLICT (register, ifnull(record_id, '')) DO UPDATE
      SET form_values = excluded.form_values, updated_at = excluded.updated_at RETURNING ${columns}`,
  )
  if (!row) throw new Error('draft not kept')
  return toDraft(row)
}

export const draftsHandlers: Handlers<'drafts'> = {
  list: (_input, { db }) =>
    all<Row>(db, sql`SELECT ${columns} FROM drafts ORDER BY updated_at DESC LIMIT 100`).map(toDraft),
  find: ({ register, recordId }, { db }) => findDraft(db, register, recordId),
  keep: (input, context) => {
    const draft = keepDraft(context.db, { ...input, updatedAt: context.now() })
    context.changed('drafts')
    return draft
  },
  discard: ({ register, recordId }, context) => {
    run(
      context.db,
      sql`DELETE FROM drafts WHERE register = ${register} AND ifnull(record_id, '') = ${recordId ?? ''}`,
    )
    context.changed('drafts')
    return null
  },
}

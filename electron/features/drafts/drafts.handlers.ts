import { v7 as newId } from 'uuid'
import type { Session } from '@shared/contract/rights'
import { draftForms, rightOfDraft, type Draft, type DraftForm } from '@shared/features/drafts/drafts.contract'
import type { Handlers } from '../../data/handlers'
import { all, get, list, run, sql, type WritableDb } from '../../data/sql'

type Row = Omit<Draft, 'values'> & { readonly formValues: string }

const columns = sql`id, register, record_id AS recordId, form_values AS formValues, updated_at AS updatedAt`

function toDraft({ formValues, ...row }: Row): Draft {
  return { ...row, values: JSON.parse(formValues) as Draft['values'] }
}

/** Whose drafts: those of an account, or of the only operator. */
const ownedBy = ({ accountId }: Session) => sql`ifnull(owner, '') = ${accountId ?? ''}`

/** Forms whose records somebody may read; a draft of another one is nothing they could go on with. */
const readableBy = ({ rights }: Session) =>
  list(draftForms.filter((register) => rights.has(rightOfDraft({ register }))))

type Place = { readonly register: DraftForm; readonly recordId: string | null }

const at = ({ register, recordId }: Place, session: Session) =>
  sql`${ownedBy(session)} AND register = ${register} AND ifnull(record_id, '') = ${recordId ?? ''}`

function keepDraft(db: WritableDb, draft: Omit<Draft, 'id'>, owner: string | null): Draft {
  const row = get<Row>(
    db,
    sql`INSERT INTO drafts (id, owner, register, record_id, form_values, updated_at)
      VALUES (${newId()}, ${owner}, ${draft.register}, ${draft.recordId}, ${JSON.stringify(draft.values)},
        ${draft.updatedAt})
      ON CONFLICT (ifnull(owner, ''), register, ifnull(record_id, '')) DO UPDATE
      SET form_values = excluded.form_values, updated_at = excluded.updated_at RETURNING ${columns}`,
  )
  if (!row) throw new Error('draft not kept')
  return toDraft(row)
}

export const draftsHandlers: Handlers<'drafts'> = {
  list: (_input, { db, session }) =>
    all<Row>(
      db,
      sql`SELECT ${columns} FROM drafts WHERE ${ownedBy(session)} AND register IN ${readableBy(session)}
        ORDER BY updated_at DESC LIMIT 100`,
    ).map(toDraft),
  find: (place, { db, session }) => {
    const row = get<Row>(db, sql`SELECT ${columns} FROM drafts WHERE ${at(place, session)}`)
    return row ? toDraft(row) : null
  },
  keep: (input, context) => {
    const draft = keepDraft(context.db, { ...input, updatedAt: context.now() }, context.session.accountId)
    context.changed('drafts')
    return draft
  },
  discard: (place, context) => {
    run(context.db, sql`DELETE FROM drafts WHERE ${at(place, context.session)}`)
    context.changed('drafts')
    return null
  },
}

import { v7 as newId } from 'uuid'
import { AppError } from '@shared/contract/result'
import type { Comment } from '@shared/features/comments/comment'
import { mentionsIn } from '@shared/features/comments/mentions'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { ChangeAction } from '@shared/features/history/history.contract'
import { compareKey } from '@shared/kernel/text'
import { appendToLog } from '../../data/change-log'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { mustSeeRecord, writeContext } from '../../data/records'
import { inTransaction, type ReadableDb } from '../../data/sql'
import {
  binComment,
  draftOf,
  findComment,
  insertComment,
  keepDraft,
  mentionsOf,
  namesOfAccount,
  people,
  rewriteComment,
} from './comments.repo'

function mustBeLive({ db, session }: QueryContext, requestId: string): void {
  const record = mustSeeRecord(db, 'requests', requestId, session.rights)
  if (record.deletedAt !== null) throw new AppError('not_found', { register: 'requests' })
}

/** The keys of everybody a text mentions; somebody with an account is noted by the sign-in name as well. */
function mentioned(db: ReadableDb, text: string): readonly string[] {
  const known = people(db)
  const names = known.flatMap(({ name, also }) => (also === null ? [name] : [name, also]))
  return mentionsIn(text, names)
}

type Target = { readonly id: string; readonly version: number }

/** A comment for whoever wrote it. Errors: `not_found`, `not_allowed`, `changed_meanwhile`. */
function mustBeOwn(context: CommandContext, { id, version }: Target) {
  const found = findComment(context.db, id)
  if (!found) throw new AppError('not_found', { register: 'comments' })
  mustBeLive(context, found.requestId)
  if (found.author !== context.session.actor) throw new AppError('not_allowed')
  if (found.version !== version)
    throw new AppError('changed_meanwhile', {
      register: 'comments',
      by: found.author,
      at: found.editedAt ?? found.createdAt,
    })
  return found
}

function log(
  context: CommandContext,
  action: ChangeAction,
  { id, requestId }: Comment,
  changes: FieldChanges,
): void {
  const entry = { action, register: 'comments', recordId: requestId } as const
  appendToLog(context.db, { ...entry, changes: { comment: [null, id], ...changes } }, writeContext(context))
}

function mustFind(db: ReadableDb, id: string): Comment {
  const found = findComment(db, id)
  if (!found) throw new AppError('not_found', { register: 'comments' })
  const { seq: _seq, ...comment } = found
  return comment
}

function add(context: CommandContext, requestId: string, text: string): Comment {
  const { db, session } = context
  const comment: Comment = {
    id: newId(),
    requestId,
    version: 1,
    text,
    author: session.actor,
    createdAt: context.now(),
    editedAt: null,
    deletedAt: null,
  }
  inTransaction(db, () => {
    mustBeLive(context, requestId)
    insertComment(db, comment, mentioned(db, text))
    keepDraft(db, requestId, session.actor, '')
    log(context, 'created', comment, { text: [null, text] })
  })
  context.changed('comments')
  return comment
}

function edit(context: CommandContext, target: Target, text: string): Comment {
  inTransaction(context.db, () => {
    const found = mustBeOwn(context, target)
    if (found.deletedAt !== null) throw new AppError('not_found', { register: 'comments' })
    if (found.text === text) return
    rewriteComment(context.db, found, text, context.now(), mentioned(context.db, text))
    log(context, 'updated', found, { text: [found.text, text] })
  })
  context.changed('comments')
  return mustFind(context.db, target.id)
}

function move(context: CommandContext, target: Target, action: 'deleted' | 'restored'): Comment {
  inTransaction(context.db, () => {
    const found = mustBeOwn(context, target)
    if ((found.deletedAt !== null) === (action === 'deleted'))
      throw new AppError('not_found', { register: 'comments' })
    binComment(context.db, found, action === 'deleted' ? context.now() : null)
    log(context, action, found, {})
  })
  context.changed('comments')
  return mustFind(context.db, target.id)
}

/** Comments that mention whoever asks; the only operator of a park without accounts has no name to be mentioned by. */
function mentionsOfMe({ db, session }: QueryContext, cursor: string | null, limit: number) {
  const keys = [...new Set(namesOfAccount(db, session.accountId).map(compareKey))]
  if (keys.length === 0) return { rows: [], next: null }
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)
  const found = mentionsOf(db, keys, Number.isFinite(before) ? before : 0, limit)
  const rows = found.map(({ seq: _seq, ...mention }) => mention)
  const last = found.length === limit ? found.at(-1) : undefined
  return { rows, next: last ? String(last.seq) : null }
}

export const commentsHandlers: Handlers<'comments'> = {
  add: ({ requestId, text }, context) => add(context, requestId, text),
  edit: ({ text, ...target }, context) => edit(context, target, text),
  remove: (target, context) => move(context, target, 'deleted'),
  restore: (target, context) => move(context, target, 'restored'),
  people: (_input, { db }) => people(db),
  mentions: ({ cursor, limit }, context) => mentionsOfMe(context, cursor, limit),
  draft: ({ requestId }, { db, session }) => {
    mustSeeRecord(db, 'requests', requestId, session.rights)
    return { text: draftOf(db, requestId, session.actor) }
  },
  keepDraft: ({ requestId, text }, context) => {
    inTransaction(context.db, () => {
      mustSeeRecord(context.db, 'requests', requestId, context.session.rights)
      keepDraft(context.db, requestId, context.session.actor, text)
    })
    return null
  },
}

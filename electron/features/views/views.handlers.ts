import { AppError } from '@shared/contract/result'
import { maximumViews, type SavedView } from '@shared/features/views/view'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { compareKey } from '@shared/kernel/text'
import type { RegisterName } from '@shared/kernel/registers'
import { v7 as newId } from 'uuid'
import { appendToLog } from '../../data/change-log'
import type { CommandContext, Handlers } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { deleteView, findView, insertView, updateView, viewsOf, type StoredView } from './views.repo'

type Content = Pick<SavedView, 'register' | 'name' | 'shared' | 'filter' | 'sort'>
type Stored = { readonly id: string; readonly version: number }

function shown({ owner, ...view }: StoredView, accountId: string | null): SavedView {
  return { ...view, own: owner === accountId }
}

/**
 * The stored view for somebody who changes it: their own, or one for everybody where they may write its register.
 * Errors: `not_found`, `not_allowed`, `changed_meanwhile`.
 */
function mustChange(context: CommandContext, register: RegisterName, { id, version }: Stored): StoredView {
  const { db, session } = context
  const view = findView(db, id)
  const isOwn = view?.owner === session.accountId
  if (view === undefined || view.register !== register || (!isOwn && !view.shared))
    throw new AppError('not_found', { register: 'views' })
  const right = `${register}.write` as const
  if (view.shared && !session.rights.has(right)) throw new AppError('not_allowed', { name: right })
  if (view.version !== version) throw new AppError('changed_meanwhile', { register: 'views' })
  return view
}

/** Errors: `invalid_input` for a name that is taken. */
function refuseTakenName(context: CommandContext, content: Content, stored: Stored | null): void {
  const { db, session } = context
  const others = viewsOf(db, content.register, session.accountId).filter(({ id }) => id !== stored?.id)
  if (stored === null && others.length >= maximumViews)
    throw new AppError('views_too_many', { limit: maximumViews })
  const isTaken = others.some(({ name }) => compareKey(name) === compareKey(content.name))
  if (!isTaken) return
  throw new AppError('invalid_input', {}, [
    { path: 'name', code: 'duplicate', params: { value: content.name } },
  ])
}

const loggedFields = ['name', 'shared', 'filter', 'sort'] as const

/** Old and new content of a view for the log, as text. */
function changesOf(before: Content | null, after: Content | null): FieldChanges {
  const text = (view: Content | null, field: (typeof loggedFields)[number]) => {
    const value = view?.[field] ?? null
    return value === null || typeof value === 'string' ? value : JSON.stringify(value)
  }
  const changes = loggedFields.map((field) => [field, [text(before, field), text(after, field)]] as const)
  return Object.fromEntries(changes.filter(([, [old, now]]) => old !== now))
}

function save(context: CommandContext, content: Content, stored: Stored | null): SavedView {
  const { db, session } = context
  const id = inTransaction(db, () => {
    const before = stored && mustChange(context, content.register, stored)
    refuseTakenName(context, content, stored)
    const viewId = before?.id ?? newId()
    if (before) updateView(db, viewId, content)
    else insertView(db, viewId, session.accountId, content)
    const changes = changesOf(before, content)
    const action = before ? 'updated' : 'created'
    if (Object.keys(changes).length > 0)
      appendToLog(db, { action, register: 'views', recordId: viewId, changes }, writeContext(context))
    return viewId
  })
  context.changed('views')
  const view = findView(db, id)
  if (!view) throw new AppError('not_found', { register: 'views' })
  return shown(view, session.accountId)
}

function remove(context: CommandContext, register: RegisterName, stored: Stored): null {
  inTransaction(context.db, () => {
    const view = mustChange(context, register, stored)
    deleteView(context.db, view.id)
    const changes = changesOf(view, null)
    const entry = { action: 'deleted', register: 'views', recordId: view.id, changes } as const
    appendToLog(context.db, entry, writeContext(context))
  })
  context.changed('views')
  return null
}

export const viewsHandlers: Handlers<'views'> = {
  list: ({ register }, { db, session }) =>
    viewsOf(db, register, session.accountId).map((view) => shown(view, session.accountId)),
  save: ({ stored, ...content }, context) => save(context, content, stored),
  remove: ({ register, ...stored }, context) => remove(context, register, stored),
}

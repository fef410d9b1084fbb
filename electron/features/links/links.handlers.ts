import { v7 as newId } from 'uuid'
import { AppError } from '@shared/contract/result'
import { dialogSizes, sideOf, type DialogSize, type LinkKind } from '@shared/features/links/link'
import { appendToLog } from '../../data/change-log'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { mustSeeRecord, writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { readSetting, writeSetting } from '../settings'
import { deleteLink, findCandidates, hasLink, insertLink, leadsTo, linksOf } from './links.repo'

function mustBeLive({ db, session }: QueryContext, id: string) {
  const record = mustSeeRecord(db, 'requests', id, session.rights)
  if (record.deletedAt !== null) throw new AppError('not_found', { register: 'requests' })
  return { id, reference: String(record['reference'] ?? '') }
}

type End = { readonly id: string; readonly reference: string }

/** Enters a link in the log of both requests, each as it is seen from there. */
function log(
  context: CommandContext,
  action: 'created' | 'deleted',
  kind: LinkKind,
  own: End,
  other: End,
): void {
  const write = writeContext(context)
  const enter = (at: End, seen: LinkKind, far: End) => {
    const changes = { link: [null, seen], other: [null, far.reference] } as const
    appendToLog(context.db, { action, register: 'links', recordId: at.id, changes }, write)
  }
  enter(own, kind, other)
  enter(other, sideOf(kind).other, own)
}

/** Links two requests. Errors: `not_found`, `link_exists`, `link_circle`. */
function add(context: CommandContext, requestId: string, kind: LinkKind, otherId: string): void {
  inTransaction(context.db, () => {
    const { db } = context
    const own = mustBeLive(context, requestId)
    const other = mustBeLive(context, otherId)
    const { stored, isFrom } = sideOf(kind)
    const [from, to] = isFrom ? [own, other] : [other, own]
    if (hasLink(db, stored, from.id, to.id)) throw new AppError('link_exists', { reference: other.reference })
    const closes = stored !== 'related' && leadsTo(db, stored, to.id, from.id)
    if (own.id === other.id || closes) throw new AppError('link_circle', { reference: other.reference })
    const { actor, now } = writeContext(context)
    insertLink(db, { id: newId(), kind: stored, from: from.id, to: to.id, actor, now })
    log(context, 'created', kind, own, other)
  })
  context.changed('links')
}

/** Takes a link of a request out. Errors: `not_found`. */
function remove(context: CommandContext, requestId: string, id: string): void {
  inTransaction(context.db, () => {
    const own = mustBeLive(context, requestId)
    const link = linksOf(context.db, requestId).find((each) => each.id === id)
    if (link === undefined) throw new AppError('not_found', { register: 'links' })
    deleteLink(context.db, id)
    log(context, 'deleted', link.kind, own, link.other)
  })
  context.changed('links')
}

const sizeKey = (accountId: string | null) =>
  accountId === null ? 'links.dialog' : `links.dialog.${accountId}`

export const linksHandlers: Handlers<'links'> = {
  of: ({ requestId }, { db, session }) => {
    mustSeeRecord(db, 'requests', requestId, session.rights)
    return linksOf(db, requestId)
  },
  add: ({ requestId, kind, otherId }, context) => {
    add(context, requestId, kind, otherId)
    return linksOf(context.db, requestId)
  },
  remove: ({ requestId, id }, context) => {
    remove(context, requestId, id)
    return linksOf(context.db, requestId)
  },
  candidates: ({ requestId, text, limit }, { db }) => findCandidates(db, requestId, text, limit),
  dialogSize: (_input, { db, session }) =>
    readSetting<DialogSize>(db, sizeKey(session.accountId)) ?? dialogSizes.usual,
  keepDialogSize: (size, { db, session }) => {
    inTransaction(db, () => writeSetting(db, sizeKey(session.accountId), size))
    return null
  },
}

import { AppError, type FieldProblem } from '@shared/contract/result'
import {
  isExplained,
  loggedName,
  type ChecklistItem,
  type ItemStatus,
  type Need,
} from '@shared/features/checklists/checklist'
import { ownTemplate, templatesFor, type ChecklistTemplate } from '@shared/features/checklists/template'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { AnyValues } from '@shared/kernel/registers'
import { orderProblem } from '@shared/kernel/rules'
import { appendToLog, type WriteContext } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { differences, mustSeeRecord, writeContext, type StoredRecord } from '../../data/records'
import { inTransaction, type WritableDb } from '../../data/sql'
import { findAttachment } from '../attachments'
import {
  findItem,
  insertChecklist,
  putFile,
  readChecklist,
  readTemplates,
  takeFile,
  updateItem,
} from './checklists.repo'

/** Gives a new request the papers of the template that fits it, if one does. Runs in the transaction of its creation. */
export function startOwnChecklist(db: WritableDb, id: string, values: AnyValues, write: WriteContext): void {
  const template = ownTemplate(readTemplates(db), values)
  if (template !== undefined) startChecklist(db, id, template, write)
}

function startChecklist(
  db: WritableDb,
  requestId: string,
  template: ChecklistTemplate,
  write: WriteContext,
): void {
  insertChecklist(db, requestId, template, write)
  const changes = {
    template: [null, loggedName(template.name)],
    rows: [null, template.items.length],
  } as const
  appendToLog(db, { action: 'created', register: 'checklists', recordId: requestId, changes }, write)
}

function mustBeLive({ db, session }: CommandContext, requestId: string): StoredRecord {
  const record = mustSeeRecord(db, 'requests', requestId, session.rights)
  if (record.deletedAt !== null) throw new AppError('not_found', { register: 'requests' })
  return record
}

/** Gives a request the papers of a template. Errors: `not_found`, `changed_meanwhile` where it has some already. */
export function start(context: CommandContext, requestId: string, templateId: string): void {
  inTransaction(context.db, () => {
    const record = mustBeLive(context, requestId)
    if (readChecklist(context.db, requestId) !== null)
      throw new AppError('changed_meanwhile', { register: 'checklists' })
    const template = templatesFor(readTemplates(context.db), record).find(({ id }) => id === templateId)
    if (template === undefined) throw new AppError('not_found', { register: 'checklists' })
    startChecklist(context.db, requestId, template, writeContext(context))
  })
  context.changed('checklists')
}

export type ItemWish = {
  readonly requestId: string
  readonly itemId: string
  readonly version: number
  readonly status?: ItemStatus | undefined
  readonly need?: Need | undefined
  readonly reason?: string | null | undefined
  readonly issuedOn?: unknown
  readonly validTo?: unknown
}

function mustFindItem(context: CommandContext, requestId: string, itemId: string): ChecklistItem {
  mustBeLive(context, requestId)
  const item = findItem(context.db, requestId, itemId)
  if (!item) throw new AppError('not_found', { register: 'checklists' })
  return item
}

function logItem(
  context: CommandContext,
  requestId: string,
  item: ChecklistItem,
  changes: FieldChanges,
): void {
  appendToLog(
    context.db,
    {
      action: 'updated',
      register: 'checklists',
      recordId: requestId,
      changes: { item: [null, loggedName(item.name)], ...changes },
    },
    writeContext(context),
  )
}

type ItemState = Pick<ChecklistItem, 'status' | 'need' | 'reason' | 'issuedOn' | 'validTo'>

function stateAfter(item: ChecklistItem, wish: ItemWish): ItemState {
  const status = wish.status ?? item.status
  const reason = wish.reason === undefined ? item.reason : wish.reason || null
  return {
    status,
    need: wish.need ?? item.need,
    // A reason belongs to the status it was given for.
    reason: isExplained(status) ? reason : null,
    issuedOn: wish.issuedOn === undefined ? item.issuedOn : (wish.issuedOn as string | null),
    validTo: wish.validTo === undefined ? item.validTo : (wish.validTo as string | null),
  }
}

function problemsOf(state: ItemState): FieldProblem[] {
  const order = orderProblem(state, 'issuedOn', 'validTo')
  const missing: FieldProblem[] =
    isExplained(state.status) && state.reason === null ? [{ path: 'reason', code: 'required' }] : []
  return order === undefined ? missing : [...missing, order]
}

/** As the change log names them: the status of a paper is not that of its request. */
function named({ status, need, reason, issuedOn, validTo }: ItemState): AnyValues {
  return { itemStatus: status, need, reason, issuedOn, validTo }
}

/** Changes one paper. Errors: `not_found`, `invalid_input`, `changed_meanwhile`. */
export function setItem(context: CommandContext, wish: ItemWish): void {
  inTransaction(context.db, () => {
    const item = mustFindItem(context, wish.requestId, wish.itemId)
    if (item.version !== wish.version) throw new AppError('changed_meanwhile', { register: 'checklists' })
    const state = stateAfter(item, wish)
    const problems = problemsOf(state)
    if (problems.length > 0) throw new AppError('invalid_input', {}, problems)
    const changes = differences(named(item), named(state))
    if (Object.keys(changes).length === 0) return
    updateItem(context.db, item.id, state, writeContext(context))
    logItem(context, wish.requestId, item, changes)
  })
  context.changed('checklists')
}

export type FileWish = {
  readonly requestId: string
  readonly itemId: string
  readonly attachmentId: string
}

/** Puts an attachment into a paper's slot or takes it out. Errors: `not_found`. */
export function moveFile(context: CommandContext, wish: FileWish, into: boolean): void {
  const { requestId, itemId, attachmentId } = wish
  inTransaction(context.db, () => {
    const { db } = context
    const item = mustFindItem(context, requestId, itemId)
    const name = findAttachment(db, { register: 'requests', recordId: requestId, id: attachmentId })
    if (name === undefined) throw new AppError('not_found', { register: 'attachments' })
    const has = into ? putFile(db, itemId, attachmentId) : takeFile(db, itemId, attachmentId)
    if (!has) return
    const isAwaited = into && (item.status === 'missing' || item.status === 'requested')
    const status: ItemStatus = isAwaited ? 'received' : item.status
    updateItem(db, itemId, { ...item, status }, writeContext(context))
    const file: FieldChanges = { file: into ? [null, name] : [name, null] }
    logItem(context, requestId, item, { ...file, ...differences(named(item), named({ ...item, status })) })
  })
  context.changed('checklists')
}

import { basename } from 'node:path'
import { AppError } from '@shared/contract/result'
import {
  attachmentKinds,
  previewMaximum,
  previewTypes,
  type Attachment,
} from '@shared/features/attachments/attachment'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { isRestricted, mustSeeRecord, writeContext, type StoredRecord } from '../../data/records'
import { noteRestrictedReads } from '../audit'
import {
  attachmentsOf,
  logged,
  markContent,
  moveAttachment,
  mustFindAttachment,
  shownAttachment,
  type AttachmentRef,
  type RecordRef,
  type StoredAttachment,
} from './attachments.repo'
import { promisedKind } from './take-in'

/** The record for somebody who reads what belongs to it. Errors: `not_found`. */
function readRecordOf(context: QueryContext, { register, recordId }: RecordRef): StoredRecord {
  const record = mustSeeRecord(context.db, register, recordId, context.session.rights)
  if (isRestricted(register, record)) noteRestrictedReads(context, [recordId])
  return record
}

/** The same for somebody who changes it; one in the bin stays as it is. */
function writeRecordOf({ db, session }: QueryContext, { register, recordId }: RecordRef): void {
  const record = mustSeeRecord(db, register, recordId, session.rights)
  if (record.deletedAt !== null) throw new AppError('not_found', { register })
}

function found(context: QueryContext, ref: AttachmentRef): Attachment {
  return shownAttachment(context.folder, mustFindAttachment(context.db, ref))
}

function move(context: CommandContext, ref: AttachmentRef, action: 'deleted' | 'restored'): Attachment {
  writeRecordOf(context, ref)
  moveAttachment(context.db, ref, action, writeContext(context))
  context.changed('attachments')
  return found(context, ref)
}

/** Lets `read` have the content of an attachment, and keeps in mind whether it is what was attached. */
async function reading<T>(
  context: CommandContext,
  stored: StoredAttachment,
  read: () => Promise<T>,
): Promise<T> {
  try {
    const result = await read()
    if (stored.damagedAt !== null) mark(context, stored, null)
    return result
  } catch (error) {
    if (error instanceof AppError && error.code === 'attachment_damaged' && stored.damagedAt === null)
      mark(context, stored, context.now())
    throw error
  }
}

function mark(context: CommandContext, { sha256 }: StoredAttachment, damagedAt: number | null): void {
  markContent(context.db, sha256, damagedAt)
  context.changed('attachments')
}

/** Enters in the log that a copy left the program. */
function enterCopy(context: CommandContext, stored: StoredAttachment, how: 'saved' | 'opened'): void {
  const changes = { ...logged(stored), how: [null, how] } as const
  context.enter({ action: 'exported', register: 'attachments', recordId: stored.id, changes })
}

async function open(context: CommandContext, ref: AttachmentRef, jobId: string): Promise<null> {
  readRecordOf(context, ref)
  const stored = mustFindAttachment(context.db, ref)
  const { sha256, bytes, kind } = stored
  const { name } = shownAttachment(context.folder, stored)
  if (!attachmentKinds[kind].opens) throw new AppError('attachment_no_program', { file: name })
  const path = await reading(context, stored, () =>
    context.runTask('attachments.show', jobId, { sha256, bytes, kind, name }),
  )
  enterCopy(context, stored, 'opened')
  if (!(await context.openOutside(path))) throw new AppError('attachment_no_program', { file: name })
  return null
}

async function preview(context: CommandContext, ref: AttachmentRef, jobId: string) {
  readRecordOf(context, ref)
  const stored = mustFindAttachment(context.db, ref)
  const { sha256, bytes, kind } = stored
  const { name } = shownAttachment(context.folder, stored)
  if (previewTypes[kind] === undefined) throw new AppError('attachment_no_program', { file: name })
  if (bytes > previewMaximum)
    throw new AppError('attachment_too_large', { file: name, limitMb: previewMaximum / 1024 ** 2 })
  const content = await reading(context, stored, () =>
    context.runTask('attachments.read', jobId, { sha256, bytes, name }),
  )
  return { content }
}

export const attachmentsHandlers: Handlers<'attachments'> = {
  list: (ref, context) => {
    readRecordOf(context, ref)
    return attachmentsOf(context.db, ref).map((stored) => shownAttachment(context.folder, stored))
  },
  add: async ({ register, recordId, jobId, file }, context) => {
    const ref = { register, recordId }
    writeRecordOf(context, ref)
    const path = context.pathOf(file)
    // Refused at once, without a thread of its own and without waiting for an import that is writing.
    promisedKind(basename(path))
    const { id } = await context.runTask('attachments.add', jobId, {
      ...ref,
      path,
      workstation: context.workstation,
    })
    context.changed('attachments')
    return found(context, { ...ref, id })
  },
  remove: (ref, context) => move(context, ref, 'deleted'),
  restore: (ref, context) => move(context, ref, 'restored'),
  save: async ({ jobId, file, ...ref }, context) => {
    readRecordOf(context, ref)
    const stored = mustFindAttachment(context.db, ref)
    const { sha256, bytes } = stored
    const { name } = shownAttachment(context.folder, stored)
    const saved = await reading(context, stored, () =>
      context.runTask('attachments.save', jobId, { sha256, bytes, name, path: context.targetOf(file) }),
    )
    enterCopy(context, stored, 'saved')
    return saved
  },
  preview: ({ jobId, ...ref }, context) => preview(context, ref, jobId),
  open: ({ jobId, ...ref }, context) => open(context, ref, jobId),
}

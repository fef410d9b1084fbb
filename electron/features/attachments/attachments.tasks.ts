import { randomBytes } from 'node:crypto'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { AppError } from '@shared/contract/result'
import { attachmentKinds, type AttachmentKind } from '@shared/features/attachments/attachment'
import type { WriteContext } from '../../data/change-log'
import { mustNotBePark, openWritable } from '../../data/connection'
import { readRecord } from '../../data/records'
import { inTransaction, type WritableDb } from '../../data/sql'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { openedFolder } from '../../platform/opened-folder'
import { replaceFile } from '../../platform/replace-file'
import { insertAttachment, mustHaveRoom, type RecordRef } from './attachments.repo'
import { collect } from './collect'
import { attachmentsFolder, copyStored, readStored, type Content } from './stored-file'
import { takeIn } from './take-in'

/** `workstation` as the change log names it. */
export type AddInput = RecordRef & { readonly path: string; readonly workstation: string }

/** Nothing is attached to a record that is in the bin. */
function mustBeLive(db: WritableDb, { register, recordId }: RecordRef): void {
  const record = readRecord(db, register, recordId)
  if (!record || record.deletedAt !== null) throw new AppError('not_found', { register })
}

/**
 * Task: attaches a file to a record; answers the attachment's id. The file is on the disk before its row is written, and
 * the row comes with its log entry. Errors: those of `takeIn` and `insertAttachment`, `not_found`, `cancelled`.
 */
export async function add(input: AddInput, context: TaskContext): Promise<{ readonly id: string }> {
  const db = openWritable(context.folder)
  try {
    mustBeLive(db, input)
    mustHaveRoom(db, input, 0)
    const taken = await takeIn(input.path, context)
    context.progress('writing', 0, null)
    const write: WriteContext = {
      actor: context.actor,
      workstation: input.workstation,
      now: Date.now(),
      batchId: null,
    }
    const id = inTransaction(db, () => {
      mustBeLive(db, input)
      const { register, recordId } = input
      return insertAttachment(db, { register, recordId, ...taken }, write)
    })
    return { id }
  } finally {
    db.close()
  }
}

export type SaveInput = Content & { readonly name: string; readonly path: string }

/** Task: writes a copy of an attachment where the user wants it, whole or not at all. Errors: those of `copyStored`. */
export async function save(
  { path, ...content }: SaveInput,
  { folder, progress, checkCancelled }: TaskContext,
): Promise<{ readonly fileName: string }> {
  mustNotBePark(folder, path)
  if (path.startsWith(attachmentsFolder(folder) + sep))
    throw new AppError('target_unwritable', { file: basename(path) })
  await replaceFile(path, (temporary) =>
    copyStored(folder, content, temporary, (done) => {
      checkCancelled()
      progress('copying', done, content.bytes)
    }),
  )
  return { fileName: basename(path) }
}

export type ShowInput = Content & { readonly name: string; readonly kind: AttachmentKind }

/**
 * Task: puts a copy for another program into a folder of its own, read-only and under a name of Parkdesk's choice;
 * answers its path. Errors: those of `copyStored`.
 */
export async function show(
  { kind, ...content }: ShowInput,
  { folder, progress, checkCancelled }: TaskContext,
): Promise<string> {
  const token = randomBytes(8).toString('hex')
  const path = join(
    openedFolder(folder),
    token,
    `attachment-${token.slice(0, 6)}.${attachmentKinds[kind].extensions[0]}`,
  )
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await copyStored(folder, content, path, (done) => {
      checkCancelled()
      progress('copying', done, content.bytes)
    })
    await markAsForeign(path)
    await chmod(path, 0o400)
    return path
  } catch (error) {
    await rm(dirname(path), { recursive: true, force: true })
    throw toAppError(error)
  }
}

export type ReadInput = Content & { readonly name: string }

/** Task: the content of an attachment in Base64, once it is known to be what was attached. Errors: `attachment_missing`, `attachment_damaged`. */
export async function read(content: ReadInput, { folder, checkCancelled }: TaskContext): Promise<string> {
  const bytes = await readStored(folder, content)
  checkCancelled()
  return bytes.toString('base64')
}

/** Says to Windows that the file came from outside, so that Office opens it in its protected view. */
async function markAsForeign(path: string): Promise<void> {
  if (process.platform === 'win32')
    await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n')
}

export const attachmentsTasks = {
  'attachments.add': add,
  'attachments.save': save,
  'attachments.show': show,
  'attachments.read': read,
  'attachments.collect': collect,
}

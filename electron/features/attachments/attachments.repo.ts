import { AppError } from '@shared/contract/result'
import {
  attachmentQuota,
  attachmentsOfRecord,
  type Attachment,
  type AttachmentKind,
  type AttachmentState,
} from '@shared/features/attachments/attachment'
import { safeFileName } from '@shared/features/attachments/file-name'
import type { RegisterName } from '@shared/kernel/registers'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { v7 as newId } from 'uuid'
import {
  all,
  get,
  inTransaction,
  iterate,
  number,
  run,
  runOne,
  sql,
  type ReadableDb,
  type WritableDb,
} from '../../data/sql'
import { glance, type Content } from './stored-file'

export type RecordRef = { readonly register: RegisterName; readonly recordId: string }
export type AttachmentRef = RecordRef & { readonly id: string }

export type StoredAttachment = Content & Omit<Attachment, 'state'> & { readonly damagedAt: number | null }

const columns = sql`id, register, record_id AS recordId, sha256, bytes, name, kind, created_at AS createdAt,
  created_by AS createdBy, deleted_at AS deletedAt, damaged_at AS damagedAt`

/** The attachments of a record in the order in which they came, the ones in the bin included. */
export function attachmentsOf(db: ReadableDb, { register, recordId }: RecordRef): StoredAttachment[] {
  return all<StoredAttachment>(
    db,
    sql`SELECT ${columns} FROM attachments WHERE record_id = ${recordId} AND register = ${register} ORDER BY seq`,
  )
}

/** One attachment of a record. Errors: `not_found`. */
export function mustFindAttachment(
  db: ReadableDb,
  { register, recordId, id }: AttachmentRef,
): StoredAttachment {
  const found = get<StoredAttachment>(
    db,
    sql`SELECT ${columns} FROM attachments WHERE id = ${id} AND record_id = ${recordId} AND register = ${register}`,
  )
  if (!found) throw new AppError('not_found', { register: 'attachments' })
  return found
}

/** The name of a live attachment of a record; undefined when there is none. */
export function findAttachment(
  db: ReadableDb,
  { register, recordId, id }: AttachmentRef,
): string | undefined {
  const found = get<{ name: string }>(
    db,
    sql`SELECT name FROM attachments WHERE id = ${id} AND record_id = ${recordId} AND register = ${register} AND deleted_at IS NULL`,
  )
  return found && safeFileName(found.name)
}

/** An attachment as the window shows it. What was found damaged stays marked until it is read whole again. */
export function shownAttachment(folder: string, stored: StoredAttachment): Attachment {
  const { sha256: _sha256, damagedAt, ...rest } = stored
  const seen = glance(folder, stored)
  const state: AttachmentState = seen === 'sound' && damagedAt !== null ? 'damaged' : seen
  return { ...rest, name: safeFileName(stored.name), state }
}

export type NewAttachment = RecordRef & Content & { readonly name: string; readonly kind: AttachmentKind }

/** Refuses a file there is no room for. Errors: `attachments_too_many`, `attachments_full`. */
export function mustHaveRoom(db: ReadableDb, { register, recordId }: RecordRef, bytes: number): void {
  const files = number(
    db,
    sql`SELECT count(*) AS files FROM attachments WHERE record_id = ${recordId} AND register = ${register}`,
  )
  if (files >= attachmentsOfRecord) throw new AppError('attachments_too_many', { limit: attachmentsOfRecord })
  const used = number(
    db,
    sql`SELECT ifnull(sum(bytes), 0) AS bytes FROM (SELECT DISTINCT sha256, bytes FROM attachments)`,
  )
  if (used + bytes > attachmentQuota)
    throw new AppError('attachments_full', { limitGb: attachmentQuota / 1024 ** 3 })
}

/**
 * Writes the row of a file that is on the disk, with its log entry; answers its id. Runs inside a transaction. Errors:
 * `attachment_exists` when the record has the same content already, and those of `mustHaveRoom`.
 */
export function insertAttachment(db: WritableDb, added: NewAttachment, write: WriteContext): string {
  const { register, recordId, sha256, bytes, name, kind } = added
  const same = get<{ name: string }>(
    db,
    sql`SELECT name FROM attachments WHERE record_id = ${recordId} AND register = ${register}
      AND sha256 = ${sha256} AND deleted_at IS NULL`,
  )
  if (same)
    throw new AppError('attachment_exists', { file: safeFileName(name), name: safeFileName(same.name) })
  mustHaveRoom(db, added, bytes)
  const id = newId()
  run(
    db,
    sql`INSERT INTO attachments (id, register, record_id, sha256, bytes, name, kind, created_at, created_by)
      VALUES (${id}, ${register}, ${recordId}, ${sha256}, ${bytes}, ${name}, ${kind}, ${write.now}, ${write.actor})`,
  )
  // Whoever attaches the content anew has mended it wherever it was damaged.
  run(db, sql`UPDATE attachments SET damaged_at = NULL WHERE sha256 = ${sha256} AND damaged_at IS NOT NULL`)
  const changes = {
    record: [null, `${register}/${recordId}`],
    name: [null, safeFileName(name)],
    bytes: [null, bytes],
    sha256: [null, sha256],
  } as const
  appendToLog(db, { action: 'created', register: 'attachments', recordId: id, changes }, write)
  return id
}

/** What the log says an entry about an attachment is about. */
export function logged({ register, recordId, name }: StoredAttachment) {
  return { record: [null, `${register}/${recordId}`], name: [null, safeFileName(name)] } as const
}

/** Puts an attachment into the bin or takes it out again. Errors: `not_found` where it is there already. */
export function moveAttachment(
  db: WritableDb,
  ref: AttachmentRef,
  action: 'deleted' | 'restored',
  write: WriteContext,
): void {
  inTransaction(db, () => {
    const found = mustFindAttachment(db, ref)
    if ((found.deletedAt !== null) === (action === 'deleted'))
      throw new AppError('not_found', { register: 'attachments' })
    const deletedAt = action === 'deleted' ? write.now : null
    runOne(db, sql`UPDATE attachments SET deleted_at = ${deletedAt} WHERE id = ${ref.id}`)
    appendToLog(db, { action, register: 'attachments', recordId: ref.id, changes: logged(found) }, write)
  })
}

/** Marks every attachment of a content as damaged (ms since 1970), or as sound again with null. */
export function markContent(db: WritableDb, sha256: string, damagedAt: number | null): void {
  run(db, sql`UPDATE attachments SET damaged_at = ${damagedAt} WHERE sha256 = ${sha256}`)
}

/** Every content the park refers to, once each, those in the bin included: what a backup must hold. */
export function attachmentFiles(db: ReadableDb): Iterable<Content> {
  return iterate<Content>(db, sql`SELECT DISTINCT sha256, bytes FROM attachments ORDER BY sha256`)
}

/** Whether any attachment refers to a content. */
export function isAttached(db: ReadableDb, sha256: string): boolean {
  return get(db, sql`SELECT 1 FROM attachments WHERE sha256 = ${sha256} LIMIT 1`) !== undefined
}

/** One attachment that has a content, to call it by in a report. */
export function anyOfContent(db: ReadableDb, sha256: string): StoredAttachment | undefined {
  return get<StoredAttachment>(
    db,
    sql`SELECT ${columns} FROM attachments WHERE sha256 = ${sha256} ORDER BY deleted_at IS NOT NULL, seq LIMIT 1`,
  )
}

import { createHash } from 'node:crypto'
import type { Anchor, AuditAction, AuditSubject } from '@shared/features/audit/audit'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { get, prepared, sql, transactionMemory, type ReadableDb, type WritableDb } from './sql'

/** Who changes what, when, and with which import. */
export type WriteContext = {
  readonly actor: string
  readonly workstation: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly batchId: string | null
}

export type LogEntry = {
  readonly action: AuditAction
  readonly register: AuditSubject
  readonly recordId: string
  readonly changes: FieldChanges
}

/** The newest entry as far as the next one needs it. */
export type LogHead = { seq: number; clock: number; hash: Uint8Array }

/** The point before the first entry. */
export const noEntryYet: LogHead = { seq: 0, clock: 0, hash: new Uint8Array(32) }

/** The newest entry of the log, or the point before the first. */
export function logHead(db: ReadableDb): LogHead {
  return (
    get<LogHead>(db, sql`SELECT seq, clock, hash FROM change_log ORDER BY seq DESC LIMIT 1`) ?? noEntryYet
  )
}

/** The newest entry as an anchor: its number and its hash in hexadecimal; `{0, 000…}` before the first entry. */
export function anchorOf(db: ReadableDb): Anchor {
  const { seq, hash } = logHead(db)
  return { sequence: seq, hash: Buffer.from(hash).toString('hex') }
}

/** SHA-256 of the text of an entry's changes. */
export function changesHash(changes: string): Uint8Array {
  return createHash('sha256').update(changes).digest()
}

/** How a changed payload stands in the hash of its entry; no JSON text looks like this. */
export function payloadMark(hash: Uint8Array): string {
  return `sha256 ${Buffer.from(hash).toString('hex')}`
}

/** SHA-256 over the hash before it and every column of the entry, in this order, as JSON. */
export function entryHash(previous: Uint8Array, columns: readonly (string | number | null)[]): Uint8Array {
  return createHash('sha256').update(previous).update(JSON.stringify(columns)).digest()
}

/**
 * Hybrid clock: never behind the wall clock in milliseconds × 1024, and always ahead of the entry before it, so that a
 * clock set back never reorders the log.
 */
function nextClock(previous: number, now: number): number {
  return Math.max(previous + 1, now * 1024)
}

const headKey = 'log head'

/** The head as this transaction left it: an import would otherwise look it up again for each of its rows. */
function currentHead(db: WritableDb): LogHead {
  return (transactionMemory(db)?.get(headKey) as LogHead | undefined) ?? logHead(db)
}

const insertText = `INSERT INTO change_log
  (seq, at, clock, actor, workstation, action, register, record_id, batch_id, changes, changes_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Appends an entry; must run in the transaction of the change it tells of. Its hash covers the hash of the changes and
 * not their text, so that personal data in them can be erased one day without breaking the chain.
 */
export function appendToLog(db: WritableDb, entry: LogEntry, write: WriteContext): void {
  const head = currentHead(db)
  const next = { seq: head.seq + 1, clock: nextClock(head.clock, write.now) }
  const columns = [
    next.seq,
    write.now,
    next.clock,
    write.actor,
    write.workstation,
    entry.action,
    entry.register,
    entry.recordId,
    write.batchId,
  ]
  const changes = JSON.stringify(entry.changes)
  const payload = changesHash(changes)
  const hash = entryHash(head.hash, [...columns, payloadMark(payload)])
  prepared(db, insertText).run(...columns, changes, payload, hash)
  transactionMemory(db)?.set(headKey, { ...next, hash })
}

import { createHash } from 'node:crypto'
import type { ChangeAction, FieldChanges } from '@shared/features/history/history.contract'
import type { RegisterName } from '@shared/kernel/registers'
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
  readonly action: ChangeAction
  readonly register: RegisterName
  readonly recordId: string
  readonly changes: FieldChanges
}

type Head = { seq: number; clock: number; hash: Uint8Array }

const noEntryYet: Head = { seq: 0, clock: 0, hash: new Uint8Array(32) }

/** The newest entry of the log, or the point before the first. */
export function logHead(db: ReadableDb): Head {
  return get<Head>(db, sql`SELECT seq, clock, hash FROM change_log ORDER BY seq DESC LIMIT 1`) ?? noEntryYet
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
function currentHead(db: WritableDb): Head {
  return (transactionMemory(db)?.get(headKey) as Head | undefined) ?? logHead(db)
}

const insertText = `INSERT INTO change_log
  (seq, at, clock, actor, workstation, action, register, record_id, batch_id, changes, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Appends an entry; must run in the transaction of the change it tells of. */
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
    JSON.stringify(entry.changes),
  ]
  const hash = entryHash(head.hash, columns)
  prepared(db, insertText).run(...columns, hash)
  transactionMemory(db)?.set(headKey, { ...next, hash })
}

type StoredEntry = {
  seq: number
  at: number
  clock: number
  actor: string
  workstation: string
  action: string
  register: string
  record_id: string
  batch_id: string | null
  changes: string
  hash: Uint8Array
}

/** Walks the whole log and answers the first entry that does not follow from the one before it; null when none. */
export function firstBrokenEntry(db: ReadableDb): number | null {
  let previous: Head = noEntryYet
  const entries = db
    .prepare('SELECT * FROM change_log ORDER BY seq')
    .iterate() as IterableIterator<StoredEntry>
  for (const entry of entries) {
    const columns = [
      entry.seq,
      entry.at,
      entry.clock,
      entry.actor,
      entry.workstation,
      entry.action,
      entry.register,
      entry.record_id,
      entry.batch_id,
      entry.changes,
    ]
    const follows = entry.seq === previous.seq + 1 && entry.clock > previous.clock
    if (!follows || Buffer.compare(entryHash(previous.hash, columns), entry.hash) !== 0) return entry.seq
    previous = entry
  }
  return null
}

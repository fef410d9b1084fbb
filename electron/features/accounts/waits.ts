import { AppError } from '@shared/contract/result'
import { get, inTransaction, run, sql, type ReadableDb, type WritableDb } from '../../data/sql'

/** Tries that cost no waiting. */
const freeTries = 5
const longestWaitMs = 5 * 60_000
/** Names of nobody that are remembered at once; who tries more of them loses the waits of the oldest. */
const mostUnknown = 200

export type Wait = { readonly failures: number; readonly wait: number; readonly since: number }

/** How many tries had failed before this one, and how long to wait if it fails, too. */
export type Try = { readonly failedBefore: number; readonly seconds: number }

/** Milliseconds since the machine was started, for every program on it the same and never set back or forward. */
export function machineTime(): number {
  return Number(process.hrtime.bigint() / 1_000_000n)
}

/** How long to wait after so many wrong tries, in ms: nothing for the first five, then 1, 2, 4 … s, at most 5 minutes. */
export function waitAfter(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestWaitMs, 1000 * 2 ** Math.min(failures - freeTries, 20))
}

/**
 * What is left of a wait, in ms. The time of day does not come into it, so setting the clock neither shortens nor
 * lengthens it; after a restart of the machine its whole running time counts as waited.
 */
export function remaining({ wait, since }: Wait, now: number): number {
  const waited = now >= since ? now - since : now
  return Math.max(0, wait - waited)
}

/** Where nothing can be written, waits are kept as long as the program runs. */
const unwritten = new WeakMap<ReadableDb, Map<string, Wait>>()

const isWritable = (db: ReadableDb): db is WritableDb => !db.readonly

function read(db: ReadableDb, key: string): Wait | undefined {
  if (!isWritable(db)) return unwritten.get(db)?.get(key)
  return get<Wait>(db, sql`SELECT failures, wait, since FROM sign_in_waits WHERE key = ${key}`)
}

function write(db: ReadableDb, key: string, { failures, wait, since }: Wait, at: number): void {
  if (!isWritable(db)) {
    const known = unwritten.get(db) ?? new Map<string, Wait>()
    unwritten.set(db, known.set(key, { failures, wait, since }))
    return
  }
  run(
    db,
    sql`INSERT INTO sign_in_waits (key, failures, wait, since, at)
      VALUES (${key}, ${failures}, ${wait}, ${since}, ${at})
      ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, wait = excluded.wait,
        since = excluded.since, at = excluded.at`,
  )
  dropOldest(db)
}

/**
 * Counts a try as a failed one before it is known to be: many at once then are as many tries. `at` is the time of day
 * in ms, kept only to drop the oldest. Errors: `sign_in_wait` with `seconds`.
 */
export function countTry(db: ReadableDb, key: string, at: number, now: number = machineTime()): Try {
  const work = () => {
    const before = read(db, key)
    const left = before ? remaining(before, now) : 0
    if (left > 0) throw new AppError('sign_in_wait', { seconds: Math.ceil(left / 1000) })
    const failures = (before?.failures ?? 0) + 1
    const wait = waitAfter(failures)
    write(db, key, { failures, wait, since: now }, at)
    return { failedBefore: failures - 1, seconds: wait / 1000 }
  }
  return isWritable(db) ? inTransaction(db, work) : work()
}

/** A try was right after all: the next one begins anew. */
export function clearTries(db: ReadableDb, key: string): void {
  if (isWritable(db)) run(db, sql`DELETE FROM sign_in_waits WHERE key = ${key}`)
  else unwritten.get(db)?.delete(key)
}

function dropOldest(db: WritableDb): void {
  run(
    db,
    sql`DELETE FROM sign_in_waits WHERE key GLOB 'nobody *' AND key NOT IN (
      SELECT key FROM sign_in_waits WHERE key GLOB 'nobody *' ORDER BY at DESC, key LIMIT ${mostUnknown})`,
  )
}

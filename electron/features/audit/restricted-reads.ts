import type { QueryContext } from '../../data/handlers'
import type { ReadableDb } from '../../data/sql'

/** Reading the same record again within this time is one entry. */
const sameReadMs = 60 * 60 * 1000
/** Ids one entry names at most; a page or a file may hold more. */
const idsAnEntry = 500
/** Reads remembered before the oldest are forgotten: forgetting one only makes an entry more. */
const mostRemembered = 100_000

/** When somebody last read a record, by person and id; another park in place of this one begins anew. */
const known = new WeakMap<ReadableDb, Map<string, number>>()

/**
 * Enters in the change log that whoever asks was shown restricted records: one entry per person, record and hour. The
 * records of one page share an entry (`recordId` empty, their ids in `changes.records`), so that looking at a list costs
 * one write and not hundreds.
 */
export function noteRestrictedReads(
  { db, session, now, enter }: Pick<QueryContext, 'db' | 'session' | 'now' | 'enter'>,
  ids: readonly string[],
): void {
  const at = now()
  const reads = readsOf(db)
  const fresh = [...new Set(ids)].filter((id) => isFresh(reads, `${session.actor} ${id}`, at))
  for (let start = 0; start < fresh.length; start += idsAnEntry) {
    const some = fresh.slice(start, start + idsAnEntry)
    const [only = ''] = some
    const single = some.length === 1
    enter({
      action: 'read',
      register: 'incidents',
      recordId: single ? only : '',
      changes: single ? {} : { records: [null, some.join(' ')] },
    })
  }
  for (const id of fresh) reads.set(`${session.actor} ${id}`, at)
}

function readsOf(db: ReadableDb): Map<string, number> {
  let reads = known.get(db)
  if (!reads) known.set(db, (reads = new Map()))
  if (reads.size > mostRemembered) reads.clear()
  return reads
}

function isFresh(reads: ReadonlyMap<string, number>, key: string, at: number): boolean {
  const before = reads.get(key)
  return before === undefined || at < before || at - before >= sameReadMs
}

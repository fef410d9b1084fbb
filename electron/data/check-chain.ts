import { parseAnchor } from '@shared/features/audit/anchor'
import type { ChainCheck, KnownAnchor } from '@shared/features/audit/audit'
import { changesHash, entryHash, noEntryYet, payloadMark } from './change-log'
import type { ReadableDb } from './sql'

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
  changes_hash: Uint8Array | null
  hash: Uint8Array
}

/** The text of changes that have been erased. */
const erased = 'null'

/** The clock of an entry (ms × 1024) may be so far ahead of its time: a long import gives all its rows one time. */
const clockTolerance = 60_000 * 1024

/** Whether the clock of the workstation had been set back when an entry was written. */
export function isClockBack(entry: { readonly at: number; readonly clock: number }): boolean {
  return entry.clock - entry.at * 1024 > clockTolerance
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Whether an entry holds what its hash was made of. Erased changes are known by their hash. */
function isWhole(entry: StoredEntry, previous: Uint8Array): boolean {
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
  ]
  const payload = entry.changes_hash
  if (payload === null) return isSame(entryHash(previous, [...columns, entry.changes]), entry.hash)
  const isErased = entry.changes === erased
  if (!isErased && !isSame(changesHash(entry.changes), payload)) return false
  return isSame(entryHash(previous, [...columns, payloadMark(payload)]), entry.hash)
}

/** A restore as the log tells of it: entries after this one up to `last` belonged to what was given up. */
type GivenUp = { readonly first: number; readonly last: number; readonly at: number }

function givenUpBy(entry: StoredEntry): GivenUp | undefined {
  if (entry.action !== 'restored' || !entry.changes.includes('"givenUp"')) return undefined
  const { givenUp, sharedUntil } = JSON.parse(entry.changes) as {
    readonly givenUp?: readonly (string | null)[]
    readonly sharedUntil?: readonly unknown[]
  }
  const head = parseAnchor(givenUp?.[1] ?? givenUp?.[0] ?? '')
  // Where the two logs part: a restore that is undone goes to a longer log than the one it gives up.
  const shared = sharedUntil?.[1]
  const first = typeof shared === 'number' ? shared + 1 : entry.seq
  return head && { first, last: head.sequence, at: entry.at }
}

type Walk = {
  entries: number
  firstBroken: number | null
  clockBack: number
  head: { seq: number; clock: number; hash: Uint8Array }
  readonly restores: GivenUp[]
  /** Records whose changes were erased, with the entry; an entry must follow that says so. */
  readonly unexplained: Map<string, number>
  readonly hashes: Map<number, string>
}

function step(walk: Walk, entry: StoredEntry, wanted: ReadonlySet<number>): void {
  const follows = entry.seq === walk.head.seq + 1 && entry.clock > walk.head.clock
  if (walk.firstBroken === null && !(follows && isWhole(entry, walk.head.hash))) walk.firstBroken = entry.seq
  if (isClockBack(entry)) walk.clockBack += 1
  if (wanted.has(entry.seq)) walk.hashes.set(entry.seq, Buffer.from(entry.hash).toString('hex'))
  if (entry.changes === erased) walk.unexplained.set(entry.record_id, entry.seq)
  if (entry.action === 'erased') walk.unexplained.delete(entry.record_id)
  const restore = givenUpBy(entry)
  if (restore) walk.restores.push(restore)
  walk.entries += 1
  walk.head = entry
}

/** An anchor from before a restore need not be in the log that was restored, as far as the restore says so. */
function isGivenUp(anchor: KnownAnchor, restores: readonly GivenUp[]): boolean {
  return restores.some(
    ({ first, last, at }) =>
      anchor.sequence >= first && anchor.sequence <= last && (anchor.at === undefined || anchor.at <= at),
  )
}

const stepEntries = 5000

/**
 * Walks the whole log: every entry follows from the one before it, the clock only goes forward, and every anchor is the
 * entry it names. An anchor may hold only the beginning of a hash, as it is printed.
 *
 * A log that was made up anew from some entry on is whole in itself; only an anchor shows it.
 *
 * @param onStep told now and then how many entries have been looked at; may throw to stop
 */
export function checkChain(
  db: ReadableDb,
  anchors: readonly KnownAnchor[] = [],
  onStep: (done: number) => void = () => undefined,
): ChainCheck {
  const walk: Walk = {
    entries: 0,
    firstBroken: null,
    clockBack: 0,
    head: noEntryYet,
    restores: [],
    unexplained: new Map(),
    hashes: new Map(),
  }
  const wanted = new Set(anchors.map(({ sequence }) => sequence))
  const entries = db.prepare('SELECT * FROM change_log ORDER BY seq').iterate()
  for (const entry of entries as IterableIterator<StoredEntry>) {
    if (walk.entries % stepEntries === 0) onStep(walk.entries)
    step(walk, entry, wanted)
  }
  const broken = [...walk.unexplained.values(), ...(walk.firstBroken === null ? [] : [walk.firstBroken])]
  return {
    entries: walk.entries,
    firstBroken: broken.length === 0 ? null : Math.min(...broken),
    clockBack: walk.clockBack,
    head: { sequence: walk.head.seq, hash: Buffer.from(walk.head.hash).toString('hex') },
    ...judge(anchors, walk),
  }
}

function judge(anchors: readonly KnownAnchor[], { hashes, restores }: Walk) {
  const missing = anchors.filter(
    (anchor) =>
      anchor.sequence > 0 &&
      !hashes.get(anchor.sequence)?.startsWith(anchor.hash) &&
      !isGivenUp(anchor, restores),
  )
  return {
    anchorsChecked: anchors.length,
    missingAnchors: missing.map(({ sequence, hash, source }) => ({ sequence, hash, source })),
  }
}

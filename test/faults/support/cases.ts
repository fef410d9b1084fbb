/** How one fault went. */
export type CaseResult = {
  /** The fault came about: a system call was reached, a file was damaged. */
  readonly hit: boolean
  readonly killed: boolean
  /** What must not be, or null. */
  readonly failure: string | null
}

/** One fault, in a folder of its own that is there when it begins and is removed after it. */
export type Case = { readonly name: string; readonly run: (folder: string) => Promise<CaseResult> }

/** How much is asked for, and where there is room. */
export type Scope = {
  readonly long: boolean
  /** A folder of the run's own, for parks that many cases copy. */
  readonly scratch: string
}

/** A part of the plan that can be asked for by name. */
export type Group = {
  /** Row of the plan. */
  readonly row: number
  readonly name: string
  readonly cases: (scope: Scope) => Promise<readonly Case[]>
  /** Judges all the results together; answers what must not be, or figures to tell. */
  readonly sum?: (results: readonly CaseResult[]) => Summary
  /** The failures of single cases are what is wanted; only the sum judges. */
  readonly expectsFailures?: boolean
}

export type Summary = {
  readonly failures: readonly string[]
  readonly figures: Readonly<Record<string, number>>
}

/** `limit` of some places, evenly, the first and the last among them. */
export function spread(places: readonly number[], limit: number): readonly number[] {
  const count = Math.min(places.length, limit)
  if (count <= 1) return places.slice(0, count)
  const step = (places.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, index) => places[Math.round(index * step)] ?? 0)
}

/** Seeded random numbers in [0, 1): a failing case comes back. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

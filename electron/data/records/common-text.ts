import type { RegisterName } from '@shared/kernel/registers'
import { remembered } from '../remembered'
import { matchQuery } from '../search-index'
import { name, number, numbers, sql, type ReadableDb, type SqlQuery } from '../sql'

/** The rows a text stands in, by their place in the database. */
export type Matches = { readonly has: (seq: number) => boolean }

/** From so many matches on it is quicker to walk the rows in their order and look whether each is among the matches. */
const commonMatches = 10_000

/**
 * The rows of a text that stands in many; undefined for one that SQLite is quicker to look for by itself. Remembered
 * until something changes: whoever scrolls through them asks again for every page.
 */
export function matchesOfCommonText(
  db: ReadableDb,
  register: RegisterName,
  text: string | undefined,
): Matches | undefined {
  const match = text === undefined ? null : matchQuery(text)
  if (match === null) return undefined
  return remembered(db, `rows of ${register} with ${match}`, () => {
    const first = sql`SELECT 1 FROM (${matching(register, match)} LIMIT ${commonMatches})`
    const found = number(db, sql`SELECT count(*) AS rows FROM (${first})`)
    return found < commonMatches ? undefined : allMatches(db, register, match)
  })
}

function matching(register: RegisterName, match: string): SqlQuery {
  const index = name(`${register}_search`)
  return sql`SELECT rowid FROM ${index} WHERE ${index} MATCH ${match}`
}

/** Every row that an FTS5 query finds, a bit for each place there is. */
export function allMatches(db: ReadableDb, register: RegisterName, match: string): Matches {
  const last = number(db, sql`SELECT ifnull(max(seq), 0) AS last FROM ${name(register)}`)
  const bits = new Uint8Array((last >> 3) + 1)
  const bitOf = (seq: number) => 1 << (seq & 7)
  for (const seq of numbers(db, matching(register, match))) {
    bits[seq >> 3] = (bits[seq >> 3] ?? 0) | bitOf(seq)
  }
  return { has: (seq) => ((bits[seq >> 3] ?? 0) & bitOf(seq)) !== 0 }
}

import type { SearchAnswer, SearchHit } from '@shared/features/search/search.contract'
import { compareKey } from '@shared/kernel/text'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { matchQuery } from '../../data/search-index'
import { all, number, sql, type ReadableDb } from '../../data/sql'

/** The newest matches that are ranked; ranking every row of a common word would make the search slow. */
const rankedMatches = 500

type Hit = SearchHit & { readonly rank: number }

const titles = {
  tenants: sql`SELECT r.id, ifnull(r.registration_no, '') AS number, r.name AS title, f.rank AS rank,
    EXISTS (SELECT 1 FROM tenant_keys k WHERE k.tenant_id = r.id AND k.key = found.key) AS exact`,
  requests: sql`SELECT r.id, r.reference AS number, ifnull(r.subject, '') || ' · ' || (SELECT name FROM tenants t WHERE t.id = r.tenant_id)
    AS title, f.rank AS rank, r.reference_key = found.key AS exact`,
  incidents: sql`SELECT r.id, r.reference AS number, ifnull(r.description, ifnull(r.location, '')) AS title, f.rank AS rank,
    r.reference_key = found.key AS exact`,
} as const

function hitsOf(db: ReadableDb, register: RegisterName, match: string, key: string, limit: number): Hit[] {
  const index = { text: `${register}_search`, values: [] }
  const table = { text: register, values: [] }
  return all<Hit>(
    db,
    sql`WITH f AS (SELECT rowid, rank FROM ${index} WHERE ${index} MATCH ${match} ORDER BY rowid DESC LIMIT ${rankedMatches}),
      found (key) AS (VALUES (${key}))
      ${titles[register]} FROM f JOIN ${table} r ON r.seq = f.rowid, found
      ORDER BY exact DESC, rank LIMIT ${limit}`,
  ).map((hit) => ({ ...hit, feature: register }))
}

function exactRequest(db: ReadableDb, register: 'requests' | 'incidents', key: string): SearchHit[] {
  const table = { text: register, values: [] }
  const title = register === 'requests' ? sql`ifnull(subject, '')` : sql`ifnull(description, '')`
  return all<SearchHit>(
    db,
    sql`SELECT ${register} AS feature, id, reference AS number, ${title} AS title FROM ${table}
      WHERE reference_key = ${key} AND deleted_at IS NULL`,
  )
}

function matches(db: ReadableDb, register: RegisterName, match: string): number {
  const index = { text: `${register}_search`, values: [] }
  return number(db, sql`SELECT count(*) AS rows FROM ${index} WHERE ${index} MATCH ${match}`)
}

/** Everything that holds the words, exact numbers first, then by rank; `total` counts all matches. */
export function searchAll(db: ReadableDb, text: string, limit: number): SearchAnswer {
  const match = matchQuery(text)
  if (match === null) return { results: [], total: 0 }
  const key = compareKey(text)
  const exact = [...exactRequest(db, 'requests', key), ...exactRequest(db, 'incidents', key)]
  const known = new Set(exact.map((hit) => hit.id))
  const ranked = registerNames
    .flatMap((register) => hitsOf(db, register, match, key, limit))
    .filter((hit) => !known.has(hit.id))
    .sort((one, other) => one.rank - other.rank)
  const results = [...exact, ...ranked].slice(0, limit)
  const total = registerNames.reduce((sum, register) => sum + matches(db, register, match), 0)
  return {
    results: results.map(({ feature, id, number: shown, title }) => ({ feature, id, number: shown, title })),
    total,
  }
}

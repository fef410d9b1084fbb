import type { SearchAnswer, SearchHit } from '@shared/features/search/search.contract'
import { compareKey } from '@shared/kernel/text'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { matchQuery } from '../../data/search-index'
import { all, name, number, sql, type ReadableDb } from '../../data/sql'

/** Up to so many matches are ranked. More are of a word so common that its newest rows are as good as any. */
const rankedMatches = 500

type Hit = SearchHit & { readonly rank: number }
type Found = { readonly hits: readonly Hit[]; readonly total: number }

const titles = {
  tenants: sql`SELECT r.id, ifnull(r.registration_no, '') AS number, r.name AS title, f.rank AS rank,
    EXISTS (SELECT 1 FROM tenant_keys k WHERE k.tenant_id = r.id AND k.key = found.key) AS exact`,
  requests: sql`SELECT r.id, r.reference AS number, ifnull(r.subject, '') || ' · ' || (SELECT name FROM tenants t WHERE t.id = r.tenant_id)
    AS title, f.rank AS rank, r.reference_key = found.key AS exact`,
  incidents: sql`SELECT r.id, r.reference AS number, ifnull(r.description, ifnull(r.location, '')) AS title, f.rank AS rank,
    r.reference_key = found.key AS exact`,
} as const

/** Rows of one register and how many there are; a rank costs FTS5 a walk over every match of every word. */
function findIn(db: ReadableDb, register: RegisterName, match: string, key: string, limit: number): Found {
  const index = name(`${register}_search`)
  const newest = all<{ rowid: number }>(
    db,
    sql`SELECT rowid FROM ${index} WHERE ${index} MATCH ${match} ORDER BY rowid DESC LIMIT ${rankedMatches + 1}`,
  )
  if (newest.length === 0) return { hits: [], total: 0 }
  const few = newest.length <= rankedMatches
  const matches = few
    ? sql`SELECT rowid, rank FROM ${index} WHERE ${index} MATCH ${match} ORDER BY rowid DESC`
    : sql`SELECT value AS rowid, 0.0 AS rank FROM json_each(${JSON.stringify(newest.slice(0, limit).map(({ rowid }) => rowid))})`
  const hits = all<Hit>(
    db,
    sql`WITH f AS (${matches}), found (key) AS (VALUES (${key}))
      ${titles[register]} FROM f JOIN ${name(register)} r ON r.seq = f.rowid, found
      ORDER BY exact DESC, rank, r.seq DESC LIMIT ${limit}`,
  )
  return {
    hits: hits.map((hit) => ({ ...hit, feature: register })),
    total: few ? newest.length : countMatches(db, register, match),
  }
}

function countMatches(db: ReadableDb, register: RegisterName, match: string): number {
  const index = name(`${register}_search`)
  return number(db, sql`SELECT count(*) AS rows FROM ${index} WHERE ${index} MATCH ${match}`)
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

/** Everything that holds the words, exact numbers first, then by rank; `total` counts all matches. */
export function searchAll(db: ReadableDb, text: string, limit: number): SearchAnswer {
  const match = matchQuery(text)
  if (match === null) return { results: [], total: 0 }
  const key = compareKey(text)
  const exact = [...exactRequest(db, 'requests', key), ...exactRequest(db, 'incidents', key)]
  const known = new Set(exact.map((hit) => hit.id))
  const found = registerNames.map((register) => findIn(db, register, match, key, limit))
  const ranked = found
    .flatMap(({ hits }) => hits)
    .filter((hit) => !known.has(hit.id))
    .sort((one, other) => one.rank - other.rank)
  const results = [...exact, ...ranked].slice(0, limit)
  const total = found.reduce((sum, { total: matches }) => sum + matches, 0)
  return {
    results: results.map(({ feature, id, number: shown, title }) => ({ feature, id, number: shown, title })),
    total,
  }
}

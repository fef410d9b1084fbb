import type { SearchAnswer, SearchHit } from '@shared/features/search/search.contract'
import { compareKey } from '@shared/kernel/text'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { matchQuery } from '../../data/search-index'
import { visibleRows, type Rights } from '../../data/records'
import { all, name, number, sql, type ReadableDb, type SqlQuery } from '../../data/sql'

/** Up to so many matches are ranked. More are of a word so common that its newest rows are as good as any. */
const rankedMatches = 500

type Hit = SearchHit & { readonly rank: number }
type Found = { readonly hits: readonly Hit[]; readonly total: number }
type Words = { readonly match: string; readonly key: string }
type Bounds = { readonly limit: number; readonly counted: number }

const titles = {
  tenants: sql`SELECT r.id, ifnull(r.registration_no, '') AS number, r.name AS title, f.rank AS rank,
    EXISTS (SELECT 1 FROM tenant_keys k WHERE k.tenant_id = r.id AND k.key = found.key) AS exact`,
  requests: sql`SELECT r.id, r.reference AS number, ifnull(r.subject, '') || ' · ' || (SELECT name FROM tenants t WHERE t.id = r.tenant_id)
    AS title, f.rank AS rank, r.reference_key = found.key AS exact`,
  incidents: sql`SELECT r.id, r.reference AS number, ifnull(r.description, ifnull(r.location, '')) AS title, f.rank AS rank,
    r.reference_key = found.key AS exact`,
} as const

/** Rows of one register and how many there are; a rank costs FTS5 a walk over every match of every word. */
function findIn(
  db: ReadableDb,
  register: RegisterName,
  { match, key }: Words,
  { limit, counted }: Bounds,
  rights: Rights,
): Found {
  const index = name(`${register}_search`)
  const only = onlyVisible(register, rights)
  const newest = all<{ rowid: number }>(
    db,
    sql`SELECT rowid FROM ${index} WHERE ${index} MATCH ${match} ${only} ORDER BY rowid DESC LIMIT ${rankedMatches + 1}`,
  )
  if (newest.length === 0) return { hits: [], total: 0 }
  const few = newest.length <= rankedMatches
  const matches = few
    ? sql`SELECT rowid, rank FROM ${index} WHERE ${index} MATCH ${match} ${only} ORDER BY rowid DESC`
    : sql`SELECT value AS rowid, 0.0 AS rank FROM json_each(${JSON.stringify(newest.slice(0, limit).map(({ rowid }) => rowid))})`
  const hits = all<Hit>(
    db,
    sql`WITH f AS (${matches}), found (key) AS (VALUES (${key}))
      ${titles[register]} FROM f JOIN ${name(register)} r ON r.seq = f.rowid, found
      ORDER BY exact DESC, rank, r.seq DESC LIMIT ${limit}`,
  )
  return {
    hits: hits.map((hit) => ({ ...hit, feature: register })),
    total: few ? newest.length : countMatches(db, register, match, only, counted),
  }
}

/** Narrows the matches of a register to the rows somebody may see; nothing where these are all. */
function onlyVisible(register: RegisterName, rights: Rights): SqlQuery {
  const visible = visibleRows(register, rights)
  return visible ? sql`AND rowid IN (SELECT r.seq FROM ${name(register)} r WHERE ${visible})` : sql``
}

/** How many rows match; one more than `counted` where there are more than that. */
function countMatches(
  db: ReadableDb,
  register: RegisterName,
  match: string,
  only: SqlQuery,
  counted: number,
): number {
  const index = name(`${register}_search`)
  const matches = sql`SELECT 1 FROM ${index} WHERE ${index} MATCH ${match} ${only} LIMIT ${counted + 1}`
  return number(db, sql`SELECT count(*) AS rows FROM (${matches})`)
}

function exactHits(
  db: ReadableDb,
  register: 'requests' | 'incidents',
  key: string,
  rights: Rights,
): SearchHit[] {
  if (!rights.has(`${register}.read`)) return []
  const visible = visibleRows(register, rights) ?? sql`TRUE`
  const table = { text: register, values: [] }
  const title = register === 'requests' ? sql`ifnull(subject, '')` : sql`ifnull(description, '')`
  return all<SearchHit>(
    db,
    sql`SELECT ${register} AS feature, id, reference AS number, ${title} AS title FROM ${table} r
      WHERE r.reference_key = ${key} AND r.deleted_at IS NULL AND ${visible}`,
  )
}

/**
 * Everything somebody may see that holds the words, exact numbers first, then by rank; of each register up to
 * `counted` matches are counted.
 */
export function searchAll(db: ReadableDb, text: string, bounds: Bounds, rights: Rights): SearchAnswer {
  const match = matchQuery(text)
  if (match === null) return { results: [], total: 0, more: false }
  const key = compareKey(text)
  const exact = [...exactHits(db, 'requests', key, rights), ...exactHits(db, 'incidents', key, rights)]
  const known = new Set(exact.map((hit) => hit.id))
  const found = registerNames
    .filter((register) => rights.has(`${register}.read`))
    .map((register) => findIn(db, register, { match, key }, bounds, rights))
  const ranked = found
    .flatMap(({ hits }) => hits)
    .filter((hit) => !known.has(hit.id))
    .sort((one, other) => one.rank - other.rank)
  const results = [...exact, ...ranked].slice(0, bounds.limit)
  const total = found.reduce((sum, { total: matches }) => sum + Math.min(matches, bounds.counted), 0)
  return {
    results: results.map(({ feature, id, number: shown, title }) => ({ feature, id, number: shown, title })),
    total,
    more: found.some(({ total: matches }) => matches > bounds.counted),
  }
}

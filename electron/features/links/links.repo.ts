import { kindFrom, type Link, type LinkedRequest, type StoredKind } from '@shared/features/links/link'
import { compareKey } from '@shared/kernel/text'
import { matchQuery } from '../../data/search-index'
import { all, get, run, sql, type ReadableDb, type WritableDb } from '../../data/sql'

const columns = sql`r.id, r.reference, r.subject, ifnull(t.name, '') AS tenantName, r.type, r.status,
  r.received_at AS receivedAt, r.deleted_at AS deletedAt`

type LinkRow = LinkedRequest & {
  readonly linkId: string
  readonly stored: StoredKind
  readonly isFrom: number
}

/** The links of a request as seen from it, in the order in which they were made. */
export function linksOf(db: ReadableDb, id: string): readonly Link[] {
  const rows = all<LinkRow>(
    db,
    sql`WITH l AS (
        SELECT seq, id, kind, to_id AS other, 1 AS is_from FROM request_links WHERE from_id = ${id}
        UNION ALL SELECT seq, id, kind, from_id, 0 FROM request_links WHERE to_id = ${id}
      ) SELECT l.id AS linkId, l.kind AS stored, l.is_from AS isFrom, ${columns}
      FROM l JOIN requests r ON r.id = l.other LEFT JOIN tenants t ON t.id = r.tenant_id ORDER BY l.seq`,
  )
  return rows.map(({ linkId, stored, isFrom, ...other }) => ({
    id: linkId,
    kind: kindFrom(stored, isFrom === 1),
    other,
  }))
}

/** Numbers of the open requests that a request waits for. */
export function blockersOf(db: ReadableDb, id: string): readonly string[] {
  return all<{ reference: string }>(
    db,
    sql`SELECT r.reference FROM request_links l JOIN requests r ON r.id = l.from_id
      WHERE l.to_id = ${id} AND l.kind = 'blocks' AND r.deleted_at IS NULL AND r.closed_at IS NULL
        AND r.status NOT IN ('cancelled', 'closed') ORDER BY r.reference`,
  ).map(({ reference }) => reference)
}

/** A link of a kind between two requests; of requests that are only related in either direction. */
export function hasLink(db: ReadableDb, kind: StoredKind, from: string, to: string): boolean {
  return (
    get(
      db,
      sql`SELECT 1 FROM request_links WHERE kind = ${kind} AND ((from_id = ${from} AND to_id = ${to})
        OR (${kind} = 'related' AND from_id = ${to} AND to_id = ${from}))`,
    ) !== undefined
  )
}

/** Whether links of a kind lead from one request to another, over however many between them. */
export function leadsTo(db: ReadableDb, kind: StoredKind, from: string, to: string): boolean {
  return (
    get(
      db,
      sql`WITH RECURSIVE reached (id) AS (
          SELECT ${from} UNION SELECT l.to_id FROM request_links l JOIN reached ON l.from_id = reached.id WHERE l.kind = ${kind}
        ) SELECT 1 FROM reached WHERE id = ${to}`,
    ) !== undefined
  )
}

type NewLink = {
  readonly id: string
  readonly kind: StoredKind
  readonly from: string
  readonly to: string
  readonly actor: string
  readonly now: number
}

/** Stores a link. Runs inside a transaction. */
export function insertLink(db: WritableDb, { id, kind, from, to, actor, now }: NewLink): void {
  run(
    db,
    sql`INSERT INTO request_links (id, from_id, to_id, kind, created_at, created_by)
      VALUES (${id}, ${from}, ${to}, ${kind}, ${now}, ${actor})`,
  )
}

/** Takes a link out; what it was stands in the log of both requests. */
export function deleteLink(db: WritableDb, id: string): void {
  run(db, sql`DELETE FROM request_links WHERE id = ${id}`)
}

/** Requests a word may stand in are looked at up to so many; beyond, the newest stand for all. */
const mostMatches = 500

/** Requests somebody may mean, the one of exactly this number first, then the newest. */
export function findCandidates(
  db: ReadableDb,
  ownId: string,
  text: string,
  limit: number,
): readonly LinkedRequest[] {
  const from = sql`requests r LEFT JOIN tenants t ON t.id = r.tenant_id`
  const match = matchQuery(text)
  if (match === null) {
    return all<LinkedRequest>(
      db,
      sql`SELECT ${columns} FROM ${from} WHERE r.tenant_id = (SELECT tenant_id FROM requests WHERE id = ${ownId})
        AND r.deleted_at IS NULL AND r.id <> ${ownId} ORDER BY r.received_at DESC, r.seq DESC LIMIT ${limit}`,
    )
  }
  return all<LinkedRequest>(
    db,
    sql`WITH words AS (
        SELECT rowid AS seq FROM requests_search WHERE requests_search MATCH ${match} ORDER BY rowid DESC LIMIT ${mostMatches}
      ), owners AS (
        SELECT n.id FROM tenants_search s JOIN tenants n ON n.seq = s.rowid
        WHERE tenants_search MATCH ${match} AND n.deleted_at IS NULL ORDER BY s.rank LIMIT 20
      ), theirs AS (
        SELECT q.seq FROM owners o JOIN requests q ON q.tenant_id = o.id WHERE q.deleted_at IS NULL
        ORDER BY q.received_at DESC LIMIT ${mostMatches}
      ), found AS (SELECT seq FROM words UNION SELECT seq FROM theirs)
      SELECT ${columns} FROM found JOIN requests r ON r.seq = found.seq LEFT JOIN tenants t ON t.id = r.tenant_id
      WHERE r.deleted_at IS NULL AND r.id <> ${ownId}
      ORDER BY r.reference_key = ${compareKey(text)} DESC, r.received_at DESC, r.seq DESC LIMIT ${limit}`,
  )
}

import type { Comment, Mention } from '@shared/features/comments/comment'
import type { Person } from '@shared/features/comments/mentions'
import { all, get, list, prepared, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

const columns = sql`c.id, c.request_id AS requestId, c.version, c.text, c.author, c.created_at AS createdAt,
  c.edited_at AS editedAt, c.deleted_at AS deletedAt`

type Stored = Comment & { readonly seq: number }

/** A comment, deleted or not; undefined when there is none. */
export function findComment(db: ReadableDb, id: string): Stored | undefined {
  return get<Stored>(db, sql`SELECT c.seq, ${columns} FROM comments c WHERE c.id = ${id}`)
}

/** Those of some comments that are there still, by id. */
export function commentsById(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, Comment> {
  if (ids.length === 0) return new Map()
  const rows = all<Comment>(db, sql`SELECT ${columns} FROM comments c WHERE c.id IN ${list(ids)}`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes a new comment; answers its place. */
export function insertComment(
  db: WritableDb,
  { id, requestId, text, author, createdAt }: Comment,
  mentioned: readonly string[],
): void {
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO comments (id, request_id, text, author, created_at) VALUES (?, ?, ?, ?, ?)',
  ).run(id, requestId, text, author, createdAt)
  noteMentions(db, Number(lastInsertRowid), mentioned)
}

/** Gives a comment another text; `editedAt` in ms. */
export function rewriteComment(
  db: WritableDb,
  { seq }: Stored,
  text: string,
  editedAt: number,
  mentioned: readonly string[],
): void {
  runOne(
    db,
    sql`UPDATE comments SET text = ${text}, edited_at = ${editedAt}, version = version + 1 WHERE seq = ${seq}`,
  )
  run(db, sql`DELETE FROM comment_mentions WHERE comment_seq = ${seq}`)
  noteMentions(db, seq, mentioned)
}

function noteMentions(db: WritableDb, seq: number, mentioned: readonly string[]): void {
  for (const key of mentioned)
    run(db, sql`INSERT INTO comment_mentions (name_key, comment_seq) VALUES (${key}, ${seq})`)
}

/** Puts a comment into the bin (ms since 1970) or takes it out again (null). */
export function binComment(db: WritableDb, { seq }: Stored, deletedAt: number | null): void {
  runOne(db, sql`UPDATE comments SET deleted_at = ${deletedAt}, version = version + 1 WHERE seq = ${seq}`)
}

/** Officers that open requests name, by name. */
function officers(db: ReadableDb): readonly string[] {
  return all<{ officer: string }>(
    db,
    // From one name to the next along the index of open requests.
    sql`WITH RECURSIVE known (officer) AS (
        SELECT min(officer) FROM requests WHERE deleted_at IS NULL AND closed_at IS NULL AND status NOT IN ('cancelled', 'closed')
        UNION ALL SELECT (SELECT min(r.officer) FROM requests r WHERE r.officer > known.officer
          AND r.deleted_at IS NULL AND r.closed_at IS NULL AND r.status NOT IN ('cancelled', 'closed'))
        FROM known WHERE known.officer IS NOT NULL
      ) SELECT officer FROM known WHERE officer IS NOT NULL LIMIT 500`,
  ).map(({ officer }) => officer)
}

/** Everybody who can be mentioned: accounts that may sign in, then the officers of open requests. */
export function people(db: ReadableDb): readonly Person[] {
  const accounts = all<{ name: string; also: string }>(
    db,
    sql`SELECT display_name AS name, name AS also FROM accounts WHERE disabled_at IS NULL ORDER BY display_name`,
  ).map((account) => ({ ...account, hasAccount: true }))
  const taken = new Set(accounts.flatMap(({ name, also }) => [name, also]))
  const others = officers(db).filter((name) => !taken.has(name))
  return [...accounts, ...others.map((name) => ({ name, also: null, hasAccount: false }))]
}

/** What an account goes by. */
export function namesOfAccount(db: ReadableDb, id: string | null): readonly string[] {
  const found = get<{ name: string; display: string }>(
    db,
    sql`SELECT name, display_name AS display FROM accounts WHERE id = ${id}`,
  )
  return found ? [found.name, found.display] : []
}

/** Comments that mention any of some names (as keys), the newest first, before a place. */
export function mentionsOf(
  db: ReadableDb,
  keys: readonly string[],
  before: number,
  limit: number,
): readonly (Mention & { readonly seq: number })[] {
  return all<Mention & { readonly seq: number }>(
    db,
    sql`SELECT DISTINCT c.seq, ${columns}, r.reference, r.subject
      FROM comment_mentions m JOIN comments c ON c.seq = m.comment_seq JOIN requests r ON r.id = c.request_id
      WHERE m.name_key IN ${list(keys)} AND m.comment_seq < ${before} AND c.deleted_at IS NULL AND r.deleted_at IS NULL
      ORDER BY c.seq DESC LIMIT ${limit}`,
  )
}

/** What somebody has begun to write about a request. */
export function draftOf(db: ReadableDb, requestId: string, owner: string): string {
  const row = get<{ text: string }>(
    db,
    sql`SELECT text FROM comment_drafts WHERE request_id = ${requestId} AND owner = ${owner}`,
  )
  return row?.text ?? ''
}

/** Keeps what somebody has begun to write; an empty text throws it away. */
export function keepDraft(db: WritableDb, requestId: string, owner: string, text: string): void {
  if (text === '')
    run(db, sql`DELETE FROM comment_drafts WHERE request_id = ${requestId} AND owner = ${owner}`)
  else
    run(
      db,
      sql`INSERT INTO comment_drafts (request_id, owner, text) VALUES (${requestId}, ${owner}, ${text})
        ON CONFLICT (request_id, owner) DO UPDATE SET text = excluded.text`,
    )
}

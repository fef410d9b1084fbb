import type { FieldChanges } from '@shared/features/history/history.contract'
import { compareKey } from '@shared/kernel/text'
import { all, joined, sql, type ReadableDb, type SqlQuery } from '../../data/sql'

/** What a text is looked for as: in changed values as it stands, and as the number or name of records. */
export type SearchTerms = { readonly text: string; readonly ids: readonly string[] }

/** A name may be that of many tenants; so many are looked for. */
const mostRecords = 20

/** Terms of a text; undefined where nothing is looked for. */
export function searchTerms(db: ReadableDb, text: string | undefined): SearchTerms | undefined {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return undefined
  const key = compareKey(trimmed)
  const records = all<{ id: string }>(
    db,
    sql`SELECT id FROM requests WHERE reference_key = ${key} AND deleted_at IS NULL
      UNION SELECT id FROM incidents WHERE reference_key = ${key} AND deleted_at IS NULL
      UNION SELECT tenant_id AS id FROM tenant_keys WHERE key = ${key} LIMIT ${mostRecords}`,
  )
  return { text: trimmed, ids: records.map(({ id }) => id) }
}

/** SQLite ignores case in Latin letters only; elsewhere the usual ways of writing a word are tried. */
function writings(text: string): string[] {
  const lower = text.toLowerCase()
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1)
  return [...new Set([text, lower, capital, text.toUpperCase()])]
}

/** Text as it stands inside of JSON, for LIKE. */
function pattern(text: string): string {
  return `%${JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&')}%`
}

/** Entries that may hold the terms; `holdsTerms` decides. */
export function termsQuery({ text, ids }: SearchTerms): SqlQuery {
  const likes = [...writings(text), ...ids].map((each) => sql`l.changes LIKE ${pattern(each)} ESCAPE '\\'`)
  const records = [text, ...ids].map((id) => sql`l.record_id = ${id}`)
  return sql`(${joined([...records, ...likes], ' OR ')})`
}

/** Whether an entry, as far as it may be seen, holds the terms. */
export function holdsTerms(recordId: string, changes: FieldChanges, { text, ids }: SearchTerms): boolean {
  if (recordId === text || ids.includes(recordId)) return true
  const wanted = [text.toLowerCase(), ...ids]
  return Object.values(changes)
    .flat()
    .some((value) => {
      const shown = String(value ?? '').toLowerCase()
      return wanted.some((each) => shown.includes(each))
    })
}

import type { FieldSpecs } from '@shared/kernel/field'
import type { AnyValues } from '@shared/kernel/registers'
import {
  linesOf,
  type Line,
  type LinesSpec,
  type PartContent,
  type PartSpec,
} from '@shared/features/details/part'
import { columnOf } from '../../data/records'
import {
  alias,
  all,
  get,
  joined,
  name,
  run,
  sql,
  type ReadableDb,
  type SqlQuery,
  type WritableDb,
} from '../../data/sql'

const columnName = (field: string) => name(columnOf(field))

/** `hs_code AS hsCode, …`: the fields of a declaration by the names the contract uses. */
function fieldColumns(specs: FieldSpecs): SqlQuery {
  const columns = Object.keys(specs).map((field) => sql`${columnName(field)} AS ${alias(field)}`)
  return joined(columns, ', ')
}

/** What is stored of a request's part; undefined where nothing ever was. */
export function readPart(db: ReadableDb, part: PartSpec, requestId: string): PartContent | undefined {
  const head = get<AnyValues>(
    db,
    sql`SELECT ${fieldColumns(part.head)} FROM ${name(part.table)} WHERE request_id = ${requestId}`,
  )
  if (head === undefined) return undefined
  const lines = part.lists.map((list) => [list.name, readLines(db, list, requestId)])
  return { head, lines: Object.fromEntries(lines) as PartContent['lines'] }
}

function readLines(db: ReadableDb, { table, fields }: LinesSpec, requestId: string): Line[] {
  const rows = all<AnyValues & { readonly line: number }>(
    db,
    sql`SELECT line, ${fieldColumns(fields)} FROM ${name(table)} WHERE request_id = ${requestId} ORDER BY position`,
  )
  return rows.map(({ line, ...values }) => ({ line, values }))
}

type Placed = readonly (readonly [column: string, value: string | number])[]

function insert(db: WritableDb, table: string, specs: FieldSpecs, placed: Placed, values: AnyValues): void {
  const columns = [...placed.map(([column]) => name(column)), ...Object.keys(specs).map(columnName)]
  const bound = [
    ...placed.map(([, value]) => value),
    ...Object.keys(specs).map((field) => values[field] ?? null),
  ]
  run(
    db,
    sql`INSERT INTO ${name(table)} (${joined(columns, ', ')}) VALUES (${joined(
      bound.map((value) => sql`${value}`),
      ', ',
    )})`,
  )
}

/** Puts a content in the place of what is stored of a request's part. Runs inside a transaction. */
export function writePart(db: WritableDb, part: PartSpec, requestId: string, content: PartContent): void {
  run(db, sql`DELETE FROM ${name(part.table)} WHERE request_id = ${requestId}`)
  insert(db, part.table, part.head, [['request_id', requestId]], content.head)
  for (const list of part.lists) {
    run(db, sql`DELETE FROM ${name(list.table)} WHERE request_id = ${requestId}`)
    linesOf(content, list.name).forEach(({ line, values }, position) => {
      const placed: Placed = [
        ['request_id', requestId],
        ['line', line],
        ['position', position],
      ]
      insert(db, list.table, list.fields, placed, values)
    })
  }
}

/** Notes the texts a request is found by beside those of its fields. Runs inside a transaction. */
export function writeTexts(db: WritableDb, requestId: string, texts: readonly string[]): void {
  run(db, sql`DELETE FROM request_texts WHERE request_id = ${requestId}`)
  for (const text of texts) {
    run(db, sql`INSERT INTO request_texts (request_id, text) VALUES (${requestId}, ${text})`)
  }
}

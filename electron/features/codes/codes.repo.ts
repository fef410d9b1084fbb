import type { CodeLabels } from '@shared/features/codes/code'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { WriteContext } from '../../data/change-log'
import { all, get, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

/** What the park says of a code; null labels are the program's, the days count only where `dated` is 1. */
export type StoredCode = {
  readonly code: string
  readonly zh: string | null
  readonly ru: string | null
  readonly en: string | null
  readonly dated: 0 | 1
  readonly from: string | null
  readonly to: string | null
  readonly hidden: 0 | 1
  readonly version: number
}

const columns = sql`code, label_zh AS zh, label_ru AS ru, label_en AS en, dated, valid_from AS "from",
  valid_to AS "to", hidden, version`

/** Every row of a list, by code. */
export function storedCodes(db: ReadableDb, list: CodebookName): readonly StoredCode[] {
  return all<StoredCode>(db, sql`SELECT ${columns} FROM code_entries WHERE list = ${list} ORDER BY code`)
}

/** Another text after every change of a list; rows are never deleted and their versions only grow. */
export function codesStamp(db: ReadableDb, list: CodebookName): string {
  const row = get<{ stamp: string }>(
    db,
    sql`SELECT count(*) || ':' || total(version) AS stamp FROM code_entries WHERE list = ${list}`,
  )
  return row?.stamp ?? ''
}

export type CodeToStore = {
  readonly list: CodebookName
  readonly code: string
  readonly labels: CodeLabels
  readonly dated: boolean
  readonly from: string | null
  readonly to: string | null
  readonly hidden: boolean
}

/** Stores what the park says of a code, anew or in the place of what it said before. */
export function putCode(db: WritableDb, entry: CodeToStore, { now, actor }: WriteContext): void {
  const { list, code, labels, from, to } = entry
  const dated = entry.dated ? 1 : 0
  const hidden = entry.hidden ? 1 : 0
  runOne(
    db,
    sql`INSERT INTO code_entries (list, code, label_zh, label_ru, label_en, dated, valid_from, valid_to, hidden,
        created_at, created_by, updated_at, updated_by)
      VALUES (${list}, ${code}, ${labels.zh}, ${labels.ru}, ${labels.en}, ${dated}, ${from}, ${to}, ${hidden},
        ${now}, ${actor}, ${now}, ${actor})
      ON CONFLICT (list, code) DO UPDATE SET label_zh = excluded.label_zh, label_ru = excluded.label_ru,
        label_en = excluded.label_en, dated = excluded.dated, valid_from = excluded.valid_from,
        valid_to = excluded.valid_to, hidden = excluded.hidden, version = version + 1,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  )
}

import type { ImportBatch, ImportOutcome } from '@shared/features/imports/import'
import type { RegisterName } from '@shared/kernel/registers'
import type { WriteContext } from '../../data/change-log'
import { all, get, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

const columns = {
  text: `id, register, file_name AS fileName, at, actor, rows, created, updated, unchanged, rejected,
    undone_at AS undoneAt, kept_at_undo AS keptAtUndo`,
  values: [],
} as const

/** The newest imports first. */
export function readBatches(db: ReadableDb, limit: number): readonly ImportBatch[] {
  return all<ImportBatch>(
    db,
    sql`SELECT ${columns} FROM import_batches ORDER BY at DESC, id DESC LIMIT ${limit}`,
  )
}

/** An import by its id; undefined where there is none. */
export function readBatch(db: ReadableDb, id: string): ImportBatch | undefined {
  return get<ImportBatch>(db, sql`SELECT ${columns} FROM import_batches WHERE id = ${id}`)
}

/** Enters an import before its rows, which refer to it; its counts follow at the end. */
export function insertBatch(
  db: WritableDb,
  id: string,
  register: RegisterName,
  fileName: string,
  write: WriteContext,
): void {
  runOne(
    db,
    sql`INSERT INTO import_batches (id, register, file_name, at, actor, rows, created, updated, unchanged, rejected)
      VALUES (${id}, ${register}, ${fileName}, ${write.now}, ${write.actor}, 0, 0, 0, 0, 0)`,
  )
}

/** Enters the counts of an import once its rows are in. */
export function completeBatch(db: WritableDb, id: string, outcome: ImportOutcome): void {
  const rejected = Object.values(outcome.rejected).reduce((sum, count) => sum + count, 0)
  runOne(
    db,
    sql`UPDATE import_batches SET rows = ${outcome.rows}, created = ${outcome.created}, updated = ${outcome.updated},
      unchanged = ${outcome.unchanged}, rejected = ${rejected} WHERE id = ${id}`,
  )
}

/** Enters that an import was taken back at an instant (ms), and how many rows kept later changes. */
export function markUndone(db: WritableDb, id: string, at: number, kept: number): void {
  runOne(db, sql`UPDATE import_batches SET undone_at = ${at}, kept_at_undo = ${kept} WHERE id = ${id}`)
}

import type { ChangeAction, FieldChanges } from '@shared/features/history/history.contract'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { changeActions } from '@shared/features/history/history.contract'
import { all, get, list, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

/** A step as it is kept: a stretch of the change log. */
export type StoredStep = {
  readonly id: number
  readonly at: number
  readonly firstEntry: number
  readonly lastEntry: number
}

/** What a step did to one record; null changes: their content was erased. */
export type StepEntry = {
  readonly action: ChangeAction
  readonly register: RegisterName
  readonly recordId: string
  readonly changes: FieldChanges | null
}

const columns = sql`id, at, first_entry AS firstEntry, last_entry AS lastEntry`

/** The newest step of somebody that has not been taken back. */
export function stepToTakeBack(db: ReadableDb, actor: string): StoredStep | undefined {
  return get<StoredStep>(
    db,
    sql`SELECT ${columns} FROM undo_steps WHERE actor = ${actor} AND undone_at IS NULL AND dropped_at IS NULL
      ORDER BY id DESC LIMIT 1`,
  )
}

/** The step taken back last, as long as nothing new has been done since. */
export function stepToDoAgain(db: ReadableDb, actor: string): StoredStep | undefined {
  return get<StoredStep>(
    db,
    sql`SELECT ${columns} FROM undo_steps WHERE actor = ${actor} AND undone_at IS NOT NULL AND dropped_at IS NULL
      AND id > (SELECT ifnull(max(id), 0) FROM undo_steps WHERE actor = ${actor} AND undone_at IS NULL)
      ORDER BY id LIMIT 1`,
  )
}

/** What a step did to records, in the order in which it did it. The papers a new request got go and come with it. */
export function entriesOfStep(db: ReadableDb, { firstEntry, lastEntry }: StoredStep): StepEntry[] {
  const rows = all<Omit<StepEntry, 'changes'> & { changes: string }>(
    db,
    sql`SELECT action, register, record_id AS recordId, changes FROM change_log
      WHERE seq BETWEEN ${firstEntry} AND ${lastEntry} AND register IN ${list(registerNames)} ORDER BY seq`,
  )
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChanges | null }))
}

/** The first entry of a step and how many records it changed. */
export function summaryOfStep(
  db: ReadableDb,
  { firstEntry, lastEntry }: StoredStep,
): (Omit<StepEntry, 'changes'> & { readonly count: number }) | undefined {
  return get(
    db,
    sql`SELECT action, register, record_id AS recordId,
        (SELECT count(DISTINCT record_id) FROM change_log WHERE seq BETWEEN ${firstEntry} AND ${lastEntry}) AS count
      FROM change_log WHERE seq = ${firstEntry}`,
  )
}

/** Somebody else who changed a record after a step. */
export function changedSinceBy(
  db: ReadableDb,
  recordId: string,
  after: number,
  actor: string,
): string | undefined {
  return get<{ actor: string }>(
    db,
    sql`SELECT actor FROM change_log WHERE record_id = ${recordId} AND seq > ${after} AND actor <> ${actor}
      AND action IN ${list(changeActions)} LIMIT 1`,
  )?.actor
}

/** Notes that a step was taken back (ms), or done again (null). */
export function markStep(db: WritableDb, id: number, undoneAt: number | null): void {
  runOne(db, sql`UPDATE undo_steps SET undone_at = ${undoneAt} WHERE id = ${id}`)
}

/** Offers a step never again: something stands in its way for good. */
export function dropStep(db: WritableDb, id: number, at: number): void {
  run(db, sql`UPDATE undo_steps SET dropped_at = ${at} WHERE id = ${id}`)
}

import { logHead } from './change-log'
import type { CommandContext } from './handlers'
import { inTransaction, run, runOne, sql, type WritableDb } from './sql'

/** Further back nobody remembers what they did. */
export const keptSteps = 200

/**
 * Runs a command's changes in one transaction and remembers them as a step that can be taken back. Whatever the change
 * log says of them must be something `features/undo` knows how to put back.
 */
export function inStep<T>(context: CommandContext, work: () => T): T {
  const { db, session } = context
  return inTransaction(db, () => {
    const before = logHead(db).seq
    const result = work()
    const last = logHead(db).seq
    if (last > before) rememberStep(db, session.actor, { first: before + 1, last }, context.now())
    return result
  })
}

function rememberStep(
  db: WritableDb,
  actor: string,
  { first, last }: { readonly first: number; readonly last: number },
  at: number,
): void {
  runOne(
    db,
    sql`INSERT INTO undo_steps (actor, at, first_entry, last_entry) VALUES (${actor}, ${at}, ${first}, ${last})`,
  )
  run(
    db,
    sql`DELETE FROM undo_steps WHERE actor = ${actor} AND id <= (
      SELECT id FROM undo_steps WHERE actor = ${actor} ORDER BY id DESC LIMIT 1 OFFSET ${keptSteps})`,
  )
}

import { readdirSync } from 'node:fs'
import { AppError } from '@shared/contract/result'
import { number, sql, type ReadableDb } from '../../../electron/data/sql'
import { compareCommands, readTold, type Told } from './commands'
import { problemsOf, startProgram, unfinishedFile } from './product'
import type { VictimEnd } from './strace'

/** What a park holds that a fault must not change: sums over everything a user sees. */
export type Contents = {
  readonly tenants: number
  readonly requests: number
  readonly incidents: number
  readonly batches: number
  /** Of incidents in the change log. */
  readonly entries: number
}

export function contentsOf(db: ReadableDb): Contents {
  const count = (table: string) => number(db, sql`SELECT count(*) FROM ${{ text: table, values: [] }}`)
  return {
    tenants: count('tenants'),
    requests: count('requests'),
    incidents: count('incidents'),
    batches: count('import_batches'),
    entries: number(db, sql`SELECT count(*) FROM change_log WHERE register = 'incidents'`),
  }
}

/** Files that work in progress left in a folder or below it. */
function strayFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    unfinishedFile.test(name),
  )
}

/**
 * Starts the program on a park as after any stop, has the park checked by its own means, compares it and looks for what
 * was left lying about. Answers what is wrong, or null.
 */
export async function judgePark(
  folder: string,
  compare: (db: ReadableDb) => string | null,
): Promise<string | null> {
  try {
    const desk = await startProgram(folder)
    try {
      const [problem] = problemsOf(desk.db)
      if (problem !== undefined) return problem
      const different = compare(desk.db)
      if (different !== null) return different
    } finally {
      desk.close()
    }
  } catch (error) {
    return `does not open: ${error instanceof AppError ? error.code : String(error)}`
  }
  const strays = strayFiles(folder)
  return strays.length === 0 ? null : `left behind: ${strays.join(' ')}`
}

/** What a victim must never do, whatever is done to it: fail for a reason nobody can name, or end otherwise than killed. */
export function judgeEnd(end: VictimEnd, told: Told): string | null {
  if (end.hung) return 'hung'
  const nameless = told.codes.find((code) => code.startsWith('internal'))
  if (nameless !== undefined) return `failed without a reason: ${nameless}`
  return end.killed || end.status === 0
    ? null
    : `ended with status ${end.status}: ${end.complained.slice(-400)}`
}

/** Judges single commands. */
export async function judgeCommands(park: string, end: VictimEnd): Promise<string | null> {
  const told = readTold(end.said)
  return judgeEnd(end, told) ?? (await judgePark(park, (db) => compareCommands(db, told)))
}

/** Judges an import of a file's rows into a park: all of them with their batch and log entries, or none. */
export async function judgeImport(
  park: string,
  end: VictimEnd,
  rows: number,
  before: Contents,
): Promise<string | null> {
  const told = readTold(end.said)
  const compare = (db: ReadableDb) => {
    const after = contentsOf(db)
    const taken = after.incidents - before.incidents
    if (taken !== 0 && taken !== rows) return `half an import: ${taken} of ${rows} rows`
    const all = taken === rows
    if (after.batches - before.batches !== (all ? 1 : 0)) return `${taken} rows, but ${after.batches} batches`
    if (after.entries - before.entries !== taken) return `${taken} rows, but ${after.entries} entries`
    const unlike = number(
      db,
      sql`SELECT count(*) FROM import_batches b WHERE b.created <> (SELECT count(*) FROM incidents i WHERE i.batch_id = b.id)
        AND b.register = 'incidents'`,
    )
    if (unlike > 0) return 'a batch counts other rows than it has'
    if (told.stored.size > 0 && !all) return 'lost: the import'
    // An error may be told although the last step, the closing of the file, came after the rows were safe.
    return all && told.stored.size + told.failed.size + told.open.size === 0 ? 'never begun' : null
  }
  return judgeEnd(end, told) ?? (await judgePark(park, compare))
}

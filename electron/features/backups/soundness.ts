import { AppError } from '@shared/contract/result'
import { isCurrent } from '../../data/migrate'
import type { ReadableDb } from '../../data/sql'
import { verifyDatabase } from '../storage'
import { factsOf, type ParkFacts } from './facts'

/** What the pages and references of a file say; the structure of an earlier version knows no more. */
function plainProblem(db: ReadableDb): string | undefined {
  const [line] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
  if (line?.integrity_check !== 'ok') return line?.integrity_check ?? 'integrity_check'
  const broken = db.pragma('foreign_key_check') as { table: string }[]
  return broken[0] && `foreign keys of ${broken[0].table}`
}

/** What is wrong with a database that is to be a backup; undefined where every check passes. */
function problemOf(db: ReadableDb): string | undefined {
  if (!isCurrent(db)) return plainProblem(db)
  const { ok, problems } = verifyDatabase(db)
  return ok ? undefined : `${problems[0]?.kind}: ${problems[0]?.detail}`
}

/** Makes sure that a database passes every check and is what somebody said of it. Errors: `backup_invalid`. */
export function mustBeSound(db: ReadableDb, file: string, told: ParkFacts): void {
  const invalid = (detail: string) => new AppError('backup_invalid', { file, detail })
  const problem = problemOf(db)
  if (problem !== undefined) throw invalid(problem)
  const found = factsOf(db)
  if (found.schema !== told.schema) throw invalid('schema')
  if (found.head.hash !== told.head.hash) throw invalid('head')
  const tables = new Set([...Object.keys(found.counts), ...Object.keys(told.counts)])
  for (const table of tables)
    if (found.counts[table] !== told.counts[table]) throw invalid(`rows of ${table}`)
}

import type { Verification, VerificationProblem } from '@shared/features/storage/storage'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import type { KnownAnchor } from '@shared/features/audit/audit'
import { anchorText } from '@shared/features/audit/anchor'
import { checkChain } from '../../data/check-chain'
import { openReadable, openReadableFile } from '../../data/connection'
import { number, sql, type ReadableDb } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { attachmentProblems } from '../attachments'
import { givenAnchors, knownAnchors, parkIdOf, readAnchors } from '../audit'
import { readPark } from '../settings'

/** A full check of the park, or of another Parkdesk file such as a backup; `anchor` is one typed from a report. */
export type VerifyInput = { readonly file: string | null; readonly anchor?: string | undefined }

function databaseProblems(db: ReadableDb): VerificationProblem[] {
  const lines = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return lines
    .filter((line) => line.integrity_check !== 'ok')
    .map((line) => ({ kind: 'database', detail: line.integrity_check }))
}

function foreignKeyProblems(db: ReadableDb): VerificationProblem[] {
  const broken = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return broken
    .slice(0, 20)
    .map((row) => ({ kind: 'foreign_keys', detail: `${row.table} ${row.rowid} → ${row.parent}` }))
}

/** Live rows without search words, and search words without a live row. */
function searchProblem(db: ReadableDb, register: RegisterName): VerificationProblem[] {
  const table = { text: register, values: [] }
  const index = { text: `${register}_search_docsize`, values: [] }
  const missing = number(
    db,
    sql`SELECT count(*) AS rows FROM ${table} r WHERE r.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM ${index} d WHERE d.id = r.seq)`,
  )
  const left = number(
    db,
    sql`SELECT count(*) AS rows FROM ${index} d WHERE NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.seq = d.id AND r.deleted_at IS NULL)`,
  )
  return missing + left === 0 ? [] : [{ kind: 'search_index', detail: `${register}: -${missing} +${left}` }]
}

/** The log's own chain, and whether it still holds every entry that was noted outside of it. */
function logProblems(db: ReadableDb, anchors: readonly KnownAnchor[]): VerificationProblem[] {
  const { firstBroken, missingAnchors } = checkChain(db, anchors)
  const broken: VerificationProblem[] =
    firstBroken === null ? [] : [{ kind: 'log_chain', detail: String(firstBroken) }]
  const missing = missingAnchors.slice(0, 20).map((anchor): VerificationProblem => ({
    kind: 'anchors',
    detail: `${anchorText(anchor)} (${anchor.source})`,
  }))
  return [...broken, ...missing]
}

function settingsProblem(db: ReadableDb): VerificationProblem[] {
  try {
    readPark(db)
    return []
  } catch (error) {
    return [{ kind: 'settings', detail: error instanceof Error ? error.message : 'park' }]
  }
}

/**
 * Runs every check on an open file; a check that finds the file unreadable is itself a finding. `anchors` are entries of
 * its log as they were noted elsewhere.
 */
export function verifyDatabase(db: ReadableDb, anchors: readonly KnownAnchor[] = []): Verification {
  const checks = [
    () => databaseProblems(db),
    () => foreignKeyProblems(db),
    () => registerNames.flatMap((register) => searchProblem(db, register)),
    () => logProblems(db, anchors),
    () => settingsProblem(db),
  ]
  const problems: VerificationProblem[] = []
  for (const check of checks) {
    try {
      problems.push(...check())
    } catch (error) {
      problems.push({ kind: 'database', detail: error instanceof Error ? error.message : 'unreadable' })
    }
  }
  return { ok: problems.length === 0, problems }
}

/** Task: verifies the park of the data folder or the named file. Errors: `invalid_input` where `anchor` is none. */
export function verify({ file, anchor }: VerifyInput, context: TaskContext): Verification {
  context.progress('verifying', 0, null)
  const db = file === null ? openReadable(context.folder) : openReadableFile(file)
  try {
    if (file !== null) return verifyDatabase(db, givenAnchors(anchor))
    const found = verifyDatabase(db, knownAnchors(context.folder, anchor, parkIdOf(db)))
    const problems = [...found.problems, ...attachedProblems(db, context), ...spoiledProblem(context.folder)]
    return { ok: problems.length === 0, problems }
  } finally {
    db.close()
  }
}

/** Attached files that are gone or not what was attached. */
function attachedProblems(db: ReadableDb, context: TaskContext): VerificationProblem[] {
  return attachmentProblems(context.folder, db, context.checkCancelled)
    .slice(0, 20)
    .map(({ name, state }) => ({ kind: 'attachments', detail: `${name}: ${state}` }))
}

/** Lines of the file of anchors that nobody can read any more are a finding of their own. */
function spoiledProblem(folder: string): VerificationProblem[] {
  const { spoiled } = readAnchors(folder)
  return spoiled === 0 ? [] : [{ kind: 'anchors', detail: `anchors: ${spoiled}` }]
}

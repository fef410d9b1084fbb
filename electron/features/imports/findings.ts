import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { Cell } from '@shared/features/imports/cell'
import type { ImportProblem, RejectReason } from '@shared/features/imports/import'
import { openScratch } from '../../data/connection'
import { toAppError } from '../../data/sqlite-errors'

/** A row that was refused, as the file had it. */
export type RejectedRow = {
  readonly row: number
  readonly reason: RejectReason
  readonly cells: readonly Cell[]
}

/** Takes down what a dry run or an import finds; as many rows as there are, so on the disk. */
export type FindingsWriter = {
  readonly problem: (problem: Omit<ImportProblem, 'index'>) => void
  readonly rejected: (row: RejectedRow) => void
  /** Keeps what was written. */
  readonly finish: () => void
  /** Throws it away. */
  readonly discard: () => void
}

type Scratch = ReturnType<typeof openScratch>

/** Findings of a job are looked at right after it; older ones are of nobody's use. */
const keptFor = 24 * 3_600_000

function folderOf(dataFolder: string): string {
  return join(dataFolder, 'import-findings')
}

function fileOf(dataFolder: string, jobId: string): string {
  if (!/^[0-9a-f-]{36}$/iu.test(jobId)) throw new AppError('not_found')
  return join(folderOf(dataFolder), `${jobId}.sqlite`)
}

/** A new store for a job's findings. Errors: `data_folder_unwritable`, `disk_full`. */
export function writeFindings(
  dataFolder: string,
  jobId: string,
  headings: readonly string[],
): FindingsWriter {
  const file = fileOf(dataFolder, jobId)
  let db: Scratch
  try {
    mkdirSync(folderOf(dataFolder), { recursive: true, mode: 0o700 })
    dropOld(dataFolder)
    rmSync(file, { force: true })
    db = openScratch(file, { readonly: false })
    // A scratch file: were the machine to stop, the job itself would be gone.
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.exec(`BEGIN;
      CREATE TABLE headings (body TEXT NOT NULL);
      CREATE TABLE problems (idx INTEGER PRIMARY KEY, severity TEXT NOT NULL, body TEXT NOT NULL);
      CREATE TABLE rejected (row INTEGER PRIMARY KEY, reason TEXT NOT NULL, cells TEXT NOT NULL);`)
    db.prepare('INSERT INTO headings VALUES (?)').run(JSON.stringify(headings))
  } catch (error) {
    throw folderError(error, dataFolder)
  }
  return writerOn(db, file)
}

/** Whatever the system says of a folder it cannot make, the data folder is not one to work in. */
function folderError(error: unknown, folder: string): AppError {
  const failure = toAppError(error)
  const ofFileSystem = error instanceof Error && 'code' in error && /^E[A-Z]+$/u.test(String(error.code))
  const ofDisk = failure.code === 'disk_full' || failure.code === 'disk_error'
  return ofFileSystem && !ofDisk ? new AppError('data_folder_unwritable', { folder }) : failure
}

function writerOn(db: Scratch, file: string): FindingsWriter {
  const problem = db.prepare('INSERT INTO problems VALUES (?, ?, ?)')
  const rejected = db.prepare('INSERT INTO rejected VALUES (?, ?, ?)')
  let index = 0
  return {
    problem: (found) => {
      problem.run(index, found.severity, JSON.stringify({ ...found, index }))
      index += 1
    },
    rejected: ({ row, reason, cells }) => void rejected.run(row, reason, JSON.stringify(cells)),
    finish: () => {
      db.exec('COMMIT; CREATE INDEX problems_by_severity ON problems (severity, idx)')
      db.close()
    },
    discard: () => {
      db.close()
      rmSync(file, { force: true })
    },
  }
}

function withFindings<T>(dataFolder: string, jobId: string, read: (db: Scratch) => T): T {
  const file = fileOf(dataFolder, jobId)
  if (!existsSync(file)) throw new AppError('not_found')
  const db = openScratch(file, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** A page of a job's problems in the file's order, and how many there are. Errors: `not_found`. */
export function readProblems(
  dataFolder: string,
  jobId: string,
  page: { readonly after: number; readonly limit: number; readonly severity: string | null },
): { readonly rows: readonly ImportProblem[]; readonly total: number } {
  return withFindings(dataFolder, jobId, (db) => {
    const { after, limit, severity } = page
    const rows = db
      .prepare(
        'SELECT body FROM problems WHERE idx > ? AND severity = ifnull(?, severity) ORDER BY idx LIMIT ?',
      )
      .all(after, severity, limit) as { body: string }[]
    const count = db
      .prepare('SELECT count(*) AS total FROM problems WHERE severity = ifnull(?, severity)')
      .get(severity) as { total: number }
    return { rows: rows.map(({ body }) => JSON.parse(body) as ImportProblem), total: count.total }
  })
}

/** Lets `use` go through the rows a job refused. Errors: `not_found`. */
export async function withRejected<T>(
  dataFolder: string,
  jobId: string,
  use: (headings: readonly string[], rows: Iterable<RejectedRow>, count: number) => Promise<T>,
): Promise<T> {
  const file = fileOf(dataFolder, jobId)
  if (!existsSync(file)) throw new AppError('not_found')
  const db = openScratch(file, { readonly: true })
  try {
    const { body } = db.prepare('SELECT body FROM headings').get() as { body: string }
    const { total } = db.prepare('SELECT count(*) AS total FROM rejected').get() as { total: number }
    return await use(JSON.parse(body) as readonly string[], rejectedRows(db), total)
  } finally {
    db.close()
  }
}

function* rejectedRows(db: Scratch): Generator<RejectedRow> {
  const rows = db
    .prepare('SELECT row, reason, cells FROM rejected ORDER BY row')
    .iterate() as IterableIterator<{
    row: number
    reason: RejectReason
    cells: string
  }>
  for (const { row, reason, cells } of rows)
    yield { row, reason, cells: JSON.parse(cells) as readonly Cell[] }
}

/** Forgets a job's findings. */
export function dropFindings(dataFolder: string, jobId: string): void {
  rmSync(fileOf(dataFolder, jobId), { force: true })
}

function dropOld(dataFolder: string): void {
  for (const name of readdirSync(folderOf(dataFolder))) {
    const file = join(folderOf(dataFolder), name)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found !== undefined && Date.now() - found.mtimeMs > keptFor) rmSync(file, { force: true })
  }
}

import { v7 as newId } from 'uuid'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { ImportOutcome } from '@shared/features/imports/import'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { openReadable, openWritable } from '../../data/connection'
import { createRecord, readRecord, updateRecord } from '../../data/records'
import { inTransaction, type WritableDb } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { workstationOf } from '../../data/workstation'
import { readClockwork, startWaiting, updateFollowed } from '../clocks'
import { completeBatch, insertBatch } from './batches.repo'
import { writeFindings, type FindingsWriter } from './findings'
import { inspect } from './inspect'
import { prepareImport, type ImportInput, type PreparedImport } from './prepare-import'
import { saveRejects } from './save-rejects'
import { noSink, takeIn } from './take-in'
import { undo } from './undo'

/** Task: checks every row and writes nothing but the findings of the job. */
async function dryRun(input: ImportInput, context: TaskContext): Promise<ImportOutcome> {
  const db = openReadable(context.folder)
  try {
    const prepared = await prepareImport(db, input, readingProgress(context))
    return keepingFindings(input, context, prepared, (findings) => ({
      batchId: null,
      ...takeIn({
        db,
        register: input.register,
        prepared,
        findings,
        sink: noSink,
        onRow: (done, total) => {
          context.checkCancelled()
          context.progress('checking', done, total)
        },
      }),
    }))
  } finally {
    db.close()
  }
}

/** Task: takes the file in, all of it or, when stopped or failed, nothing. */
async function run(input: ImportInput, context: TaskContext): Promise<ImportOutcome> {
  const db = openWritable(context.folder)
  try {
    const prepared = await prepareImport(db, input, readingProgress(context))
    // May enter a name of its own for a copied or restored park, and so comes before the transaction of the rows.
    const workstation = workstationOf(context.folder, db)
    context.progress('writing', 0, prepared.rowCount)
    return keepingFindings(input, context, prepared, (findings) =>
      inTransaction(db, () => writeRows(db, input, { ...context, workstation }, prepared, findings)),
    )
  } finally {
    db.close()
  }
}

function writeRows(
  db: WritableDb,
  { register }: ImportInput,
  context: TaskContext & { readonly workstation: string },
  prepared: PreparedImport,
  findings: FindingsWriter,
): ImportOutcome {
  const batchId = newId()
  const write: WriteContext = {
    actor: context.actor,
    workstation: context.workstation,
    now: Date.now(),
    batchId,
  }
  const update = updater(db, register, write)
  // Entered with the first row that changes something: an import that changes nothing leaves nothing behind.
  let entered = false
  const enter = () => {
    if (!entered) insertBatch(db, batchId, register, prepared.file.fileName, write)
    entered = true
  }
  const counted = takeIn({
    db,
    register,
    prepared,
    findings,
    sink: {
      create: ({ values }) => {
        enter()
        const id = createRecord(db, register, values, write)
        if (register === 'requests') startWaiting(db, id, values, write)
      },
      update: ({ id, patch }) => {
        enter()
        update(id, patch)
      },
    },
    onRow: (done, total) => {
      context.checkCancelled()
      context.progress('writing', done, total)
    },
  })
  const outcome = { batchId: entered ? batchId : null, ...counted }
  if (entered) {
    completeBatch(db, batchId, outcome)
    logImport(db, register, prepared.file.fileName, outcome, write)
  }
  return outcome
}

/** Changes a stored row; the clocks of a request go with it. */
function updater(db: WritableDb, register: RegisterName, write: WriteContext) {
  let known: ReturnType<typeof readClockwork> | undefined
  const clockwork = () => (known ??= readClockwork(db))
  return (id: string, patch: AnyValues): void => {
    const record = register === 'requests' ? readRecord(db, register, id) : undefined
    if (record) updateFollowed(db, record, patch, write, { how: 'import', clockwork })
    else updateRecord(db, register, id, patch, null, write)
  }
}

/** One entry for the import as a whole, not of its batch: taking it back looks at the entries of rows only. */
function logImport(
  db: WritableDb,
  register: ImportInput['register'],
  fileName: string,
  { batchId, created, updated, unchanged, rejected }: ImportOutcome,
  write: WriteContext,
): void {
  const changes: FieldChanges = {
    file: [null, fileName],
    register: [null, register],
    created: [null, created],
    updated: [null, updated],
    unchanged: [null, unchanged],
    rejected: [null, Object.values(rejected).reduce((sum, rows) => sum + rows, 0)],
  }
  const entry = { action: 'made', register: 'imports', recordId: batchId ?? '', changes } as const
  appendToLog(db, entry, { ...write, batchId: null })
}

function keepingFindings(
  { jobId }: ImportInput,
  { folder }: TaskContext,
  prepared: PreparedImport,
  work: (findings: FindingsWriter) => ImportOutcome,
): ImportOutcome {
  const findings = writeFindings(folder, jobId, prepared.headings)
  try {
    const outcome = work(findings)
    findings.finish()
    return outcome
  } catch (error) {
    findings.discard()
    throw error
  }
}

function readingProgress(context: TaskContext): (done: number, total: number) => void {
  return (done, total) => {
    context.checkCancelled()
    context.progress('reading', done, total)
  }
}

export const importsTasks = {
  'imports.inspect': inspect,
  'imports.dryRun': dryRun,
  'imports.run': run,
  'imports.saveRejects': saveRejects,
  'imports.undo': undo,
}

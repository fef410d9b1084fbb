import type { FileRow } from '@shared/features/imports/cell'
import type { ImportOutcome, RejectReason, WarningReason } from '@shared/features/imports/import'
import { rowJudge, type Verdict } from '@shared/features/imports/judge-row'
import type { RegisterName } from '@shared/kernel/registers'
import type { ReadableDb } from '../../data/sql'
import type { FindingsWriter } from './findings'
import { lookupsOf } from './lookups'
import { LeftOutColumns, type PreparedImport } from './prepare-import'

/** What happens to the rows that are taken. */
export type RowSink = {
  readonly create: (verdict: Extract<Verdict, { kind: 'created' }>) => void
  readonly update: (verdict: Extract<Verdict, { kind: 'updated' }>) => void
}

/** A dry run takes nothing in. */
export const noSink: RowSink = { create: () => undefined, update: () => undefined }

type Counts = {
  rows: number
  created: number
  updated: number
  unchanged: number
  readonly rejected: Partial<Record<RejectReason, number>>
  readonly warnings: Partial<Record<WarningReason, number>>
}

export type TakeIn = {
  readonly db: ReadableDb
  readonly register: RegisterName
  readonly prepared: PreparedImport
  readonly findings: FindingsWriter
  readonly sink: RowSink
  /** Called now and then with the rows done; may throw `cancelled`. */
  readonly onRow: (done: number, total: number) => void
}

/** Rows between two looks at progress and cancelling. */
const stepRows = 200

/** Judges every row in the file's order, hands on those that are taken, and counts. `batchId` is for the caller to add. */
export function takeIn(job: TakeIn): Omit<ImportOutcome, 'batchId'> {
  const { prepared, register } = job
  const judge = rowJudge(register, prepared.reader, lookupsOf(job.db, register))
  const leftOut = new LeftOutColumns(prepared.headings, prepared.fields)
  const counts: Counts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: {}, warnings: {} }
  for (const row of prepared.rows()) {
    if (counts.rows % stepRows === 0) job.onRow(counts.rows, prepared.rowCount)
    counts.rows += 1
    leftOut.look(row)
    const verdict = judge(row.cells)
    if (verdict.kind === 'rejected') {
      refuse(job, counts, row, verdict.problem)
      continue
    }
    counts[verdict.kind] += 1
    if (verdict.warning !== null) warn(job, counts, row, verdict.warning)
    if (verdict.kind === 'created') job.sink.create(verdict)
    else if (verdict.kind === 'updated') job.sink.update(verdict)
  }
  return { register, fileName: prepared.file.fileName, ...counts, unrecognisedColumns: leftOut.names() }
}

function refuse(
  job: TakeIn,
  counts: Counts,
  row: FileRow,
  { reason, field }: { readonly reason: RejectReason; readonly field: string | null },
): void {
  counts.rejected[reason] = (counts.rejected[reason] ?? 0) + 1
  job.findings.rejected({ row: row.row, reason, cells: row.cells })
  job.findings.problem({ row: row.row, severity: 'rejected', reason, ...place(job, row, field) })
}

function warn(job: TakeIn, counts: Counts, row: FileRow, field: string): void {
  counts.warnings.check_digit = (counts.warnings.check_digit ?? 0) + 1
  job.findings.problem({
    row: row.row,
    severity: 'warning',
    reason: 'check_digit',
    ...place(job, row, field),
  })
}

/** Where in the file a field of a row stands and what is there. */
function place({ prepared }: TakeIn, row: FileRow, field: string | null) {
  const column = field === null ? null : prepared.reader.columnOf(field)
  return {
    column,
    columnName: column === null ? null : (prepared.headings[column] ?? null),
    field,
    value: field === null ? null : prepared.reader.textOf(row.cells, field),
  }
}

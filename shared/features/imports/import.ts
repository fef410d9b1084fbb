import type { RegisterName } from '../../kernel/registers'

/** Why a row is refused; the first that fits, in this order (indicators: "What an import does with a row"). */
export const rejectReasons = [
  'missing_required',
  'invalid_date',
  'invalid_number',
  'out_of_range',
  'inconsistent_dates',
  'unknown_value',
  'unknown_reference',
  'duplicate',
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What is pointed out of a row that is taken all the same. */
export const warningReasons = ['check_digit'] as const
export type WarningReason = (typeof warningReasons)[number]

/** One thing pointed out in one cell. `column` is the index from 0, null when the row as a whole is meant. */
export type ImportProblem = {
  readonly index: number
  readonly row: number
  readonly severity: 'rejected' | 'warning'
  readonly reason: RejectReason | WarningReason
  readonly column: number | null
  readonly columnName: string | null
  readonly field: string | null
  readonly value: string | null
}

export type ImportOutcome = {
  readonly batchId: string | null
  readonly register: RegisterName
  readonly fileName: string
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>
  readonly warnings: Readonly<Partial<Record<WarningReason, number>>>
  readonly unrecognisedColumns: readonly string[]
}

export type InspectedColumn = {
  readonly index: number
  readonly header: string
  /** The field its values go to, null when it is left out. */
  readonly field: string | null
  readonly samples: readonly string[]
}

export type FileInspection = {
  readonly fileName: string
  readonly format: 'xlsx' | 'csv' | 'json'
  readonly encoding: string | null
  readonly encodings: readonly string[]
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** The register the header names fit best. */
  readonly register: RegisterName
  readonly headerRow: number
  readonly columns: readonly InspectedColumn[]
  /** Required fields no column gives. */
  readonly missing: readonly string[]
  readonly profile: string | null
}

export type ImportBatch = {
  readonly id: string
  readonly register: RegisterName
  readonly fileName: string
  readonly at: number
  readonly actor: string
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly undoneAt: number | null
  /** Rows that kept later changes when the import was taken back. */
  readonly keptAtUndo: number | null
}

export type MappingProfile = {
  readonly id: string
  readonly register: RegisterName
  readonly name: string
  readonly headers: readonly string[]
  readonly mapping: Readonly<Record<string, string>>
}

import { AppError, type FieldProblem } from '@shared/contract/result'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { compareKey } from '@shared/kernel/text'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import type { WriteContext } from '../change-log'
import type { CommandContext } from '../handlers'
import { get, sql, type ReadableDb, type WritableDb } from '../sql'
import { inStep } from '../undo-steps'
import {
  createRecord,
  isLiveTenant,
  removeRecord,
  restoreRecord,
  updateRecord,
  type StoredRecord,
} from './record-store'
import { mustSeeRecord, refuseHidden, shown } from './visibility'

/** What a register adds to storing its rows. */
export type RecordRules = {
  readonly register: RegisterName
  /** Contradictions between fields. */
  readonly problems: (values: AnyValues) => readonly FieldProblem[]
  /** Fills what the user left empty: a number, a status. */
  readonly complete: (db: WritableDb, values: AnyValues, now: number) => AnyValues
  /** What a new record gets beside its row, in the same transaction. */
  readonly created?: (db: WritableDb, id: string, values: AnyValues, write: WriteContext) => void
  /**
   * What else changes with a record: given what is stored (null: a new one) and what is written. Changes nothing
   * itself before `after`, which runs in the same transaction once the record is stored.
   */
  readonly follow?: (
    db: WritableDb,
    record: StoredRecord | null,
    values: AnyValues,
    write: WriteContext,
  ) => Followed
}

/** Values with those that follow from them, and what is stored beside the record. */
export type Followed = { readonly values: AnyValues; readonly after: (id: string) => void }

/** Who writes, now, from the window. */
export function writeContext(context: CommandContext): WriteContext {
  return {
    actor: context.session.actor,
    workstation: context.workstation,
    now: context.now(),
    batchId: null,
  }
}

function refuseProblems(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new AppError('invalid_input', {}, problems)
}

/** The id of the live row with a reference, compared without case and spacing. */
export function idOfReference(
  db: ReadableDb,
  register: 'requests' | 'incidents',
  reference: string,
): string | undefined {
  const table = { text: register, values: [] }
  const key = compareKey(reference)
  return get<{ id: string }>(
    db,
    sql`SELECT id FROM ${table} WHERE reference_key = ${key} AND deleted_at IS NULL`,
  )?.id
}

function refuseTakenReference(
  db: ReadableDb,
  register: RegisterName,
  values: AnyValues,
  ownId: string | null,
): void {
  const reference = values['reference']
  if (register === 'tenants' || typeof reference !== 'string') return
  const id = idOfReference(db, register, reference)
  if (id !== undefined && id !== ownId) {
    throw new AppError('invalid_input', {}, [
      { path: 'reference', code: 'duplicate', params: { value: reference } },
    ])
  }
}

/** Refuses a tenant that is not there or in the bin. Errors: `invalid_input`. */
export function refuseMissingTenant(db: ReadableDb, values: AnyValues): void {
  const tenantId = values['tenantId']
  if (typeof tenantId === 'string' && !isLiveTenant(db, tenantId)) {
    throw new AppError('invalid_input', {}, [{ path: 'tenantId', code: 'unknown_reference' }])
  }
}

/** Creates a record from a form; answers its id. Errors: `invalid_input` with the fields that are wrong. */
function create(context: CommandContext, rules: RecordRules, values: AnyValues): string {
  const write = writeContext(context)
  refuseHidden(rules.register, values, context.session.rights)
  const id = inStep(context, () => {
    refuseTakenReference(context.db, rules.register, values, null)
    refuseMissingTenant(context.db, values)
    const complete = rules.complete(context.db, values, write.now)
    refuseProblems(rules.problems(complete))
    const followed = rules.follow?.(context.db, null, complete, write)
    const stored = followed?.values ?? complete
    const created = createRecord(context.db, rules.register, stored, write)
    followed?.after(created)
    rules.created?.(context.db, created, stored, write)
    return created
  })
  context.changed(rules.register)
  return id
}

export type Versioned = { readonly id: string; readonly version: number }
/** A register, and what else changes with a change of its records. */
export type Following = Pick<RecordRules, 'register' | 'follow'>
type AnyVersion = { readonly id: string; readonly version: number | null }

/**
 * Changes a record by its rules; `remarks` stand in the log beside the values. Errors: `changed_meanwhile` when somebody
 * else was quicker, `invalid_input`. Runs inside a transaction.
 */
export function changeRecord(
  context: CommandContext,
  rules: RecordRules,
  target: Versioned,
  values: AnyValues,
  remarks: FieldChanges = {},
): void {
  const { db, session } = context
  refuseHidden(rules.register, values, session.rights)
  const record = mustSeeRecord(db, rules.register, target.id, session.rights)
  refuseTakenReference(db, rules.register, values, target.id)
  refuseMissingTenant(db, values)
  refuseProblems(rules.problems({ ...record, ...values }))
  storeFields(context, rules, record, values, target.version, remarks)
}

/** Changes a record from a form. Errors: those of `changeRecord`. */
function update(context: CommandContext, rules: RecordRules, target: Versioned, values: AnyValues): void {
  inStep(context, () => changeRecord(context, rules, target, values))
  context.changed(rules.register)
}

/** Stores changed fields with what follows from them. */
function storeFields(
  context: CommandContext,
  { register, follow }: Following,
  record: StoredRecord,
  values: AnyValues,
  version: number | null,
  remarks: FieldChanges = {},
): void {
  const write = writeContext(context)
  const followed = follow?.(context.db, record, values, write)
  updateRecord(context.db, register, record.id, followed?.values ?? values, version, write, remarks)
  followed?.after(record.id)
}

/**
 * Gives fields of a record values they had before, whatever its version is; they may contradict each other as they did
 * then. `remarks` stand in the log beside the values. Runs inside a transaction. Errors: `not_found`, `invalid_input` where
 * a number or a tenant is no longer free.
 */
export function putFieldsBack(
  context: CommandContext,
  rules: Following,
  id: string,
  values: AnyValues,
  remarks: FieldChanges = {},
): void {
  const { register } = rules
  refuseHidden(register, values, context.session.rights)
  const record = mustSeeRecord(context.db, register, id, context.session.rights)
  refuseTakenReference(context.db, register, values, id)
  refuseMissingTenant(context.db, values)
  storeFields(context, rules, record, values, null, remarks)
}

/** Puts a record into the bin. */
function remove(context: CommandContext, rules: RecordRules, target: Versioned): void {
  inStep(context, () => intoBin(context, rules.register, target))
  context.changed(rules.register)
}

/** Puts a record into the bin; version null: whatever it is. Runs inside a transaction. */
export function intoBin(context: CommandContext, register: RegisterName, { id, version }: AnyVersion): void {
  mustSeeRecord(context.db, register, id, context.session.rights)
  removeRecord(context.db, register, id, version, writeContext(context))
}

/** Takes a record out of the bin. */
function restore(context: CommandContext, rules: RecordRules, target: Versioned): void {
  inStep(context, () => outOfBin(context, rules, target))
  context.changed(rules.register)
}

/** Takes a record out of the bin; version null: whatever it is. Runs inside a transaction. */
export function outOfBin(context: CommandContext, rules: Following, { id, version }: AnyVersion): void {
  const { register, follow } = rules
  const record = mustSeeRecord(context.db, register, id, context.session.rights)
  refuseTakenReference(context.db, register, record, id)
  restoreRecord(context.db, register, id, version, writeContext(context))
  if (follow) storeFields(context, rules, record, {}, null)
}

type Values = Readonly<Record<string, unknown>>

/** The commands every register has, over its rules; `find` reads a row as the window shows it. */
export function recordCommands<Row extends object>(
  rules: RecordRules,
  find: (db: ReadableDb, id: string) => Row | undefined,
) {
  const found = (context: CommandContext, id: string): Row =>
    shown(rules.register, mustFind(find(context.db, id), rules.register), context.session.rights)
  return {
    create: ({ values }: { readonly values: Values }, context: CommandContext) =>
      found(context, create(context, rules, values as AnyValues)),
    update: ({ id, version, values }: Versioned & { readonly values: Values }, context: CommandContext) => {
      update(context, rules, { id, version }, values as AnyValues)
      return found(context, id)
    },
    remove: (target: Versioned, context: CommandContext) => {
      remove(context, rules, target)
      return found(context, target.id)
    },
    restore: (target: Versioned, context: CommandContext) => {
      restore(context, rules, target)
      return found(context, target.id)
    },
  }
}

/** The row, or the error that there is none. */
export function mustFind<Row>(row: Row | undefined, register: RegisterName): Row {
  if (row === undefined) throw new AppError('not_found', { register })
  return row
}

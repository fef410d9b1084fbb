import { AppError } from '@shared/contract/result'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { FieldValue } from '@shared/kernel/field'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import type { CommandContext } from '../../data/handlers'
import {
  intoBin,
  mustSeeRecord,
  outOfBin,
  putFieldsBack,
  recordTables,
  type Following,
} from '../../data/records'
import { followClocks } from '../clocks'
import { putDetailsBack, turned } from '../details'
import { changedSinceBy, entriesOfStep, type StepEntry, type StoredStep } from './undo.repo'

/** `back` undoes what an entry of the log tells, `again` does it once more. */
export type Direction = 'back' | 'again'

/**
 * Takes a step back or does it again, all of it or nothing; runs inside a transaction. Errors: `undo_overtaken` where
 * somebody changed the same in between, `not_allowed` without the rights the step took, and whatever storing answers.
 */
export function replay(context: CommandContext, step: StoredStep, direction: Direction): void {
  const entries = entriesOfStep(context.db, step)
  const ordered = direction === 'back' ? entries.toReversed() : entries
  for (const entry of ordered) {
    mustHoldRight(context, entry)
    replayEntry(context, entry, direction, step)
  }
}

function mustHoldRight({ session }: CommandContext, { register }: StepEntry): void {
  if (!session.rights.has(`${register}.write`))
    throw new AppError('not_allowed', { name: `${register}.write` })
}

function replayEntry(
  context: CommandContext,
  entry: StepEntry,
  direction: Direction,
  step: StoredStep,
): void {
  const { register, recordId: id } = entry
  const target = { id, version: null }
  if (entry.action === 'updated') return replayFields(context, entry, direction)
  const appears = (entry.action === 'deleted') === (direction === 'back')
  if (appears) return outOfBin(context, following(register), target)
  if (entry.action === 'created') refuseOthersWork(context, entry, step)
  intoBin(context, register, target)
}

/** The clocks of a request go with it; due times are those that are put back. */
function following(register: RegisterName): Following {
  if (register !== 'requests') return { register }
  return {
    register,
    follow: (db, record, values, write) => followClocks(db, record, values, write, { how: 'undo' }),
  }
}

/** A record that somebody else has worked on since is not put into the bin by whoever made it. */
function refuseOthersWork({ db, session }: CommandContext, entry: StepEntry, step: StoredStep): void {
  const by = changedSinceBy(db, entry.recordId, step.lastEntry, session.actor)
  if (by !== undefined) throw new AppError('undo_overtaken', { name: by })
}

function replayFields(context: CommandContext, entry: StepEntry, direction: Direction): void {
  const { register, recordId: id, changes } = entry
  const record = mustSeeRecord(context.db, register, id, context.session.rights)
  if (changes === null) throw new AppError('undo_overtaken', { name: record.updatedBy })
  const { from, to } = valuesOf(register, changes, direction)
  const isOvertaken = Object.entries(from).some(([field, value]) => (record[field] ?? null) !== value)
  const details = isOvertaken ? undefined : replayDetails(context, entry, direction)
  if (details === undefined) throw new AppError('undo_overtaken', { name: record.updatedBy })
  putFieldsBack(context, following(register), id, to, details)
}

/** Puts back what hangs on a request; undefined where that was changed since. */
function replayDetails(
  { db, session }: CommandContext,
  { register, recordId, changes }: StepEntry,
  direction: Direction,
): FieldChanges | undefined {
  if (register !== 'requests' || changes === null) return {}
  return putDetailsBack(db, recordId, direction === 'back' ? changes : turned(changes), session.rights)
}

/** What the fields must hold now, and what they are to hold; a remark such as a reason is no field. */
function valuesOf(
  register: RegisterName,
  changes: FieldChanges,
  direction: Direction,
): { from: AnyValues; to: AnyValues } {
  const from: Record<string, FieldValue> = {}
  const to: Record<string, FieldValue> = {}
  for (const [field, [before, after]] of Object.entries(changes)) {
    if (!recordTables[register].fields.includes(field)) continue
    from[field] = direction === 'back' ? after : before
    to[field] = direction === 'back' ? before : after
  }
  return { from, to }
}

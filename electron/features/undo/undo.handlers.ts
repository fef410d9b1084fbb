import { AppError } from '@shared/contract/result'
import type { UndoState, UndoStep } from '@shared/features/undo/undo.contract'
import { nameField } from '@shared/kernel/registers'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { isVisible, readRecord } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { replay, type Direction } from './reverse'
import {
  dropStep,
  markStep,
  stepToDoAgain,
  stepToTakeBack,
  summaryOfStep,
  type StoredStep,
} from './undo.repo'

/** A step in the words of the window; null where somebody may no longer see what it changed. */
function shownStep({ db, session }: QueryContext, step: StoredStep | undefined): UndoStep | null {
  const summary = step && summaryOfStep(db, step)
  if (!step || !summary || !session.rights.has(`${summary.register}.write`)) return null
  const record = readRecord(db, summary.register, summary.recordId)
  if (!record || !isVisible(summary.register, record, session.rights)) return null
  return { ...summary, id: step.id, at: step.at, label: String(record[nameField(summary.register)]) }
}

function stateOf(context: QueryContext): UndoState {
  const { db, session } = context
  return {
    undo: shownStep(context, stepToTakeBack(db, session.actor)),
    redo: shownStep(context, stepToDoAgain(db, session.actor)),
  }
}

function candidate({ db, session }: QueryContext, direction: Direction): StoredStep | undefined {
  return direction === 'back' ? stepToTakeBack(db, session.actor) : stepToDoAgain(db, session.actor)
}

/** The step the window showed, if it is still the next one. Errors: `undo_gone`. */
function mustBeNext(context: QueryContext, id: number, direction: Direction) {
  const step = candidate(context, direction)
  const shown = shownStep(context, step)
  if (!step || step.id !== id || !shown) throw new AppError('undo_gone')
  return { step, shown }
}

function carryOut(context: CommandContext, id: number, direction: Direction): UndoStep {
  const { db } = context
  const { step, shown } = mustBeNext(context, id, direction)
  try {
    inTransaction(db, () => {
      replay(context, step, direction)
      markStep(db, id, direction === 'back' ? context.now() : null)
    })
  } catch (error) {
    // Nothing was changed. Offering it for ever would keep everything before it out of reach.
    if (error instanceof AppError) inTransaction(db, () => dropStep(db, id, context.now()))
    throw error
  } finally {
    context.changed(shown.register)
  }
  return shown
}

export const undoHandlers: Handlers<'undo'> = {
  state: (_input, context) => stateOf(context),
  takeBack: ({ id }, context) => carryOut(context, id, 'back'),
  doAgain: ({ id }, context) => carryOut(context, id, 'again'),
}

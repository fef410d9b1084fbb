import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { ChangeAction } from '../history/history.contract'
import type { RegisterName } from '../../kernel/registers'

/** Something somebody did that can be taken back, or done again: what happened to which record. */
export type UndoStep = {
  readonly id: number
  readonly at: number
  readonly action: ChangeAction
  readonly register: RegisterName
  readonly recordId: string
  /** How many records the step changed. */
  readonly count: number
  /** What the first of them is called: a tenant's name, else a number. */
  readonly label: string
}

/** The step that would be taken back next, and the one that would be done again. */
export type UndoState = { readonly undo: UndoStep | null; readonly redo: UndoStep | null }

const stepId = z.strictObject({ id: z.number().int().positive() })

/** Everybody takes back their own steps; each also needs the rights it took to make it. */
export const undoContract = {
  state: query({ right: 'signedIn', input: z.strictObject({}), output: answers<UndoState>() }),
  takeBack: command({ right: 'signedIn', input: stepId, output: answers<UndoStep>() }),
  doAgain: command({ right: 'signedIn', input: stepId, output: answers<UndoStep>() }),
}

import type { FieldProblem } from '../contract/result'
import type { AnyValues } from './registers'

/** The problem of a later date or instant that lies before the earlier one; both must be given. */
export function orderProblem(values: AnyValues, earlier: string, later: string): FieldProblem | undefined {
  const from = values[earlier]
  const to = values[later]
  if (from === null || from === undefined || to === null || to === undefined || to >= from) return undefined
  return { path: later, code: 'inconsistent_dates', params: { other: earlier } }
}

/** The problem of an empty field that something else asks for. */
export function neededProblem(values: AnyValues, field: string, needed: boolean): FieldProblem | undefined {
  const value = values[field]
  return needed && (value === null || value === undefined) ? { path: field, code: 'required' } : undefined
}

/** The problems there are. */
export function presentProblems(problems: readonly (FieldProblem | undefined)[]): FieldProblem[] {
  return problems.filter((problem) => problem !== undefined)
}

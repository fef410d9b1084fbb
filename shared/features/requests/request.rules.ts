import type { FieldProblem } from '../../contract/result'
import type { AnyValues } from '../../kernel/registers'
import { neededProblem, orderProblem, presentProblems } from '../../kernel/rules'

/** What is contradictory in a request's values: dates out of order, a value without its currency. */
export function requestProblems(values: AnyValues): FieldProblem[] {
  return presentProblems([
    orderProblem(values, 'receivedAt', 'firstResponseAt'),
    orderProblem(values, 'receivedAt', 'closedAt'),
    neededProblem(
      values,
      'currency',
      values['declaredValue'] !== null && values['declaredValue'] !== undefined,
    ),
    neededProblem(values, 'closedAt', values['status'] === 'closed'),
  ])
}

import type { FieldProblem } from '../../contract/result'
import type { AnyValues } from '../../kernel/registers'
import { neededProblem, orderProblem, presentProblems } from '../../kernel/rules'

/** What is contradictory in an incident's values: dates out of order, a loss without its currency. */
export function incidentProblems(values: AnyValues): FieldProblem[] {
  return presentProblems([
    orderProblem(values, 'occurredAt', 'reportedAt'),
    orderProblem(values, 'occurredAt', 'closedAt'),
    neededProblem(values, 'currency', typeof values['loss'] === 'number' && values['loss'] > 0),
    neededProblem(values, 'closedAt', values['status'] === 'closed'),
  ])
}

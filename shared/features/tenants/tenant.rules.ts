import type { FieldProblem } from '../../contract/result'
import type { AnyValues } from '../../kernel/registers'
import { orderProblem, presentProblems } from '../../kernel/rules'

/** What is contradictory in a tenant's values: dates out of order, more local staff than staff. */
export function tenantProblems(values: AnyValues): FieldProblem[] {
  const { employees, localEmployees } = values
  const tooManyLocals =
    typeof employees === 'number' && typeof localEmployees === 'number' && localEmployees > employees
  return presentProblems([
    orderProblem(values, 'movedIn', 'movedOut'),
    orderProblem(values, 'leaseStart', 'leaseEnd'),
    tooManyLocals ? { path: 'localEmployees', code: 'out_of_range', params: { max: employees } } : undefined,
  ])
}

import { AppError } from '@shared/contract/result'
import type { Headcount } from '@shared/features/tenants/tenant'
import { appendToLog } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { dropHeadcount, putHeadcount, tenantHeadcounts } from './tenants.repo'

type Input = {
  readonly id: string
  readonly asOf: string
  readonly employees: number | null
  readonly localEmployees: number | null
}

/** Records a dated head-count return of a tenant, or takes it back; old and new figures go to the log. */
export function setHeadcount(context: CommandContext, input: Input): readonly Headcount[] {
  const { employees, localEmployees } = input
  if (employees !== null && (localEmployees ?? 0) > employees) {
    throw new AppError('invalid_input', {}, [
      { path: 'localEmployees', code: 'out_of_range', params: { max: employees } },
    ])
  }
  const after = inTransaction(context.db, () => {
    const old = tenantHeadcounts(context.db, input.id).find((count) => count.asOf === input.asOf)
    if (employees === null) dropHeadcount(context.db, input.id, input.asOf)
    else
      putHeadcount(context.db, input.id, { asOf: input.asOf, employees, localEmployees: localEmployees ?? 0 })
    const changes = {
      [`employees@${input.asOf}`]: [old?.employees ?? null, employees],
      [`localEmployees@${input.asOf}`]: [
        old?.localEmployees ?? null,
        employees === null ? null : (localEmployees ?? 0),
      ],
    } as const
    appendToLog(
      context.db,
      { action: 'updated', register: 'tenants', recordId: input.id, changes },
      writeContext(context),
    )
    return tenantHeadcounts(context.db, input.id)
  })
  context.changed('tenants')
  return after
}

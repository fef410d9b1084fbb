import { AppError } from '@shared/contract/result'
import {
  previewRows,
  type ReassignPreview,
  type ReassignSource,
  type Workload,
} from '@shared/features/workflow/reassign'
import type { CommandContext, QueryContext } from '../../data/handlers'
import { updateRecord, writeContext } from '../../data/records'
import { inStep } from '../../data/undo-steps'
import { requestList, requestMoment } from '../requests'
import { accountNames, meantRequests, workloads } from './reassign.repo'

/** What everybody has to do, those with the least first; accounts without a request, too. */
export function workloadOf(context: QueryContext): readonly Workload[] {
  const found = workloads(context.db, requestMoment(context)).filter(({ officer }) => officer !== '')
  const busy = new Set(found.map(({ officer }) => officer))
  const idle = accountNames(context.db)
    .filter((officer) => !busy.has(officer))
    .map((officer) => ({ officer, open: 0, overdue: 0, dueToday: 0 }))
  return [...idle, ...found].toSorted((one, other) => one.open - other.open)
}

function meantBy(context: QueryContext, source: ReassignSource) {
  const register = requestList(requestMoment(context), context.session.rights)
  return meantRequests(context.db, register, source)
}

/** What reassigning would do. */
export function previewReassign(context: QueryContext, source: ReassignSource, to: string): ReassignPreview {
  const rows = meantBy(context, source)
  const changing = rows.filter(({ officer }) => officer !== to)
  return { total: rows.length, changing: changing.length, rows: changing.slice(0, previewRows) }
}

/**
 * Gives open requests to an officer, all or none, each with its own entry in the log. Errors: `changed_meanwhile` where
 * it would be others than `expected` ones by now.
 */
export function reassign(context: CommandContext, source: ReassignSource, to: string, expected: number) {
  const result = inStep(context, () => {
    const rows = meantBy(context, source)
    const changing = rows.filter(({ officer }) => officer !== to)
    if (changing.length !== expected) throw new AppError('changed_meanwhile', { register: 'requests' })
    const write = writeContext(context)
    for (const { id } of changing) updateRecord(context.db, 'requests', id, { officer: to }, null, write)
    return { total: rows.length, changed: changing.length }
  })
  context.changed('requests')
  return result
}

import { fieldEntries, type AnyValues, type RegisterName } from '../../kernel/registers'
import { rejectReasons } from './import'
import type { RowProblem, RowReading } from './parse-row'
import { sameValue } from './same-value'

/** Fields without which a row is refused; everything else may be absent. */
export const requiredFields: Readonly<Record<RegisterName, readonly string[]>> = {
  tenants: ['name'],
  requests: ['reference', 'type', 'tenantId', 'receivedAt'],
  incidents: ['reference', 'category', 'severity', 'occurredAt'],
}

/** `[earlier, later]`: a later date before its earlier one is a contradiction. */
const orderedDates: Readonly<Record<RegisterName, readonly (readonly [string, string])[]>> = {
  tenants: [
    ['leaseStart', 'leaseEnd'],
    ['movedIn', 'movedOut'],
  ],
  requests: [
    ['receivedAt', 'closedAt'],
    ['receivedAt', 'firstResponseAt'],
  ],
  incidents: [['occurredAt', 'closedAt']],
}

/**
 * Everything wrong with a row that can be seen without the register's other rows.
 *
 * @param stored the row it would change; what the file leaves out is taken from there
 * @param mapped the fields the file has columns for: an empty required cell is missing even where something is stored
 */
export function checkRow(
  register: RegisterName,
  reading: RowReading,
  stored: AnyValues | undefined,
  mapped: (field: string) => boolean,
): readonly RowProblem[] {
  const problems = [...reading.problems]
  const unreadable = new Set(problems.map(({ field }) => field))
  const values: AnyValues = { ...stored, ...reading.values }
  for (const field of requiredFields[register]) {
    const given = reading.values[field] != null || unreadable.has(field)
    const kept = stored !== undefined && stored[field] != null && !mapped(field)
    if (!given && !kept) problems.push({ reason: 'missing_required', field })
  }
  if (register === 'tenants' && exceeds(values['localEmployees'], values['employees'])) {
    problems.push({ reason: 'out_of_range', field: 'localEmployees' })
  }
  for (const [earlier, later] of orderedDates[register]) {
    if (exceeds(values[earlier], values[later])) problems.push({ reason: 'inconsistent_dates', field: later })
  }
  return problems
}

function exceeds(a: AnyValues[string] | undefined, b: AnyValues[string] | undefined): boolean {
  if (a == null || b == null) return false
  return typeof a === typeof b && a > b
}

/** Of everything wrong with a row the reason that is reported: the first of the fixed order. */
export function firstProblem(problems: readonly RowProblem[]): RowProblem | undefined {
  let first: RowProblem | undefined
  for (const problem of problems) {
    if (first === undefined || rank(problem) < rank(first)) first = problem
  }
  return first
}

function rank(problem: RowProblem): number {
  return rejectReasons.indexOf(problem.reason)
}

/** What a new row gets where the file says nothing: a status and a priority. */
export function withDefaults(register: RegisterName, values: AnyValues): AnyValues {
  if (register === 'tenants') return values
  const closed = values['closedAt'] != null
  const open = register === 'requests' ? 'new' : 'reported'
  const status = values['status'] ?? (closed ? 'closed' : open)
  return register === 'requests'
    ? { ...values, status, priority: values['priority'] ?? 'normal' }
    : { ...values, status }
}

/** Fields of a row that differ from what is stored, compared as `sameValue` does. */
export function changedFields(register: RegisterName, stored: AnyValues, values: AnyValues): AnyValues {
  const changed: Record<string, AnyValues[string]> = {}
  for (const [field, spec] of fieldEntries(register)) {
    const value = values[field]
    if (value === undefined || sameValue(spec, stored[field] ?? null, value)) continue
    changed[field] = value
  }
  return changed
}

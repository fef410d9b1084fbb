import {
  clockNames,
  dueByTarget,
  dueFields,
  type ClockName,
  type Clockwork,
  type ClockValues,
} from '@shared/features/clocks/due-times'
import { isEnded, pausesAfter, type Standing } from '@shared/features/clocks/pauses'
import type { AnyValues } from '@shared/kernel/registers'
import type { WriteContext } from '../../data/change-log'
import { updateRecord, type Followed, type StoredRecord } from '../../data/records'
import type { WritableDb } from '../../data/sql'
import {
  readDueRules,
  readPauses,
  writeDueRules,
  writePauses,
  type DueRule,
  type DueRules,
} from './clocks.repo'
import { readClockwork } from './clockwork'

const instantOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** What a request's clocks depend on, out of its values. */
export function clockValues(values: AnyValues): ClockValues {
  return {
    type: String(values['type']),
    priority: String(values['priority']),
    receivedAt: Number(values['receivedAt']),
    firstResponseAt: instantOf(values['firstResponseAt']),
    closedAt: instantOf(values['closedAt']),
  }
}

/** What of a request tells whether its clock runs. */
export function standingOf(values: AnyValues): Standing {
  const updatedAt = instantOf(values['updatedAt'])
  const standing = { status: String(values['status']), closedAt: instantOf(values['closedAt']) }
  return updatedAt === null ? standing : { ...standing, updatedAt }
}

export type FollowOptions = {
  /**
   * From the window, a request without due times gets them from its target; with an import and its undoing only those
   * that came from it are kept right. What an undoing puts back may have come from it, too.
   */
  readonly how: 'window' | 'import' | 'undo'
  /** Read for this call where it is not given. */
  readonly clockwork?: () => Clockwork
}

/**
 * What a change of a request means for its clocks: pauses begin and end with its status, and due times that nobody gave
 * follow from its target. Runs in the transaction of the change.
 *
 * @param record what is stored; null for a new request
 * @param values all of a new request, or what is changed of a stored one
 */
export function followClocks(
  db: WritableDb,
  record: StoredRecord | null,
  values: AnyValues,
  write: WriteContext,
  { how, clockwork = () => readClockwork(db) }: FollowOptions,
): Followed {
  const next = { ...record, ...values }
  const stored = record === null ? [] : readPauses(db, record.id)
  const before = record && standingOf(record)
  const pauses = pausesAfter(stored, before, standingOf(next), write.now)
  const oldRules = record === null ? noRules : readDueRules(db, record.id)
  const isOver = before !== null && isEnded(before) && isEnded(standingOf(next))
  const rules: Record<ClockName, DueRule> = { ...oldRules }
  const due: Record<string, number | null> = {}
  for (const clock of clockNames) {
    const field = dueFields[clock]
    rules[clock] = ruleOf(record, values, field, oldRules[clock], how === 'window' && !isOver)
    if (isOver || rules[clock] === null) continue
    const reckoned = dueByTarget(clockwork(), clockValues(next), clock, pauses)
    if (rules[clock] === 'target') due[field] = reckoned
    else if (how === 'undo' && values[field] === reckoned) rules[clock] = 'target'
  }
  const hasOtherRules = clockNames.some((clock) => rules[clock] !== oldRules[clock])
  return {
    values: { ...values, ...due },
    after: (id) => {
      if (pauses !== stored) writePauses(db, id, pauses)
      if (hasOtherRules) writeDueRules(db, id, rules)
    },
  }
}

const noRules: DueRules = { firstResponse: null, resolution: null }

function ruleOf(
  record: StoredRecord | null,
  values: AnyValues,
  field: string,
  old: DueRule,
  mayDerive: boolean,
): DueRule {
  const stored = record?.[field] ?? null
  const given = values[field]
  if (given !== undefined && given !== stored) return given === null ? derived(mayDerive) : 'given'
  if (old === 'target' || stored !== null) return old
  return derived(mayDerive)
}

const derived = (mayDerive: boolean): DueRule => (mayDerive ? 'target' : null)

/** The fields of a request its clocks depend on. */
const clockFields: readonly string[] = [
  'type',
  'priority',
  'status',
  'receivedAt',
  'firstResponseAt',
  'closedAt',
  ...Object.values(dueFields),
]

/** Changes a stored request as an import or its undoing does: due times as given there, clocks as they follow. */
export function updateFollowed(
  db: WritableDb,
  record: StoredRecord,
  patch: AnyValues,
  write: WriteContext,
  options: FollowOptions,
): void {
  const concerns = clockFields.some((field) => patch[field] !== undefined)
  const followed = concerns ? followClocks(db, record, patch, write, options) : undefined
  updateRecord(db, 'requests', record.id, followed?.values ?? patch, null, write)
  followed?.after(record.id)
}

/** Begins the pause of a request that is taken in while it waits for somebody. */
export function startWaiting(
  db: WritableDb,
  requestId: string,
  values: AnyValues,
  write: WriteContext,
): void {
  const pauses = pausesAfter([], null, standingOf(values), write.now)
  if (pauses.length > 0) writePauses(db, requestId, pauses)
}

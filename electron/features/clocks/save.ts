import { intervalsText, type CalendarDay, type WorkingWeek } from '@shared/features/clocks/calendar'
import { dueFields, type ClockName } from '@shared/features/clocks/due-times'
import { dayName } from '@shared/features/clocks/holiday-names'
import { targetKey, targetMeasures, type ServiceTarget } from '@shared/features/clocks/targets'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { AppError } from '@shared/contract/result'
import { weekdays } from '@shared/kernel/working-time/calendar'
import { languages } from '@shared/kernel/language'
import { appendToLog, type WriteContext } from '../../data/change-log'
import { differences } from '../../data/records'
import { joined, runOne, sql, type WritableDb } from '../../data/sql'
import {
  putDay,
  putTarget,
  readCalendar,
  readDays,
  readTargets,
  readWorkingTimeVersion,
  removeDay,
  writeWeek,
} from './clocks.repo'
import { readClockwork } from './clockwork'
import { walkMoved, type MovedRequest, type Walk } from './open-clocks'

/** Working time as somebody wants it from now on, and the version they saw. */
export type Wanted = {
  readonly week: WorkingWeek
  readonly days: readonly CalendarDay[]
  readonly targets: readonly ServiceTarget[]
  readonly version: number
}

/**
 * Keeps calendar and targets, moves the deadlines of open requests, and enters all of it in the change log; answers how
 * many requests moved. Runs inside a transaction. Errors: `changed_meanwhile`, those of `checkCalendar`,
 * `deadline_too_far`.
 */
export function saveWorkingTime(db: WritableDb, wanted: Wanted, write: WriteContext, walk: Walk): number {
  if (readWorkingTimeVersion(db) !== wanted.version)
    throw new AppError('changed_meanwhile', { register: 'clocks' })
  const log = (recordId: string, changes: FieldChanges) => {
    if (Object.keys(changes).length > 0)
      appendToLog(db, { action: 'updated', register: 'clocks', recordId, changes }, write)
  }
  log('week', weekChanges(readCalendar(db).week, wanted.week))
  writeWeek(db, wanted.week, wanted.version + 1)
  saveDays(db, wanted.days, log)
  saveTargets(db, wanted.targets, log)
  let moved = 0
  walkMoved(db, readClockwork(db), walk, (request) => {
    moved += 1
    moveDeadlines(db, request, write)
  })
  return moved
}

type Log = (recordId: string, changes: FieldChanges) => void

function weekChanges(before: WorkingWeek, after: WorkingWeek): FieldChanges {
  const texts = (week: WorkingWeek) =>
    Object.fromEntries(weekdays.map((day) => [day, intervalsText(week[day])]))
  return differences(texts(before), texts(after))
}

function loggedDay(day: CalendarDay | undefined) {
  if (!day) return { workingHours: null, note: null, source: null, country: null }
  return {
    workingHours: intervalsText(day.intervals),
    // In every language, as nobody knows who will read it.
    note:
      day.note ??
      (day.holiday === null ? null : languages.map((language) => dayName(day, language)).join(' / ')),
    source: day.source,
    country: day.country,
  }
}

function saveDays(db: WritableDb, days: readonly CalendarDay[], log: Log): void {
  const before = new Map(readDays(db).map((day) => [day.date, day]))
  const after = new Map(days.map((day) => [day.date, day]))
  for (const date of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, day] = [before.get(date), after.get(date)]
    if (JSON.stringify(old) === JSON.stringify(day)) continue
    if (day) putDay(db, day)
    else removeDay(db, date)
    log(date, differences(loggedDay(old), loggedDay(day)))
  }
}

function saveTargets(db: WritableDb, targets: readonly ServiceTarget[], log: Log): void {
  const before = new Map(readTargets(db).map((target) => [targetKey(target), target]))
  for (const target of targets) {
    const key = targetKey(target)
    const measures = (of: ServiceTarget | undefined) =>
      Object.fromEntries(targetMeasures.map((measure) => [measure, of?.[measure] ?? null]))
    const changes = differences(measures(before.get(key)), measures(target))
    if (Object.keys(changes).length === 0) continue
    putTarget(db, target)
    log(key, changes)
  }
}

const dueColumns = { firstResponse: sql`first_due_at`, resolution: sql`due_at` }

/** Only the due times change, which no search and no check looks at: far less to write than for a change of a record. */
function moveDeadlines(db: WritableDb, { request, changes }: MovedRequest, write: WriteContext): void {
  const moves = Object.entries(changes) as [ClockName, readonly [number | null, number | null]][]
  const set = moves.map(([clock, [, after]]) => sql`${dueColumns[clock]} = ${after}`)
  runOne(
    db,
    sql`UPDATE requests SET ${joined(set, ', ')}, version = version + 1, updated_at = ${write.now},
      updated_by = ${write.actor} WHERE id = ${request.id}`,
  )
  const logged = Object.fromEntries(moves.map(([clock, change]) => [dueFields[clock], change]))
  appendToLog(db, { action: 'updated', register: 'requests', recordId: request.id, changes: logged }, write)
}

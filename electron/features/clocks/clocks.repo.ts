import {
  usualWeek,
  type CalendarDay,
  type ParkCalendar,
  type WorkingWeek,
} from '@shared/features/clocks/calendar'
import type { RequestPause } from '@shared/features/clocks/pauses'
import type { ServiceTarget } from '@shared/features/clocks/targets'
import { all, get, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'
import { readPark, readSetting, writeSetting } from '../settings'

const key = 'workingTime'

/** How often the working time was changed, and the week somebody chose; null: that of the country. */
type Kept = { readonly version: number; readonly week: WorkingWeek | null }

type StoredDay = Omit<CalendarDay, 'intervals' | 'bySighting'> & {
  readonly intervals: string
  readonly bySighting: number
}

/** The days that are unlike their weekday, in order. */
export function readDays(db: ReadableDb): CalendarDay[] {
  const rows = all<StoredDay>(
    db,
    sql`SELECT date, kind, intervals, note, holiday, source, country, by_sighting AS bySighting
      FROM calendar_days ORDER BY date`,
  )
  return rows.map((row) => ({
    ...row,
    intervals: JSON.parse(row.intervals) as CalendarDay['intervals'],
    bySighting: row.bySighting === 1,
  }))
}

/** When the park works; the usual week of its country as long as nobody has chosen another. */
export function readCalendar(db: ReadableDb): ParkCalendar {
  const week = readSetting<Kept>(db, key)?.week ?? usualWeek(readPark(db).country)
  return { week, days: readDays(db) }
}

/** How often calendar and targets were changed. */
export function readWorkingTimeVersion(db: ReadableDb): number {
  return readSetting<Kept>(db, key)?.version ?? 0
}

/** Keeps the week, and that the working time was changed. */
export function writeWeek(db: WritableDb, week: WorkingWeek, version: number): void {
  const kept: Kept = { version, week }
  writeSetting(db, key, kept)
}

/** Keeps a day in place of what was known of its date. */
export function putDay(db: WritableDb, day: CalendarDay): void {
  runOne(
    db,
    sql`INSERT OR REPLACE INTO calendar_days (date, kind, intervals, note, holiday, source, country, by_sighting)
      VALUES (${day.date}, ${day.kind}, ${JSON.stringify(day.intervals)}, ${day.note}, ${day.holiday}, ${day.source},
        ${day.country}, ${day.bySighting ? 1 : 0})`,
  )
}

/** Makes a date like its weekday again. */
export function removeDay(db: WritableDb, date: string): void {
  runOne(db, sql`DELETE FROM calendar_days WHERE date = ${date}`)
}

/** What the park promises, by type and priority. */
export function readTargets(db: ReadableDb): ServiceTarget[] {
  return all<ServiceTarget>(
    db,
    sql`SELECT type, priority, first_response AS firstResponse, resolution, due_soon AS dueSoon FROM service_targets`,
  )
}

/** Keeps the target of a type and priority. */
export function putTarget(db: WritableDb, target: ServiceTarget): void {
  runOne(
    db,
    sql`INSERT OR REPLACE INTO service_targets (type, priority, first_response, resolution, due_soon)
      VALUES (${target.type}, ${target.priority}, ${target.firstResponse}, ${target.resolution}, ${target.dueSoon})`,
  )
}

/** When a request had to wait, in order. */
export function readPauses(db: ReadableDb, requestId: string): RequestPause[] {
  return all<RequestPause>(
    db,
    sql`SELECT from_at AS "from", to_at AS "to", reason FROM request_pauses WHERE request_id = ${requestId} ORDER BY seq`,
  )
}

/** Keeps the pauses of a request in place of those it had. */
export function writePauses(db: WritableDb, requestId: string, pauses: readonly RequestPause[]): void {
  run(db, sql`DELETE FROM request_pauses WHERE request_id = ${requestId}`)
  for (const { from, to, reason } of pauses) {
    runOne(
      db,
      sql`INSERT INTO request_pauses (request_id, from_at, to_at, reason) VALUES (${requestId}, ${from}, ${to}, ${reason})`,
    )
  }
}

/** Whether the program reckons a due time (`target`) or it was given; null for one nobody has asked about yet. */
export type DueRule = 'given' | 'target' | null

/** How each due time of a request came about. */
export type DueRules = { readonly firstResponse: DueRule; readonly resolution: DueRule }

/** How the due times of a request came about. */
export function readDueRules(db: ReadableDb, requestId: string): DueRules {
  const found = get<DueRules>(
    db,
    sql`SELECT first_due_rule AS firstResponse, due_rule AS resolution FROM requests WHERE id = ${requestId}`,
  )
  return found ?? { firstResponse: null, resolution: null }
}

/** Keeps how the due times of a request came about. */
export function writeDueRules(db: WritableDb, requestId: string, rules: DueRules): void {
  runOne(
    db,
    sql`UPDATE requests SET first_due_rule = ${rules.firstResponse}, due_rule = ${rules.resolution} WHERE id = ${requestId}`,
  )
}

import { AppError } from '@shared/contract/result'
import type { Park, Preferences } from '@shared/features/settings/settings'
import type { RegisterLayout } from '@shared/features/settings/settings.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { get, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

function readSetting<T>(db: ReadableDb, key: string): T | undefined {
  const row = get<{ value: string }>(db, sql`SELECT value FROM settings WHERE key = ${key}`)
  return row && (JSON.parse(row.value) as T)
}

function writeSetting(db: WritableDb, key: string, value: unknown): void {
  runOne(
    db,
    sql`INSERT INTO settings (key, value) VALUES (${key}, ${JSON.stringify(value)})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
}

/** The park the database belongs to. Errors: `database_damaged` where a file has none. */
export function readPark(db: ReadableDb): Park {
  const park = readSetting<Park>(db, 'park')
  if (!park) throw new AppError('database_damaged', { detail: 'park' })
  return park
}

/** Keeps name, zone and currency of the park. */
export function writePark(db: WritableDb, park: Park): void {
  writeSetting(db, 'park', park)
}

/** Language and theme; undefined until somebody chose. */
export function readPreferences(db: ReadableDb): Preferences | undefined {
  return readSetting(db, 'preferences')
}

/** Keeps language and theme. */
export function writePreferences(db: WritableDb, preferences: Preferences): void {
  writeSetting(db, 'preferences', preferences)
}

/** Columns of a register as somebody arranged them; null as long as nobody did. */
export function readLayout(db: ReadableDb, register: RegisterName): RegisterLayout | null {
  return readSetting<RegisterLayout>(db, `layout.${register}`) ?? null
}

/** Keeps the columns of a register; null takes back what somebody arranged. */
export function writeLayout(db: WritableDb, register: RegisterName, layout: RegisterLayout | null): void {
  if (layout === null) run(db, sql`DELETE FROM settings WHERE key = ${`layout.${register}`}`)
  else writeSetting(db, `layout.${register}`, layout)
}

/** When the last verified backup was made; null when there is none. */
export function readLastBackup(db: ReadableDb): number | null {
  return readSetting<number>(db, 'lastBackupAt') ?? null
}

/** Keeps when the last verified backup was made, in ms. */
export function writeLastBackup(db: WritableDb, at: number): void {
  writeSetting(db, 'lastBackupAt', at)
}

/** The import batches that hold the sample park; null when it is not there. */
export function readSample(db: ReadableDb): readonly string[] | null {
  return readSetting<readonly string[]>(db, 'sampleBatches') ?? null
}

/** Keeps which import batches hold the sample park; null when it is gone. */
export function writeSample(db: WritableDb, batches: readonly string[] | null): void {
  if (batches === null) run(db, sql`DELETE FROM settings WHERE key = 'sampleBatches'`)
  else writeSetting(db, 'sampleBatches', batches)
}

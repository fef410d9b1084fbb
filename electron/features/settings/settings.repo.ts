import { AppError } from '@shared/contract/result'
import type { Park, Preferences } from '@shared/features/settings/settings'
import type { FullCheck } from '@shared/features/storage/storage'
import type { RegisterLayout } from '@shared/features/settings/settings.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { get, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

/** A setting by its key; the caller names its shape. Undefined where it was never kept. */
export function readSetting<T>(db: ReadableDb, key: string): T | undefined {
  const row = get<{ value: string }>(db, sql`SELECT value FROM settings WHERE key = ${key}`)
  return row && (JSON.parse(row.value) as T)
}

/** Keeps a setting. */
export function writeSetting(db: WritableDb, key: string, value: unknown): void {
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

/** The key of something that everybody has for themselves; without accounts it is the workstation's. */
const keyFor = (key: string, accountId: string | null) => (accountId === null ? key : `${key}.${accountId}`)

/** Language and theme of an account, or of the workstation; undefined until somebody chose. */
export function readPreferences(db: ReadableDb, accountId: string | null = null): Preferences | undefined {
  return readSetting(db, keyFor('preferences', accountId))
}

/** Keeps language and theme of an account, or of the workstation. */
export function writePreferences(
  db: WritableDb,
  preferences: Preferences,
  accountId: string | null = null,
): void {
  writeSetting(db, keyFor('preferences', accountId), preferences)
}

/** Columns of a register as an account (or the only operator) arranged them; null as long as nobody did. */
export function readLayout(
  db: ReadableDb,
  register: RegisterName,
  accountId: string | null,
): RegisterLayout | null {
  return readSetting<RegisterLayout>(db, keyFor(`layout.${register}`, accountId)) ?? null
}

/** Keeps the columns of a register; null takes back what somebody arranged. */
export function writeLayout(
  db: WritableDb,
  register: RegisterName,
  layout: RegisterLayout | null,
  accountId: string | null,
): void {
  const key = keyFor(`layout.${register}`, accountId)
  if (layout === null) run(db, sql`DELETE FROM settings WHERE key = ${key}`)
  else writeSetting(db, key, layout)
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

/** What the last full check of the data found, and when (ms); null when there was none. */
export function readFullCheck(db: ReadableDb): FullCheck | null {
  return readSetting<FullCheck>(db, 'fullCheck') ?? null
}

/** Keeps what a full check found. */
export function writeFullCheck(db: WritableDb, check: FullCheck): void {
  writeSetting(db, 'fullCheck', check)
}

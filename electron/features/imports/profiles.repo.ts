import { v7 as newId } from 'uuid'
import type { MappingProfile } from '@shared/features/imports/import'
import type { RegisterName } from '@shared/kernel/registers'
import { headerKey } from '@shared/kernel/text'
import { all, get, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

type StoredProfile = { id: string; register: RegisterName; name: string; headers: string; mapping: string }

/** The kept mappings of a register by name. */
export function readProfiles(db: ReadableDb, register: RegisterName): readonly MappingProfile[] {
  const rows = all<StoredProfile>(
    db,
    sql`SELECT id, register, name, headers, mapping FROM import_profiles WHERE register = ${register} ORDER BY name`,
  )
  return rows.map((row) => ({
    ...row,
    headers: JSON.parse(row.headers) as readonly string[],
    mapping: JSON.parse(row.mapping) as Readonly<Record<string, string>>,
  }))
}

/** The profile kept for files with exactly these headings. */
export function profileFor(
  db: ReadableDb,
  register: RegisterName,
  headings: readonly string[],
): MappingProfile | undefined {
  const key = headingsKey(headings)
  return readProfiles(db, register).find((profile) => headingsKey(profile.headers) === key)
}

/** The register a kept mapping is for; undefined where there is no such mapping. */
export function registerOfProfile(db: ReadableDb, id: string): RegisterName | undefined {
  return get<{ register: RegisterName }>(db, sql`SELECT register FROM import_profiles WHERE id = ${id}`)
    ?.register
}

/** Keeps a mapping; one of the same name is replaced. */
export function writeProfile(db: WritableDb, profile: Omit<MappingProfile, 'id'>): MappingProfile {
  const { register, name, headers, mapping } = profile
  run(db, sql`DELETE FROM import_profiles WHERE register = ${register} AND name = ${name}`)
  const id = newId()
  runOne(
    db,
    sql`INSERT INTO import_profiles (id, register, name, headers, mapping)
      VALUES (${id}, ${register}, ${name}, ${JSON.stringify(headers)}, ${JSON.stringify(mapping)})`,
  )
  return { id, register, name, headers, mapping }
}

/** Forgets a mapping; answers whether there was one. */
export function deleteProfile(db: WritableDb, id: string): boolean {
  return run(db, sql`DELETE FROM import_profiles WHERE id = ${id}`) === 1
}

function headingsKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map(headerKey))
}

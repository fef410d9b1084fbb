import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ReadableDb } from '../../../electron/data/sql'
import type { Scope } from './cases'
import { readTold, singleCommand } from './commands'
import type { Setting } from './injected'
import { contentsOf, judgeEnd, judgePark, type Contents } from './judge'
import { bringUpTo, databaseFile, openDesk, structureOf, storage, structures, withBackup } from './product'
import { copyFolder, modelPark, parkIn } from './settings'
import type { VictimEnd } from './strace'

export const backupIn = (folder: string) => join(folder, 'media', 'park.parkdesk')

/** What a user sees of a state; the log also tells what was done to the park as a whole. */
const seen = ({ tenants, requests, incidents, batches }: Contents) =>
  [tenants, requests, incidents, batches].join(' ')

/** Which of some states a park or a backup is in. */
export function stateOf(db: ReadableDb, states: Readonly<Record<string, Contents>>): string | null {
  const found = seen(contentsOf(db))
  return Object.entries(states).find(([, state]) => seen(state) === found)?.[0] ?? null
}

/** A park and a backup that is older than it, and what each holds. */
export type BackedUp = { readonly folder: string; readonly states: Readonly<Record<'old' | 'new', Contents>> }

const madeFor = new Map<string, Promise<BackedUp>>()

/** A park with a backup, after which five more changes have been made; made once in a run. */
export function modelWithBackup(scope: Scope): Promise<BackedUp> {
  const known = madeFor.get(scope.scratch) ?? makeBackedUp(scope)
  madeFor.set(scope.scratch, known)
  return known
}

async function makeBackedUp(scope: Scope): Promise<BackedUp> {
  const folder = join(scope.scratch, 'model-backup')
  const park = parkIn(folder)
  mkdirSync(join(folder, 'media'), { recursive: true })
  copyFolder(modelPark(scope), park)
  await (await storage()).backUp(park, backupIn(folder))
  const old = await withBackup(backupIn(folder), join(folder, 'look'), contentsOf)
  const desk = openDesk(park)
  for (const change of [1, 2, 4, 5, 7]) await singleCommand(desk, change)
  const states = { old, new: contentsOf(desk.db) }
  desk.close()
  return { folder, states }
}

/** A backup over one that is there already. */
export async function backupSetting(scope: Scope): Promise<Setting> {
  const { folder: model, states } = await modelWithBackup(scope)
  return {
    name: 'backup',
    prepare: (folder) => copyFolder(model, folder),
    deed: (folder) => ['backup', parkIn(folder), backupIn(folder)],
    judge: async (folder, end) => {
      const told = readTold(end.said)
      const wrong =
        judgeEnd(end, told) ??
        (await judgePark(parkIn(folder), (db) =>
          stateOf(db, states) === 'new' ? null : 'the park was changed',
        ))
      if (wrong !== null) return wrong
      const look = join(folder, 'look')
      const state = await withBackup(backupIn(folder), look, (db) => stateOf(db, states))
      if (state === null || (told.stored.size > 0 && state !== 'new')) return `the backup is ${state}`
      // The next one goes through, and clears away what the one that was stopped had begun.
      await (await storage()).backUp(parkIn(folder), backupIn(folder))
      const left = readdirSync(join(folder, 'media')).length
      return left === 1 ? null : `${left - 1} files left beside the backup`
    },
  }
}

/** A backup put in the place of a park that has gone on since. */
export async function restoreSetting(scope: Scope): Promise<Setting> {
  const { folder: model, states } = await modelWithBackup(scope)
  return {
    name: 'restore',
    prepare: (folder) => copyFolder(model, folder),
    deed: (folder) => ['restore', parkIn(folder), backupIn(folder)],
    judge: (folder, end) => {
      const told = readTold(end.said)
      return (
        judgeEnd(end, told) ??
        judgePark(parkIn(folder), (db) =>
          judgeRestored(folder, stateOf(db, states), told.stored.size > 0, end),
        )
      )
    },
  }
}

function judgeRestored(
  folder: string,
  state: string | null,
  acknowledged: boolean,
  end: VictimEnd,
): string | null {
  if (state === null) return 'neither the park nor the backup'
  if (acknowledged && state !== 'old') return 'told restored, but it is not'
  if (state === 'new') return null
  const kept = join(parkIn(folder), 'quarantine')
  const quarantined = existsSync(kept) ? readdirSync(kept) : []
  return quarantined.length > 0 ? null : `restored, but the park before it is gone ${end.said.join()}`
}

/** The making of a new park. */
export function createSetting(): Setting {
  return {
    name: 'create',
    prepare: (folder) => mkdirSync(parkIn(folder), { recursive: true }),
    deed: (folder) => ['create', parkIn(folder)],
    judge: (folder, end) => {
      const told = readTold(end.said)
      const wrong = judgeEnd(end, told)
      if (wrong !== null) return wrong
      if (existsSync(databaseFile(parkIn(folder)))) return judgePark(parkIn(folder), () => null)
      return told.stored.size > 0 ? 'lost: the new park' : null
    },
  }
}

/** The first park that was given out, with everything that people type. */
const oldestPark = join(process.cwd(), 'test/fixtures/parks/structure-50.sqlite.gz')

/** A park of an older structure. */
export function oldPark(scope: Scope, version: number): string {
  const folder = join(scope.scratch, `structure-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  writeFileSync(databaseFile(folder), gunzipSync(readFileSync(oldestPark)))
  bringUpTo(folder, version)
  return folder
}

/** Older structures than today's; while there is none the one of today stands for them. */
const olderStructures = structures.length > 1 ? structures.slice(0, -1) : structures

/** The older structures that a run tries: all, or in the short form the oldest. */
export const structuresFor = (scope: Scope): readonly number[] =>
  scope.long ? olderStructures : olderStructures.slice(0, 1)

/** Cases for each older structure. */
export async function forStructures<T>(
  scope: Scope,
  casesOf: (setting: Setting) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const cases: T[] = []
  for (const version of structuresFor(scope)) cases.push(...(await casesOf(migrationSetting(scope, version))))
  return cases
}

/** Whether there is a backup that was made before a change of the structure, under its final name. */
function hasCopyOfBefore(park: string): boolean {
  const folder = join(park, 'backups')
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('-migration.parkdesk'))
}

/** The first start of this version with a park of an older one. */
export function migrationSetting(scope: Scope, version: number): Setting {
  const model = oldPark(scope, version)
  const trial = join(scope.scratch, `brought-${version}`)
  copyFolder(model, trial)
  const desk = openDesk(trial)
  const states = { whole: contentsOf(desk.db) }
  desk.close()
  rmSync(trial, { recursive: true })
  return {
    name: `migration-${version}`,
    prepare: (folder) => copyFolder(model, parkIn(folder)),
    deed: (folder) => ['start', parkIn(folder)],
    judge: (folder, end) => {
      const look = join(folder, 'look')
      copyFolder(parkIn(folder), look)
      const found = structureOf(look)
      if (found !== version && found !== structures.at(-1)) return `the structure is ${found}`
      if (found !== version && !hasCopyOfBefore(parkIn(folder)))
        return 'the structure was changed without a backup'
      const wrong = judgeEnd(end, readTold(end.said))
      return (
        wrong ??
        judgePark(parkIn(folder), (db) => (stateOf(db, states) === 'whole' ? null : 'rows are missing'))
      )
    },
  }
}

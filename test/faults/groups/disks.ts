import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Case, Group, Scope } from '../support/cases'
import { asOwner, canMount, readOnlyDisk, smallDisk } from '../support/mounts'
import { judgePark } from '../support/judge'
import { databaseFile } from '../support/product'
import { copyFolder, modelPark, parkIn, writeIncidents } from '../support/settings'
import { runVictim, type VictimEnd } from '../support/strace'

/** What is wrong with a deed that judges itself. */
function ownVerdict(end: VictimEnd): string | null {
  if (end.hung) return 'hung'
  if (end.status !== 0) return `ended with status ${end.status}: ${end.complained}`
  const verdict = end.said.at(-1) ?? 'nothing said'
  return verdict === 'OK' ? null : verdict
}

/** A case whose disk is mounted for it alone; where nothing can be mounted it is not hit, which the figures show. */
const mountedCase = (scope: Scope, name: string, run: (folder: string) => Promise<string | null>): Case => ({
  name,
  run: async (folder) => {
    if (!(await canMount(scope.scratch))) return { hit: false, killed: false, failure: null }
    return { hit: true, killed: false, failure: await run(folder) }
  },
})

function diskIn(folder: string): string {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  return disk
}

/** Row 12 with a disk that is really full. */
export const fullDisk: readonly Group[] = [
  {
    row: 12,
    name: 'full-disk',
    cases: (scope) => {
      const file = join(scope.scratch, 'many.csv')
      if (!existsSync(file)) writeIncidents(file, 4000)
      const sizes = scope.long ? [1400, 1600, 2000, 2600, 3200] : [1600]
      return Promise.resolve(
        sizes.map((size) =>
          mountedCase(scope, `a disk of ${size} KB`, async (folder) => {
            const disk = diskIn(folder)
            const deed = ['full-disk', disk, modelPark(scope), file]
            return ownVerdict(
              await runVictim(deed, scope.scratch, undefined, { wrapper: smallDisk(disk, size) }),
            )
          }),
        ),
      )
    },
  },
]

/** Row 13: no room where backups, exports and reports go. */
export const fullTargets: readonly Group[] = [
  {
    row: 13,
    name: 'full-target',
    cases: (scope) =>
      Promise.resolve([
        mountedCase(scope, 'a target of one page', async (folder) => {
          const disk = diskIn(folder)
          copyFolder(modelPark(scope), parkIn(folder))
          const wrapper = smallDisk(disk, 4)
          return ownVerdict(
            await runVictim(['full-target', disk, parkIn(folder)], scope.scratch, undefined, { wrapper }),
          )
        }),
      ]),
  },
]

/** What lies in a folder: names, sizes and contents. */
function imprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    hash.update(`${name}\n`)
    if (statSync(path).isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

const modes = [
  { name: 'a file only to be read', file: 0o400, folder: 0o700 },
  { name: 'a folder only to be read', file: 0o600, folder: 0o500 },
  { name: 'file and folder only to be read', file: 0o400, folder: 0o500 },
  { name: 'a folder nobody may enter', file: 0o600, folder: 0o000 },
  { name: 'a file nobody may read', file: 0o000, folder: 0o700 },
] as const

function modeCase(scope: Scope, mode: (typeof modes)[number]): Case {
  return {
    name: mode.name,
    run: async (folder) => {
      const park = parkIn(folder)
      copyFolder(modelPark(scope), park)
      const before = imprint(park)
      chmodSync(databaseFile(park), mode.file)
      chmodSync(park, mode.folder)
      const end = await runVictim(['look', park], scope.scratch, undefined, { wrapper: asOwner() })
      chmodSync(park, 0o700)
      chmodSync(databaseFile(park), 0o600)
      const changed =
        mode.folder === 0o700 ? null : imprint(park) === before ? null : 'the folder was changed'
      return {
        hit: true,
        killed: false,
        failure: ownVerdict(end) ?? changed ?? (await judgePark(park, () => null)),
      }
    },
  }
}

/** Row 15: a park on a medium, in a folder or in a file that can only be read. */
export const readOnly: readonly Group[] = [
  {
    row: 15,
    name: 'read-only',
    cases: (scope) =>
      Promise.resolve([
        ...modes.map((mode) => modeCase(scope, mode)),
        mountedCase(scope, 'a disk only to be read', async (folder) => {
          const park = parkIn(folder)
          cpSync(modelPark(scope), park, { recursive: true })
          const before = imprint(park)
          const wrapper = readOnlyDisk(folder)
          const end = await runVictim(['look', park], scope.scratch, undefined, { wrapper })
          const changed = imprint(park) === before ? null : 'the folder was changed'
          return ownVerdict(end) ?? changed ?? (await judgePark(park, () => null))
        }),
      ]),
  },
]

import { AppError } from '@shared/contract/result'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case, Group, Scope } from '../support/cases'
import { compareCommands, readTold, singleCommand } from '../support/commands'
import { contentsOf, judgePark } from '../support/judge'
import { databaseFile, importer, newPark, openDesk, setStructure, structures } from '../support/product'
import { copyFolder, modelPark, parkIn } from '../support/settings'
import { victimCommand } from '../support/strace'

const judged = (name: string, run: (folder: string) => Promise<string | null>): Case => ({
  name,
  run: async (folder) => ({ hit: true, killed: false, failure: await run(folder) }),
})

/** Another program that holds the park's file, from the outside; answers how to end it. */
async function hold(park: string, lock: string): Promise<() => Promise<void>> {
  const [program = '', ...args] = victimCommand(['hold', park, lock])
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    const gone = once(child, 'exit')
    child.stdin.end()
    await gone
  }
}

/** Works beside another program that has locked the file, then without it. */
async function workBeside(
  scope: Scope,
  folder: string,
  lock: string,
  first: 'park' | 'other',
): Promise<string | null> {
  const park = parkIn(folder)
  copyFolder(modelPark(scope), park)
  const early = first === 'park' ? openDesk(park) : null
  const release = await hold(park, lock)
  const desk = early ?? openDesk(park)
  const lines: string[] = []
  const command = async (change: number) => {
    lines.push(`B ${change}`)
    const result = await singleCommand(desk, change).catch((error: unknown) => {
      if (error instanceof AppError) return { ok: false as const, error: { code: error.code } }
      throw error
    })
    lines.push(result.ok ? `C ${change}` : `F ${change} ${result.error.code}`)
    return result.ok ? null : result.error.code
  }
  const held = await command(1)
  await release()
  const freed = await command(2)
  desk.close()
  if (held !== null && held !== 'database_busy') return `beside another program: ${held}`
  if (freed !== null) return `after the other program has gone: ${freed}`
  return judgePark(park, (db) => compareCommands(db, readTold(lines)))
}

/** Row 24: a database tool has the file open and locked. */
export const otherPrograms: readonly Group[] = [
  {
    row: 24,
    name: 'other-program',
    cases: (scope) => {
      const locks = scope.long ? ['IMMEDIATE', 'EXCLUSIVE', 'DEFERRED'] : ['IMMEDIATE']
      return Promise.resolve(
        locks.flatMap((lock) =>
          (scope.long ? (['park', 'other'] as const) : (['park'] as const)).map((first) =>
            judged(`${lock}, the ${first} first`, (folder) => workBeside(scope, folder, lock, first)),
          ),
        ),
      )
    },
  },
]

const day = 86_400_000
const today = Date.UTC(2026, 10, 20, 7)

/** Where a clock may jump to: behind, far ahead, the beginning of time, the turn of summer time, one second back. */
const jumps: Readonly<Record<string, number>> = {
  '400 days back': today - 400 * day,
  'ten years ahead': today + 3653 * day,
  'to 1970': 0,
  'before 1970': -5 * day,
  'a second back': today - 1000,
  'into the hour that is missing in spring': Date.UTC(2027, 2, 28, 1, 30),
  'into the hour that comes twice in autumn': Date.UTC(2026, 9, 25, 0, 30),
}

async function jump(scope: Scope, folder: string, to: number): Promise<string | null> {
  const park = parkIn(folder)
  copyFolder(modelPark(scope), park)
  let now = today
  const desk = openDesk(park, () => now)
  const told: string[] = []
  for (const change of [1, 2, 3, 4, 5, 6, 7, 8]) {
    if (change === 3) now = to
    if (change === 6) now = today + 60_000
    const result = await singleCommand(desk, change)
    if (!result.ok) return `command ${change}: ${result.error.code}`
    told.push(`C ${change}`)
  }
  desk.close()
  return judgePark(park, (db) => compareCommands(db, readTold(told)))
}

/** Row 25: the clock of the machine jumps while people work. */
export const jumpingClocks: readonly Group[] = [
  {
    row: 25,
    name: 'clock',
    cases: (scope) =>
      Promise.resolve(
        Object.entries(jumps).map(([name, to]) => judged(name, (folder) => jump(scope, folder, to))),
      ),
  },
]

/** Row 26: a park that a newer version has been at work on. */
export const newerParks: readonly Group[] = [
  {
    row: 26,
    name: 'newer',
    cases: (scope) =>
      Promise.resolve(
        [1, 10, 1_000_000].map((ahead) =>
          judged(`${ahead} ahead`, (folder) => {
            const park = parkIn(folder)
            copyFolder(modelPark(scope), park)
            setStructure(park, (structures.at(-1) ?? 0) + ahead)
            const before = readFileSync(databaseFile(park))
            const code = refusal(() => openDesk(park).db)
            if (code !== 'database_newer') return Promise.resolve(`a newer park is ${code}`)
            const second = refusal(() => newPark(park))
            if (second === 'accepted') return Promise.resolve('a new park was made in its place')
            const same = readFileSync(databaseFile(park)).equals(before)
            return Promise.resolve(same ? null : 'the newer file was changed')
          }),
        ),
      ),
  },
]

function refusal(work: () => unknown): string {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

const megabyte = 1024 * 1024

/** Row 35: a text larger than a park should ever hold. */
export const hugeRows: readonly Group[] = [
  {
    row: 35,
    name: 'huge-row',
    cases: (scope) =>
      Promise.resolve(
        (scope.long ? [1, 8, 20] : [20]).map((size) =>
          judged(`a note of ${size} MB`, async (folder) => {
            const park = parkIn(folder)
            copyFolder(modelPark(scope), park)
            const file = join(folder, 'huge.csv')
            const head = 'Number,Category,Severity,Occurred,Location,Description'
            const row = (number: number, text: string) => `H-${number},theft,2,2026-03-01 10:00,Gate,${text}`
            writeFileSync(file, [head, row(1, 'x'.repeat(size * megabyte)), row(2, 'short')].join('\n'))
            const before = withContents(park)
            const importIncidents = await importer()
            const code = await importIncidents(park, file).then(String, (error: unknown) =>
              error instanceof AppError ? error.code : `internal ${String(error)}`,
            )
            if (code.startsWith('internal')) return code
            const taken = withContents(park).incidents - before.incidents
            if (readFileSync(databaseFile(park)).length > 2 * megabyte) return 'the park has swallowed it'
            const lists = openDesk(park)
            const answer = await lists.call('incidents.count', { conditions: [], deleted: false })
            lists.close()
            if (!answer.ok) return `the list cannot be counted: ${answer.error.code}`
            return taken > 1 ? `${taken} rows were taken in` : judgePark(park, () => null)
          }),
        ),
      ),
  },
]

function withContents(park: string) {
  const desk = openDesk(park)
  const found = contentsOf(desk.db)
  desk.close()
  return found
}

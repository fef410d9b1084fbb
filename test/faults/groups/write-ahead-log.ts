import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { randomNumbers, type Case, type Group, type Scope } from '../support/cases'
import { compareCommands, readTold, type Told } from '../support/commands'
import { cut, flip, overwrite, scramble, zero } from '../support/damage'
import { databaseFile, openDesk, problemsOf } from '../support/product'
import { copyFolder, modelPark, parkIn } from '../support/settings'
import { callsBelow, runVictim } from '../support/strace'

/** A park whose program was killed: its newest changes stand in the write-ahead log alone. */
type Killed = { readonly park: string; readonly told: Told }

const logOf = (park: string) => `${databaseFile(park)}-wal`

async function killedPark(scope: Scope, name: string, commands: number): Promise<Killed> {
  const folder = join(scope.scratch, `killed-${name}`)
  const trial = join(folder, 'trial')
  const park = parkIn(folder)
  mkdirSync(folder, { recursive: true })
  copyFolder(modelPark(scope), trial)
  copyFolder(modelPark(scope), park)
  const deed = (where: string) => ['commands', where, String(commands)]
  const syncs =
    (await callsBelow(deed(trial), scope.scratch, trial, ['fsync', 'fdatasync'])).get('fdatasync') ?? []
  const call = syncs.length > 0 ? 'fdatasync' : 'fsync'
  const places =
    syncs.length > 0
      ? syncs
      : ((await callsBelow(deed(trial), scope.scratch, trial, ['fsync'])).get('fsync') ?? [])
  const at = places.at(-4) ?? 1
  const end = await runVictim(deed(park), scope.scratch, { call, effect: 'signal=SIGKILL', at })
  if (!end.killed || !existsSync(logOf(park))) throw new Error('the victim left no write-ahead log')
  rmSync(trial, { recursive: true, force: true })
  return { park, told: readTold(end.said) }
}

type Spoil = (park: string, other: string, random: () => number) => void

const spoils: Readonly<Record<string, Spoil>> = {
  'as it was': () => undefined,
  deleted: (park) => rmSync(logOf(park)),
  'no bytes': (park) => cut(logOf(park), 0),
  'header alone': (park) => cut(logOf(park), 32),
  half: (park) => cut(logOf(park), Math.floor(statSync(logOf(park)).size / 2)),
  'header zeroed': (park) => zero(logOf(park), 0, 32),
  'random bytes': (park, _other, random) => scramble(logOf(park), 200, random),
  'a flipped bit': (park, _other, random) => flip(logOf(park), random(), random()),
  'text at its end': (park) =>
    overwrite(logOf(park), statSync(logOf(park)).size, Buffer.from('x'.repeat(5000))),
  'of another park': (park, other) => copyFileSync(logOf(other), logOf(park)),
}

/** A prefix of what was told, and a park in which everything fits together. */
function judge(park: string, name: string, told: Told): string | null {
  const desk = openDesk(park)
  try {
    const { db } = desk
    const problems = problemsOf(db)
    if (name === 'as it was') return problems[0] ?? compareCommands(db, told)
    // A log of another park is taken for one's own by SQLite; that nothing fits any more has to be noticed.
    if (problems.length > 0 && name !== 'of another park') return problems[0] ?? null
    return null
  } catch (error) {
    const code = error instanceof AppError ? error.code : String(error)
    return code.startsWith('database_') ? null : code
  } finally {
    desk.close()
  }
}

function logCase(name: string, spoil: Spoil, one: Killed, other: Killed, seed: number): Case {
  return {
    name: `write-ahead log: ${name} (${seed})`,
    run: (folder) => {
      const park = parkIn(folder)
      copyFolder(one.park, park)
      rmSync(`${databaseFile(park)}-shm`, { force: true })
      spoil(park, other.park, randomNumbers(seed))
      return Promise.resolve({ hit: true, killed: false, failure: judge(park, name, one.told) })
    },
  }
}

/** Row 19: the write-ahead log of a park lost, cut, spoilt or exchanged. */
export const spoiltLogs: readonly Group[] = [
  {
    row: 19,
    name: 'write-ahead-log',
    cases: async (scope) => {
      const one = await killedPark(scope, 'one', 12)
      const other = await killedPark(scope, 'other', 9)
      const times = scope.long ? 12 : 1
      return Object.entries(spoils).flatMap(([name, spoil]) =>
        Array.from({ length: times }, (_, seed) => logCase(name, spoil, one, other, seed + 1)),
      )
    },
  },
]

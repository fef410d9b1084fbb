import { readFileSync } from 'node:fs'
import { AppError } from '@shared/contract/result'
import {
  randomNumbers,
  type Case,
  type CaseResult,
  type Group,
  type Scope,
  type Summary,
} from '../support/cases'
import { digests } from '../support/contents'
import { damages, flip, zeroPage, type Damage } from '../support/damage'
import { databaseFile, newPark, openDesk, problemsOf } from '../support/product'
import { copyFolder, modelPark, parkIn } from '../support/settings'

/** What a damaged park may be called. */
const names = ['database_damaged', 'database_foreign', 'database_empty_file', 'database_newer', 'disk_error']

/** What came of opening a damaged park: refused with a code, noticed by a check, or not noticed. */
type Noticed = 'at start' | 'by check' | 'not'

type Look = { readonly noticed: Noticed; readonly wrong: string | null; readonly changed: readonly string[] }

const notLooked: readonly string[] = ['unreadable']

function lookAt(park: string, before: ReadonlyMap<string, string>): Look {
  const desk = openDesk(park)
  try {
    const { db } = desk
    const noticed = problemsOf(db).length > 0 ? 'by check' : 'not'
    return { noticed, wrong: null, changed: differing(before, () => digests(db)) }
  } catch (error) {
    const code = error instanceof AppError ? error.code : String(error)
    return {
      noticed: 'at start',
      wrong: names.includes(code) ? null : `refused as ${code}`,
      changed: notLooked,
    }
  } finally {
    desk.close()
  }
}

function differing(
  before: ReadonlyMap<string, string>,
  now: () => ReadonlyMap<string, string>,
): readonly string[] {
  try {
    const found = now()
    return [...before].flatMap(([table, digest]) => (found.get(table) === digest ? [] : [table]))
  } catch {
    return notLooked
  }
}

function modelDigests(scope: Scope): ReadonlyMap<string, string> {
  const desk = openDesk(modelPark(scope))
  const found = digests(desk.db)
  desk.close()
  return found
}

/** Nothing is written into a file that was refused, and no new park is made in its place. */
function leftAlone(park: string, spoilt: Buffer): string | null {
  if (!readFileSync(databaseFile(park)).equals(spoilt)) return 'the damaged file was changed'
  try {
    newPark(park)
    return 'a new park was made in its place'
  } catch {
    return readFileSync(databaseFile(park)).equals(spoilt) ? null : 'a new park began to be made in its place'
  }
}

const hit = (failure: string | null): CaseResult => ({ hit: true, killed: false, failure })

function damageCase(scope: Scope, { name, spoil }: Damage, seed: number): Case {
  return {
    name: `${name} (${seed})`,
    run: (folder) => {
      const park = parkIn(folder)
      copyFolder(modelPark(scope), park)
      const before = modelDigests(scope)
      spoil(databaseFile(park), randomNumbers(seed))
      const spoilt = readFileSync(databaseFile(park))
      const { noticed, wrong, changed } = lookAt(park, before)
      if (wrong !== null) return Promise.resolve(hit(wrong))
      if (noticed === 'at start') return Promise.resolve(hit(leftAlone(park, spoilt)))
      return Promise.resolve(hit(changed.length > 0 ? `not noticed at start: ${changed.join(' ')}` : null))
    },
  }
}

/** Row 17: a file that is no whole park any more. */
export const damagedParks: readonly Group[] = [
  {
    row: 17,
    name: 'damage',
    cases: (scope) => {
      const pages = Array.from({ length: scope.long ? 60 : 8 }, (_, index) =>
        damageCase(scope, zeroPage, index + 1),
      )
      return Promise.resolve([...damages.map((damage) => damageCase(scope, damage, 0)), ...pages])
    },
  },
]

/** How each flipped bit was met, for the sum of row 18. */
const flips: Record<Noticed | 'harmless', number> = { 'at start': 0, 'by check': 0, not: 0, harmless: 0 }

function flipCase(scope: Scope, seed: number): Case {
  return {
    name: `bit ${seed}`,
    run: (folder) => {
      const park = parkIn(folder)
      copyFolder(modelPark(scope), park)
      const random = randomNumbers(seed * 7919)
      for (let warm = 0; warm < 8; warm += 1) random()
      flip(databaseFile(park), random(), random())
      const { noticed, wrong, changed } = lookAt(park, modelDigests(scope))
      flips[noticed === 'not' && changed.length === 0 ? 'harmless' : noticed] += 1
      if (wrong !== null) return Promise.resolve(hit(wrong))
      const inLog = noticed === 'not' && changed.includes('change_log')
      return Promise.resolve(hit(inLog ? 'a flipped bit of the log is not noticed' : null))
    },
  }
}

function countFlips(): Summary {
  const { 'at start': atStart, 'by check': byCheck, not: unnoticed, harmless } = flips
  const figures = {
    flippedNoticedAtStart: atStart,
    flippedNoticedByCheck: byCheck,
    flippedUnnoticed: unnoticed,
    flippedHarmless: harmless,
  }
  return { failures: [], figures }
}

/**
 * Row 18: single bits. SQLite has no checksums of its pages: a bit inside a text or a number of a record makes another
 * text or number. The log's chain notices bits of its own entries; the figures say how many were met elsewhere.
 */
export const flippedBits: readonly Group[] = [
  {
    row: 18,
    name: 'bits',
    cases: (scope) =>
      Promise.resolve(
        Array.from({ length: scope.long ? 300 : 100 }, (_, index) => flipCase(scope, index + 1)),
      ),
    sum: countFlips,
  },
]

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Case, CaseResult, Group, Scope } from './cases'

/** What a row of the plan, or the whole of it, came to. */
export type Tally = {
  readonly cases: number
  readonly hit: number
  readonly killed: number
  readonly failures: readonly string[]
  readonly figures: Readonly<Record<string, number>>
}

/** As many as there are processors on the smallest machine this runs on. */
const atOnce = 2

/** Runs the cases of a group, two at a time, each in a folder of its own. */
export async function runGroup(scope: Scope, group: Group, cases: readonly Case[]): Promise<Tally> {
  const results: CaseResult[] = []
  const waiting = cases.map((one, index) => ({ one, index }))
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const folder = join(scope.scratch, `case-${group.row}-${group.name}-${next.index}`)
      results.push(await runCase(next.one, folder))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const summary = group.sum?.(results) ?? { failures: [], figures: {} }
  const hit = results.filter((result) => result.hit).length
  const idle = cases.length > 0 && hit === 0 ? [`${group.name}: no fault came about`] : []
  const failures = group.expectsFailures
    ? []
    : results.flatMap(({ failure }) => (failure === null ? [] : [failure]))
  return {
    cases: cases.length,
    hit,
    killed: results.filter((result) => result.killed).length,
    failures: [...failures, ...summary.failures, ...idle],
    figures: summary.figures,
  }
}

async function runCase(one: Case, folder: string): Promise<CaseResult> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const result = await run(one, folder)
  const failure = result.failure === null ? null : `${one.name}: ${result.failure}`
  // What failed stays to be looked at where somebody asked for it.
  if (failure === null || !process.env['PARKDESK_KEEP_FAULTS'])
    rmSync(folder, { recursive: true, force: true })
  return { ...result, failure }
}

async function run(one: Case, folder: string): Promise<CaseResult> {
  try {
    return await one.run(folder)
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { hit: true, killed: false, failure }
  }
}

/** Two tallies as one. */
export function addTallies(one: Tally, other: Tally): Tally {
  return {
    cases: one.cases + other.cases,
    hit: one.hit + other.hit,
    killed: one.killed + other.killed,
    failures: [...one.failures, ...other.failures],
    figures: { ...one.figures, ...other.figures },
  }
}

export const emptyTally: Tally = { cases: 0, hit: 0, killed: 0, failures: [], figures: {} }

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groups } from './groups'
import { plan } from './plan'
import type { Case, Group, Scope } from './support/cases'
import { addTallies, emptyTally, runGroup, type Tally } from './support/run-group'

/** The fault plan: `node main.js [--long] [--plan] [group or row …]`. One JSON line for each row, the sum at the end. */

const shownFailures = 20

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function printTally(
  row: number | 'all',
  { cases, hit, killed, failures, figures }: Tally,
  seconds: number,
): void {
  const shown = failures.slice(0, shownFailures).map((failure) => failure.slice(0, 600))
  print({
    row,
    cases,
    hit,
    killed,
    failures: failures.length,
    ...figures,
    seconds: Math.round(seconds),
    ...(shown.length > 0 && row !== 'all' ? { details: shown } : {}),
  })
}

/** The cases of a part; whatever goes wrong comes out where they are waited for. */
function prepare(scope: Scope, group: Group | undefined): Promise<readonly Case[]> {
  const cases = group?.cases(scope) ?? Promise.resolve([])
  cases.catch(() => undefined)
  return cases
}

async function runPlan(scope: Scope, names: readonly string[]): Promise<Tally> {
  const chosen = groups
    .filter(({ name, row }) => names.length === 0 || names.includes(name) || names.includes(String(row)))
    .sort((one, other) => one.row - other.row)
  if (chosen.length === 0) throw new Error(`no part of the plan is called ${names.join(' ')}`)
  let sum = emptyTally
  let row = emptyTally
  const started = performance.now()
  let rowStarted = started
  let next = prepare(scope, chosen[0])
  for (const [index, group] of chosen.entries()) {
    const cases = await next
    // The next part is made ready meanwhile: that is one process at a time.
    next = prepare(scope, chosen[index + 1])
    row = addTallies(row, await runGroup(scope, group, cases))
    if (chosen[index + 1]?.row === group.row) continue
    printTally(group.row, row, (performance.now() - rowStarted) / 1000)
    sum = addTallies(sum, row)
    row = emptyTally
    rowStarted = performance.now()
  }
  printTally('all', { ...sum, figures: {} }, (performance.now() - started) / 1000)
  return sum
}

const options = process.argv.slice(2)
if (options.includes('--plan')) {
  for (const row of plan) print(row)
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'parkdesk-faults-'))
  try {
    const long = options.includes('--long')
    const names = options.filter((option) => !option.startsWith('--'))
    const { failures } = await runPlan({ long, scratch }, names)
    process.exitCode = failures.length === 0 ? 0 : 1
  } finally {
    if (!process.env['PARKDESK_KEEP_FAULTS']) rmSync(scratch, { recursive: true, force: true })
  }
}

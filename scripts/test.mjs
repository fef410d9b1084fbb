// `npm test`: every check in order, up to the first that fails. `npm test -- unit lint` runs the named ones only.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronRuntime, runtimeEnvironment } from './electron-runtime.mjs'
import { fail, say, since } from './lib/log.mjs'
import { reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { ensureSystemPackages, onDisplay } from './lib/system-packages.mjs'
import { setUp } from './setup.mjs'

const results = inProject('test-results')
const node = process.execPath
const tool = (...parts) => inProject('node_modules', ...parts)

async function vitest(name, ...options) {
  const file = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = await run(node, [tool('vitest', 'vitest.mjs'), 'run', ...reporters, ...options], {
    env: runtimeEnvironment(electronRuntime()),
  })
  const { numPassedTests: passed, numFailedTests: failed } = readJson(file)
  return { status, passed, failed }
}

async function playwright() {
  // One of them looks at the system calls of a whole session.
  await ensureSystemPackages(['faults'])
  const file = join(results, 'e2e.json')
  const [program, ...args] = onDisplay([node, tool('playwright', 'cli.js'), 'test', '--reporter=list,json'])
  const { status } = await run(program, args, {
    env: { ...runtimeEnvironment(electronRuntime()), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  const { stats } = readJson(file)
  return { status, passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 }
}

/** The short form of the fault plan; its last line is the sum of its cases. */
async function faults() {
  const { status, output } = await run(node, [inProject('scripts', 'faults.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.stderr.write(output)
  const sum = /^\{"row":"all",.*\}$/m.exec(output)?.[0]
  const { cases = 0, failures = 0 } = sum ? JSON.parse(sum) : {}
  return { status, passed: cases - failures, failed: failures }
}

/** A report that was not written, because its program could not even start, counts nothing. */
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

const projects = () =>
  JSON.parse(readFileSync(inProject('tsconfig.json'), 'utf8')).references.map(({ path }) => path)

async function types() {
  for (const project of projects()) {
    const { status } = await run(node, [tool('typescript', 'bin', 'tsc'), '-p', project])
    if (status !== 0) return { status }
  }
  return { status: 0 }
}

const stages = {
  setup: async () => {
    await setUp()
    return { status: 0 }
  },
  format: () => run(node, [tool('oxfmt', 'bin', 'oxfmt'), '--check', '.']),
  lint: () => run(node, [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']),
  types,
  unit: () => vitest('unit'),
  faults,
  e2e: playwright,
  packaging: () => vitest('packaging', '--config', inProject('test', 'packaging', 'vitest.config.ts')),
}

/** Runs the named stages and prints the sum. A check that fails without counting tests counts as one failure. */
async function test(names) {
  const started = performance.now()
  const total = { passed: 0, failed: 0 }
  let failure
  for (const name of names) {
    const stageStarted = performance.now()
    say(`──── ${name} ────`)
    const { status, passed = 0, failed = 0 } = await stages[name]()
    total.passed += passed
    total.failed += status === 0 ? failed : Math.max(failed, 1)
    say(`${name}: ${status === 0 ? 'passed' : `failed with status ${status}`} in ${since(stageStarted)}`)
    if (status !== 0) {
      failure = { name, status }
      break
    }
  }
  say(failure ? `stopped at ${failure.name} after ${since(started)}` : `all passed in ${since(started)}`)
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
  return failure?.status ?? 0
}

await ensureNode24()
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(stages)
const unknown = names.find((name) => !Object.hasOwn(stages, name))
if (unknown) fail(`there is no check "${unknown}"; there are: ${Object.keys(stages).join(' ')}`, 2)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
process.exitCode = await test(names).catch(reportFailure)

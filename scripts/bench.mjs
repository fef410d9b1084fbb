// `npm run bench`: measures the budgets of test/bench, one JSON line each on standard output and nothing else there.
// `npm run bench -- search report` measures the named ones.
import { electronRuntime, runtimeEnvironment } from './electron-runtime.mjs'
import { bundle } from './lib/bundle.mjs'
import { fail } from './lib/log.mjs'
import { reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { onDisplay } from './lib/system-packages.mjs'
import { setUp } from './setup.mjs'

const all = ['start', 'page', 'search', 'codes', 'import', 'report', 'export', 'stall']
const output = inProject('node_modules', '.cache', 'parkdesk-bench')

const programs = { main: inProject('test', 'bench', 'main.ts') }

await ensureNode24()
await setUp()
  .then(() => bundle(programs, output, ['better-sqlite3', 'electron', 'playwright']))
  .catch(reportFailure)
const named = process.argv.slice(2)
for (const name of named.length > 0 ? named : all) {
  // Each in a process of its own, so that none finds memory or caches that another left behind.
  const [program, ...args] = onDisplay([process.execPath, `${output}/main.js`, name])
  const { status } = await run(program, args, {
    env: runtimeEnvironment(electronRuntime()),
  })
  if (status !== 0) fail(`the benchmark ${name} ended with status ${status}`, status)
}

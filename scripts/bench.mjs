// `npm run bench`: measures the budgets. Standard output holds one JSON object per line and nothing else. The measurements
// are the tests of test/bench; each appends its lines to the file that PARKDESK_BENCH_RESULTS names.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { onDisplay } from './lib/system-packages.mjs'
import { setUp } from './setup.mjs'

await ensureNode24()
const runtime = await setUp().catch(reportFailure)
const results = inProject('test-results', 'bench.jsonl')
mkdirSync(inProject('test-results'), { recursive: true })
rmSync(results, { force: true })

const config = inProject('test', 'bench', 'vitest.config.ts')
const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
const [program, ...args] = onDisplay([
  process.execPath,
  vitest,
  'run',
  '--config',
  config,
  ...process.argv.slice(2),
])
const { status } = await run(program, args, {
  env: { ...runtimeEnvironment(runtime), PARKDESK_BENCH_RESULTS: results },
  stdio: ['inherit', 2, 2],
})
if (existsSync(results)) process.stdout.write(readFileSync(results))
process.exitCode = status

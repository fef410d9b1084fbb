// `npm run faults`: what becomes of a park when the machine fails it (test/faults). `npm run faults -- --long` takes its
// time, `npm run faults -- import backup` does the named parts, `npm run faults -- --plan` prints the plan.
import { runtimeEnvironment } from './electron-runtime.mjs'
import { bundle } from './lib/bundle.mjs'
import { reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { ensureSystemPackages, onDisplay } from './lib/system-packages.mjs'
import { setUp } from './setup.mjs'

const output = inProject('node_modules', '.cache', 'parkdesk-faults')

const programs = {
  main: inProject('test', 'faults', 'main.ts'),
  victim: inProject('test', 'faults', 'victim.ts'),
}

/** How the plan's long form runs the tests of the whole application. Its addon for SQLite is not meant for the victims. */
async function application() {
  const env = runtimeEnvironment(await setUp())
  const playwright = [process.execPath, inProject('node_modules', 'playwright', 'cli.js'), 'test']
  const command = onDisplay([...playwright, 'killed-application'])
  return { PARKDESK_FAULTS_APPLICATION: JSON.stringify({ command, env }) }
}

await ensureNode24()
if (process.platform !== 'linux') {
  reportFailure('the fault plan hinders programs by strace, which there is on Linux only')
}
await ensureSystemPackages(['faults'])
  .then(() => bundle(programs, output, ['better-sqlite3', 'electron']))
  .catch(reportFailure)
const options = process.argv.slice(2)
const env = options.includes('--long') ? await application().catch(reportFailure) : {}
const { status } = await run(process.execPath, [`${output}/main.js`, ...options], { env })
process.exitCode = status

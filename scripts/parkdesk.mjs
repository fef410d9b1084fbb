// The command line of a checkout: `npm run --silent parkdesk -- COMMAND`. Only the command itself writes to standard output.
import { electronRuntime, runtimeEnvironment } from './electron-runtime.mjs'
import { ensureBuild } from './build.mjs'
import { reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { hasDisplay, hasVirtualDisplay } from './lib/system-packages.mjs'

await ensureNode24()
await ensureBuild().catch(reportFailure)

// Printing to PDF is the one thing that needs Electron; the command line asks for it only then.
const runtime = hasDisplay() || hasVirtualDisplay() ? electronRuntime() : undefined
const { status } = await run(
  process.execPath,
  [inProject('out', 'main', 'cli.js'), ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: {
      PARKDESK_ENSURE_ELECTRON: inProject('scripts', 'electron-runtime.mjs'),
      ...runtimeEnvironment(runtime),
    },
  },
)
process.exitCode = status

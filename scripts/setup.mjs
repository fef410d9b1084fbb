// Everything a fresh checkout needs before it can run: the right Node, Electron with the system's libraries, and the build.
// Does nothing where all is done.
import { ensureElectron } from './electron-runtime.mjs'
import { ensureBuild } from './build.mjs'
import { isMain, reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'

/** Prepares the checkout and returns the runtime (see `ensureElectron`). */
export async function setUp() {
  const runtime = await ensureElectron()
  await ensureBuild()
  return runtime
}

if (isMain(import.meta.url)) {
  await ensureNode24()
  await setUp().catch(reportFailure)
}

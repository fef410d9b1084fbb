import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './log.mjs'
import { inProject, manifestOf } from './paths.mjs'
import { run } from './run.mjs'

// Long enough for 120 MB on a slow line; where the download site cannot be reached it ends after seconds.
const DOWNLOAD_TIMEOUT = 300_000

/** The Electron that the npm package `electron` downloaded, or undefined while it has not. */
export function officialElectron() {
  const folder = inProject('node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const dist = join(folder, 'dist')
  const executable = join(dist, readFileSync(pathFile, 'utf8'))
  if (!existsSync(executable)) return undefined
  return {
    executable,
    nativeBinding: undefined,
    dist,
    version: manifestOf('electron').version,
    official: true,
  }
}

/** Lets the npm package download its Electron; undefined where that is not possible. */
export async function downloadOfficialElectron() {
  say(`downloading Electron ${manifestOf('electron').version}`)
  const installer = inProject('node_modules', 'electron', 'install.js')
  const { output } = await run(process.execPath, [installer], { capture: true, timeout: DOWNLOAD_TIMEOUT })
  const found = officialElectron()
  if (!found) say(`the download failed: ${output.trim().split('\n')[0] || 'it took too long'}`)
  return found
}

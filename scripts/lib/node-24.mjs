import { existsSync } from 'node:fs'
import { say, fail } from './log.mjs'
import { inProject } from './paths.mjs'
import { npm, run } from './run.mjs'

const MAJOR = 24
const isRecent = Number(process.versions.node.split('.')[0]) >= MAJOR
const packaged = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * Returns only in Node 24 or later. On an older one it starts this same program again on the Node that the npm package
 * `node` brings, waits for it and ends with its status; that package's installer has not run after `npm ci` (install
 * scripts are off), so it is run here the first time.
 */
export async function ensureNode24() {
  if (isRecent) return
  if (!existsSync(packaged)) {
    say(`Node ${process.versions.node} is too old, fetching Node ${MAJOR} from the package registry`)
    const { status, output } = await npm(
      ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'],
      {
        capture: true,
      },
    )
    if (status !== 0 || !existsSync(packaged)) fail(`Node ${MAJOR} could not be installed:\n${output.trim()}`)
  }
  const { status } = await run(packaged, process.argv.slice(1))
  process.exit(status)
}

import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { say, since } from './log.mjs'
import { cacheFolder, inProject, manifestOf } from './paths.mjs'
import { prepareOnce } from './prepare-once.mjs'
import { fetchPackage } from './registry.mjs'
import { run } from './run.mjs'

// The addon includes Node-API alone, so these four files replace the headers of a whole Node, which many machines lack.
const headers = {
  name: 'node-api-headers',
  version: '1.9.0',
  integrity:
    'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
}
const compatibility = inProject('scripts', 'electron-fallback', 'node-api-9.h')

/** Lays the headers out the way node-gyp expects them of an installed Node, with no compiler settings of its own. */
async function nodeFolder(folder) {
  const unpacked = join(folder, 'headers')
  await fetchPackage(headers, unpacked)
  const include = join(folder, 'node', 'include', 'node')
  cpSync(join(unpacked, 'include'), include, { recursive: true })
  writeFileSync(join(include, 'common.gypi'), '{}\n')
  writeFileSync(join(include, 'config.gypi'), '{}\n')
  return join(folder, 'node')
}

async function compile(folder) {
  const started = performance.now()
  say('compiling better-sqlite3 for the fallback runtime, about a minute')
  const sources = join(folder, 'better-sqlite3')
  cpSync(inProject('node_modules', 'better-sqlite3'), sources, { recursive: true })
  const includes = join(sources, 'node_modules', 'node-addon-api')
  mkdirSync(includes, { recursive: true })
  cpSync(inProject('node_modules', 'node-addon-api'), includes, { recursive: true })
  const nodeGyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const nodedir = await nodeFolder(folder)
  const { status, output } = await run(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${nodedir}`],
    {
      cwd: sources,
      capture: true,
      env: {
        CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=9 -include "${compatibility}"`,
        MAKEFLAGS: `-j${availableParallelism()}`,
      },
    },
  )
  if (status !== 0) throw new Error(`better-sqlite3 could not be compiled:\n${output.slice(-4000)}`)
  say(`better-sqlite3 compiled in ${since(started)}`)
  return join(sources, 'build', 'Release', 'better_sqlite3.node')
}

/** Where the addon for the fallback runtime is, or will be once it is compiled. */
export function addonPath() {
  const key = createHash('sha256')
    .update(readFileSync(compatibility))
    .update(headers.integrity)
    .digest('hex')
    .slice(0, 12)
  const folder = join(
    cacheFolder(),
    `better-sqlite3-${manifestOf('better-sqlite3').version}-node-api-9-${key}`,
  )
  return join(folder, 'better_sqlite3.node')
}

/** Compiles better-sqlite3 against Node-API 9 where that has not been done yet and returns the addon's path. */
export async function ensureAddon() {
  const path = addonPath()
  await prepareOnce(join(path, '..'), async (folder) => {
    const built = await compile(join(folder, 'work'))
    cpSync(built, join(folder, 'better_sqlite3.node'))
    rmSync(join(folder, 'work'), { recursive: true })
  })
  return path
}

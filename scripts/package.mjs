// `npm run package`: an unpacked folder and a .tar.gz for this platform in `dist/`, without downloading anything.
// Other targets of electron-builder.yml where their tools are installed: `npm run package -- deb AppImage`.
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { say, since } from './lib/log.mjs'
import { isMain, reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { root } from './lib/paths.mjs'
import { afterPack } from './packaging/after-pack.mjs'

/** electron-builder downloads 7-Zip unless it is told of one; the npm package's file is not executable as unpacked. */
async function prepareSevenZip() {
  const { path7za } = (await import('7zip-bin')).default
  chmodSync(path7za, 0o755)
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= path7za
  // Its own default makes the archive a few per cent smaller in several times the time.
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '5'
}

// A runtime taken as a folder still holds what starts it without an application.
function removeDefaultApp({ appOutDir }) {
  for (const name of ['app', 'default_app.asar']) {
    rmSync(join(appOutDir, 'resources', name), { recursive: true, force: true })
  }
}

const finish = (runtime) => async (context) => {
  if (runtime.nativeBinding) {
    cpSync(runtime.nativeBinding, join(context.appOutDir, 'resources', 'native', 'better_sqlite3.node'))
  }
  await afterPack(context)
}

/**
 * Makes the packages of `targets` (names as in electron-builder.yml, `dir` for the folder alone) for this platform.
 * Returns the paths of the finished files.
 */
export async function makePackage(targets) {
  const started = performance.now()
  const runtime = await ensureElectron()
  await ensureBuild()
  await prepareSevenZip()
  if (!runtime.official) say(`packaging Electron ${runtime.version}, the fallback runtime: not for release`)
  const { build, Platform } = await import('electron-builder')
  const files = await build({
    projectDir: root,
    targets: Platform.current().createTarget(targets),
    publish: 'never',
    config: {
      electronDist: runtime.dist,
      electronVersion: runtime.version,
      afterExtract: removeDefaultApp,
      afterPack: finish(runtime),
    },
  })
  say(`packaged in ${since(started)}`)
  return files
}

if (isMain(import.meta.url)) {
  await ensureNode24()
  const named = process.argv.slice(2)
  await makePackage(named.length > 0 ? named : ['dir', 'tar.gz']).catch(reportFailure)
}

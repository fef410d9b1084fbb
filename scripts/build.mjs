// The application's build, as a step of the set-up and as a program: `npm run build`.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { say, since } from './lib/log.mjs'
import { isMain, reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

// The application is built for the older of the two runtimes it runs on, the fallback's Chromium 130 and Node 20.
const OLDEST_ELECTRON = '33'
const sourceFolders = ['shared', 'electron', 'renderer', 'resources']
const sourceFiles = ['electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']
const parts = ['main', 'preload', 'renderer']
const stampFile = inProject('out', '.built-from')

const filesIn = (folder) =>
  readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** A digest of every source's name, size and time of change: another one means that the build is out of date. */
function stateOfSources() {
  const hash = createHash('sha256')
  for (const path of [
    ...sourceFolders.flatMap(filesIn),
    ...sourceFiles.map((file) => inProject(file)),
  ].sort()) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const isCurrent = (state) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === state

/** Puts the new build in the place of the old one, part by part. */
function publish(fresh) {
  mkdirSync(inProject('out'), { recursive: true })
  rmSync(stampFile, { force: true })
  for (const part of parts) {
    rmSync(inProject('out', part), { recursive: true, force: true })
    renameSync(join(fresh, part), inProject('out', part))
  }
  rmSync(fresh, { recursive: true, force: true })
}

/** Builds the application into `out/` unless that holds a build of the sources as they are. */
export async function ensureBuild() {
  const state = stateOfSources()
  if (isCurrent(state)) return
  const started = performance.now()
  say('building the application')
  const fresh = inProject('node_modules', '.cache', `parkdesk-build-${process.pid}`)
  const vite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, output } = await run(process.execPath, [vite, 'build', '--outDir', fresh], {
    capture: true,
    env: {
      ELECTRON_MAJOR_VER: OLDEST_ELECTRON,
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    },
  })
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`the application could not be built:\n${output.trim()}`)
  }
  publish(fresh)
  writeFileSync(stampFile, state)
  say(`built in ${since(started)}`)
}

if (isMain(import.meta.url)) {
  await ensureNode24()
  await ensureBuild().catch(reportFailure)
}

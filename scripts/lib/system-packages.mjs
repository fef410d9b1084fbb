import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail, say } from './log.mjs'
import { run } from './run.mjs'

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

// Debian 13 and Ubuntu 24.04 renamed some libraries when they moved to 64-bit time: either name is right somewhere.
const runtimeLibraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libdrm2'],
  ['libxss1'],
  ['libnotify4'],
]
const display = [['xvfb'], ['xauth']]
const compiler = [['python3'], ['make'], ['g++']]

let listsAreFresh = false

async function updateLists() {
  if (listsAreFresh) return
  const { status, output } = await run('apt-get', ['update', '--quiet'], { capture: true })
  if (status !== 0)
    say(`apt-get update failed, going on with the lists there are: ${output.trim().split('\n').at(-1)}`)
  listsAreFresh = true
}

const isKnown = async (name) => {
  const { output } = await run('apt-cache', ['policy', name], { capture: true })
  return /Candidate: (?!\(none\))/.test(output)
}

/** The name each package has on this system: the first of its names that the package lists know. */
async function namesHere(packages) {
  const names = []
  for (const alternatives of packages) {
    let found = alternatives.at(-1)
    for (const name of alternatives.length > 1 ? alternatives : []) {
      if (await isKnown(name)) {
        found = name
        break
      }
    }
    names.push(found)
  }
  return names
}

async function install(packages, purpose) {
  const manual = `sudo apt-get install --yes --no-install-recommends ${packages.map((names) => names.at(-1)).join(' ')}`
  if (!onPath('apt-get')) fail(`${purpose} needs system packages; on Debian or Ubuntu: ${manual}`)
  if (process.getuid?.() !== 0) fail(`${purpose} needs system packages. Please run:\n  ${manual}`)
  await updateLists()
  const names = await namesHere(packages)
  say(`installing system packages for ${purpose}: ${names.join(' ')}`)
  const { status, output } = await run(
    'apt-get',
    ['install', '--yes', '--quiet', '--no-install-recommends', ...names],
    {
      capture: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    },
  )
  if (status !== 0) fail(`the system packages could not be installed:\n${output.slice(-2000)}`)
}

/** What is needed to compile the database library; only the fallback runtime asks for it. */
export async function ensureCompiler() {
  const missing = compiler.filter(([program]) => !onPath(program))
  if (missing.length > 0) await install(missing, 'compiling')
}

const missesLibraries = async (executable) => {
  const { output } = await run('ldd', [executable], { capture: true })
  return output.includes('not found')
}

/** The shared libraries an Electron executable loads, on Linux. */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux' || !(await missesLibraries(executable))) return
  await install(runtimeLibraries, 'Electron')
  if (await missesLibraries(executable)) {
    const { output } = await run('ldd', [executable], { capture: true })
    fail(
      `Electron still misses libraries:\n${output
        .split('\n')
        .filter((line) => line.includes('not found'))
        .join('\n')}`,
    )
  }
}

/** Whether windows can be shown here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Whether a virtual display can be started. */
export const hasVirtualDisplay = () => onPath('xvfb-run') && onPath('xauth')

/** The command line of a program that opens windows, on a virtual display where there is no other. */
export const onDisplay = (command) =>
  hasDisplay()
    ? command
    : ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1080x24', ...command]

/** A virtual display, for windows where there is none. */
export async function ensureVirtualDisplay() {
  if (!hasVirtualDisplay()) await install(display, 'running without a display')
}

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './log.mjs'
import { run } from './run.mjs'

// What each package is known by when it is there: a program on the path or the file name of a shared library.
// Debian 13 and Ubuntu 24.04 renamed some libraries when they moved to 64-bit time: the first name known there is taken.
const groups = {
  electron: [
    { names: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0' },
    { names: ['libnss3'], library: 'libnss3.so' },
    { names: ['libasound2t64', 'libasound2'], library: 'libasound.so.2' },
    { names: ['libgbm1'], library: 'libgbm.so.1' },
    { names: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'], library: 'libatk-bridge-2.0.so.0' },
    { names: ['libdrm2'], library: 'libdrm.so.2' },
    { names: ['libxss1'], library: 'libXss.so.1' },
    { names: ['libnotify4'], library: 'libnotify.so.4' },
  ],
  display: [
    { names: ['xvfb'], program: 'xvfb-run' },
    { names: ['xauth'], program: 'xauth' },
  ],
  compiler: [
    { names: ['python3'], program: 'python3' },
    { names: ['make'], program: 'make' },
    { names: ['g++'], program: 'g++' },
  ],
  faults: [{ names: ['strace'], program: 'strace' }],
}

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** The packages of the named groups that are not there; where the libraries cannot be listed they count as there. */
async function missingOf(names) {
  const { status, output } = await run('/sbin/ldconfig', ['-p'], { capture: true })
  const isThere = ({ program, library }) =>
    program ? onPath(program) : status !== 0 || output.includes(`${library} `)
  return names.flatMap((name) => groups[name]).filter((entry) => !isThere(entry))
}

const isKnown = async (name) => {
  const { output } = await run('apt-cache', ['policy', name], { capture: true })
  return /Candidate: (?!\(none\))/.test(output)
}

/** The name this system's package lists have for a package. */
async function nameHere({ names }) {
  for (const name of names.slice(0, -1)) if (await isKnown(name)) return name
  return names.at(-1)
}

const installCommand = (names) => ['apt-get', 'install', '--yes', '--no-install-recommends', ...names]

async function install(missing) {
  const updated = await run('apt-get', ['update', '--quiet'], { capture: true })
  if (updated.status !== 0)
    say(`apt-get update failed, going on with the lists there are:\n${updated.output.trim()}`)
  const names = await Promise.all(missing.map(nameHere))
  say(`installing system packages: ${names.join(' ')}`)
  const [command, ...args] = installCommand(names)
  const { status, output } = await run(command, args, {
    capture: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`the system packages could not be installed:\n${output.slice(-2000)}`)
}

/**
 * Sees to the system packages of the named groups (`electron`, `display`, `compiler`, `faults`) on Linux: root has the missing ones
 * installed, anybody else is told the one line to type, as an error.
 */
export async function ensureSystemPackages(names) {
  if (process.platform !== 'linux') return
  const missing = await missingOf(names)
  if (missing.length === 0) return
  if (onPath('apt-get') && process.getuid() === 0) return install(missing)
  const typed = onPath('apt-get')
    ? await Promise.all(missing.map(nameHere))
    : missing.map((entry) => entry.names.at(-1))
  throw new Error(
    `some system packages are missing. On Debian or Ubuntu:\n  sudo ${installCommand(typed).join(' ')}`,
  )
}

/** Whether windows can be shown here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Whether a virtual display can be started. */
export const hasVirtualDisplay = () => groups.display.every(({ program }) => onPath(program))

/** The command line of a program that opens windows, on a virtual display where there is no other. */
export const onDisplay = (command) =>
  hasDisplay()
    ? command
    : ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1080x24', ...command]

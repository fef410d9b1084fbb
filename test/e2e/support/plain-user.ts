import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { electronRuntime } from '../../../scripts/electron-runtime.mjs'
import { inProject } from './project'

/** Nobody's on every Linux: a user that owns nothing. */
const nobody = 65_534

const isRoot = process.getuid?.() === 0

/**
 * Somebody without any privilege, who runs the built application with Chromium's sandbox on. Where the tests run as root
 * it is another user, with a copy of runtime and build in a folder he can read; elsewhere it is whoever runs the tests.
 */
export class PlainUser {
  /** False where this machine lets nobody have a sandbox: root in a container without user namespaces. */
  readonly sandboxed = !isRoot || namespacesAreThere()
  readonly application: string
  readonly environment: Readonly<Record<string, string>>
  readonly #folder: string
  readonly #electron: string
  readonly #isOther = isRoot && this.sandboxed

  constructor(folder: string) {
    this.#folder = folder
    const runtime = electronRuntime()
    if (runtime === undefined) throw new Error('Electron is not prepared: npm run setup')
    this.application = this.#isOther ? join(folder, 'application') : inProject()
    this.#electron = this.#isOther ? join(folder, 'runtime', 'electron') : runtime.executable
    let binding = runtime.nativeBinding
    if (this.#isOther) {
      chmodSync(folder, 0o755)
      linkTree(runtime.dist, join(folder, 'runtime'))
      copyBuild(this.application)
      if (binding !== undefined) binding = copyReadable(binding, join(folder, 'binding.node'))
    }
    this.environment = {
      ...(binding === undefined ? {} : { PARKDESK_SQLITE_BINDING: binding }),
      ...this.#display(),
    }
  }

  /**
   * A program that starts the runtime as this user, as the last command of `before` (a tracer, say), and passes its own
   * arguments on.
   */
  starter(name: string, before: readonly string[] = []): string {
    const file = join(this.#folder, name)
    const as = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--']
    const command = [...before, ...(this.#isOther ? as : []), this.#electron]
    writeFileSync(file, `#!/bin/sh\nexec ${command.map((part) => `'${part}'`).join(' ')} "$@"\n`)
    chmodSync(file, 0o755)
    return file
  }

  /** Hands a file or a folder with everything in it over to the user. */
  own(path: string): void {
    if (!this.#isOther) return
    chownSync(path, nobody, nobody)
    if (!statSync(path).isDirectory()) return
    for (const name of readdirSync(path)) this.own(join(path, name))
  }

  /** The key to the display, which belongs to whoever started that. */
  #display(): Record<string, string> {
    const key = process.env['XAUTHORITY']
    if (!this.#isOther || key === undefined) return {}
    const copy = join(this.#folder, 'xauthority')
    copyFileSync(key, copy)
    this.own(copy)
    return { XAUTHORITY: copy }
  }
}

/** Whether an ordinary user may make the namespaces Chromium's sandbox is built of. */
function namespacesAreThere(): boolean {
  const command = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'unshare', '--user', 'true']
  try {
    execFileSync('setpriv', command, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Only what runs, readable by everybody. */
function copyBuild(target: string): void {
  for (const path of ['package.json', 'out', 'resources', 'node_modules/better-sqlite3', 'node_modules/@resvg/resvg-wasm/index_bg.wasm']) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    cpSync(inProject(path), join(target, path), {
      recursive: true,
      dereference: true,
      filter: (source) => !/better-sqlite3\/(?:deps|src|build|prebuilds)(?:\/|$)|\/out\/sample/.test(source),
    })
  }
  openTree(target)
}

function openTree(path: string): void {
  const isFolder = lstatSync(path).isDirectory()
  chmodSync(path, isFolder ? 0o755 : 0o644)
  if (isFolder) for (const name of readdirSync(path)) openTree(join(path, name))
}

/** Hundreds of megabytes, so without copying them where the file system allows that. */
function linkTree(source: string, target: string): void {
  mkdirSync(target, { mode: 0o755 })
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)]
    if (entry.isDirectory()) linkTree(from, to)
    else linkOrCopy(from, to)
  }
}

function linkOrCopy(from: string, to: string): void {
  const everybody = 0o004
  try {
    if ((statSync(from).mode & everybody) === 0) throw new Error('not readable for others')
    linkSync(from, to)
  } catch {
    copyReadable(from, to)
  }
}

function copyReadable(from: string, to: string): string {
  copyFileSync(from, to)
  chmodSync(to, 0o755)
  return to
}

import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { electronRuntime } from '../../../scripts/electron-runtime.mjs'
import { asPlainUser, hasSandbox, isOtherUser, linkTree, own } from '../../support/plain-user'
import { inProject } from './project'

/**
 * Somebody without any privilege, who runs the built application with Chromium's sandbox on. Where the tests run as root
 * it is another user, with a copy of runtime and build in a folder he can read; elsewhere it is whoever runs the tests.
 */
export class PlainUser {
  /** False where this machine lets nobody have a sandbox. */
  readonly sandboxed = hasSandbox
  readonly application: string
  readonly environment: Readonly<Record<string, string>>
  readonly #folder: string
  readonly #electron: string

  constructor(folder: string) {
    this.#folder = folder
    const runtime = electronRuntime()
    if (runtime === undefined) throw new Error('Electron is not prepared: npm run setup')
    this.application = isOtherUser ? join(folder, 'application') : inProject()
    this.#electron = isOtherUser ? join(folder, 'runtime', 'electron') : runtime.executable
    let binding = runtime.nativeBinding
    if (isOtherUser) {
      chmodSync(folder, 0o755)
      linkTree(runtime.dist, join(folder, 'runtime'))
      copyBuild(this.application)
      if (binding !== undefined) binding = copyBinding(binding, join(folder, 'binding.node'))
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
    const command = [...before, ...asPlainUser, this.#electron]
    writeFileSync(file, `#!/bin/sh\nexec ${command.map((part) => `'${part}'`).join(' ')} "$@"\n`)
    chmodSync(file, 0o755)
    return file
  }

  /** Hands a file or a folder with everything in it over to the user. */
  own(path: string): void {
    own(path)
  }

  /** The key to the display, which belongs to whoever started that. */
  #display(): Record<string, string> {
    const key = process.env['XAUTHORITY']
    if (!isOtherUser || key === undefined) return {}
    const copy = join(this.#folder, 'xauthority')
    copyFileSync(key, copy)
    this.own(copy)
    return { XAUTHORITY: copy }
  }
}

/** Only what runs, readable by everybody. */
function copyBuild(target: string): void {
  const { dependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>
  }
  for (const path of [
    'package.json',
    'out',
    'resources',
    ...Object.keys(dependencies).map((name) => `node_modules/${name}`),
    'node_modules/@resvg/resvg-wasm/index_bg.wasm',
  ]) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    cpSync(inProject(path), join(target, path), {
      recursive: true,
      dereference: true,
      filter: (source) => !/better-sqlite3\/(?:deps|src|build)(?:\/|$)|\/out\/sample/.test(source),
    })
  }
  openTree(target)
}

function openTree(path: string): void {
  const isFolder = lstatSync(path).isDirectory()
  chmodSync(path, isFolder ? 0o755 : 0o644)
  if (isFolder) for (const name of readdirSync(path)) openTree(join(path, name))
}

function copyBinding(from: string, to: string): string {
  copyFileSync(from, to)
  chmodSync(to, 0o755)
  return to
}

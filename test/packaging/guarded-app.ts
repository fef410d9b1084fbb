import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asPlainUser, linkTree, own } from '../support/plain-user'
import { packageFolder, type Outcome } from './packaged-app'

const isEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** A program that was started and its processes. */
export class Started {
  readonly #child: ChildProcess
  #said = ''
  readonly #ended: Promise<number>

  constructor(child: ChildProcess) {
    this.#child = child
    const note = (chunk: Buffer) => (this.#said += chunk.toString())
    child.stdout?.on('data', note)
    child.stderr?.on('data', note)
    this.#ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  }

  get said(): string {
    return this.#said
  }

  get isRunning(): boolean {
    return !isEnded(this.#child)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Resolves to its exit status, or -1 when it has to be killed after `limit` milliseconds. */
  async end(limit = 20_000): Promise<number> {
    const timer = setTimeout(() => this.kill(), limit)
    const status = await this.#ended
    clearTimeout(timer)
    return status
  }

  /** Ends it with everything it started. */
  kill(): void {
    if (this.isRunning) process.kill(-this.pid, 'SIGKILL')
  }

  /** Its processes, by what they are for: Chromium's `--type`, the first one's is empty. */
  processes(): readonly { readonly pid: number; readonly type: string }[] {
    const all = readdirSync('/proc').filter((name) => /^\d+$/u.test(name))
    const ofGroup = all.filter((pid) => statField(pid, 4) === String(this.pid))
    return ofGroup.map((pid) => ({
      pid: Number(pid),
      type: /--type=([\w-]+)/u.exec(readOr(`/proc/${pid}/cmdline`))?.[1] ?? '',
    }))
  }

  /** Sockets of the internet's that any of its processes listens on or is connected by. */
  internetSockets(): readonly string[] {
    const inodes = new Set(this.processes().flatMap(({ pid }) => socketsOf(pid)))
    return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
      readOr(`/proc/net/${kind}`)
        .split('\n')
        .slice(1)
        .filter((line) => inodes.has(line.trim().split(/\s+/u)[9] ?? ''))
        .map((line) => `${kind} ${line.trim()}`),
    )
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // The process has ended meanwhile.
    return ''
  }
}

/** A field of a process's status line, counted behind the name, which may hold anything. */
function statField(pid: string, index: number): string | undefined {
  return readOr(`/proc/${pid}/stat`)
    .replace(/^.*\)\s*/su, '')
    .split(' ')[index - 2]
}

function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(
      (name) => /^socket:\[(\d+)\]$/u.exec(linkOr(`/proc/${pid}/fd/${name}`))?.[1] ?? [],
    )
  } catch {
    return []
  }
}

function linkOr(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** A copy of the package that a user without privileges starts, with Chromium's sandbox on. */
export class GuardedApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'parkdesk-guarded-'))
  readonly program = join(this.folder, 'program')
  readonly home = join(this.folder, 'home')
  readonly data = join(this.home, 'park')
  readonly #display: string

  constructor(display: string) {
    this.#display = display
    chmodSync(this.folder, 0o755)
    linkTree(packageFolder, this.program)
    mkdirSync(this.home)
    own(this.home)
  }

  get executable(): string {
    return join(this.program, 'parkdesk-bin')
  }

  /** The executable as a file of this copy's own, so that it can be changed. */
  ownExecutable(): string {
    const original = `${this.executable}.original`
    renameSync(this.executable, original)
    copyFileSync(original, this.executable)
    chmodSync(this.executable, 0o755)
    rmSync(original)
    return this.executable
  }

  /** Starts the program's own executable. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
    const [command = '', ...rest] = [...asPlainUser, this.executable, ...args]
    const child = spawn(command, rest, {
      cwd: this.home,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: this.home, LANG: 'C.UTF-8', DISPLAY: this.#display, ...env },
    })
    return new Started(child)
  }

  /** Starts it with its window. */
  startWindow(...args: readonly string[]): Started {
    return this.start([`--data=${this.data}`, ...args])
  }

  /** Runs it to its end. */
  async run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const started = this.start(args, env)
    const status = await started.end()
    return { status, stdout: '', stderr: started.said }
  }

  /** Whether a file came to be that only code of somebody else's would have written. */
  isMarked(): boolean {
    return existsSync(join(this.home, 'mark'))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

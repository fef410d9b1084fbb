import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, chromium, expect, type ElectronApplication, type Page } from 'playwright/test'
import type { Result } from '@shared/contract/result'
import type { Language } from '@shared/kernel/language'
import { electronRuntime, runtimeEnvironment } from '../../../scripts/electron-runtime.mjs'
import { inProject } from './project'
import { words, type Words } from './words'

/** The component library locks scrolling below a dialog with two style elements that carry no nonce; both are refused. */
const scrollLock = /Refused to apply inline style because it violates .*"style-src /u
const grave = /\b(?:Uncaught|Unhandled|TypeError|ReferenceError|RangeError)/u

type Bridge = {
  readonly features: Readonly<Record<string, Readonly<Record<string, (input: string) => Promise<string>>>>>
}

/** The running application with its window, and what tests do to it from outside. */
export class Parkdesk {
  readonly app: ElectronApplication
  readonly words: Words
  readonly folders: Folders
  /** Whatever a window in good order does not report. */
  readonly problems: string[] = []
  #page: Page
  #ended = false

  constructor(app: ElectronApplication, page: Page, folders: Folders, language: Language) {
    this.app = app
    this.#page = page
    this.folders = folders
    this.words = words(language)
    this.#watch(page)
    app.process().stderr?.on('data', (chunk: Buffer) => {
      if (grave.test(chunk.toString())) this.problems.push(`process: ${chunk.toString()}`)
    })
  }

  get page(): Page {
    return this.#page
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.problems.push(`page error: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      const isError = message.type() === 'error' && !scrollLock.test(message.text())
      if (isError) this.problems.push(`console: ${message.text()}`)
    })
  }

  /** Calls an operation through the bridge as the window does; throws what it refuses. */
  async call<T>(operation: string, input: object = {}): Promise<T> {
    const result = await this.callRaw<T>(operation, JSON.stringify(input))
    if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`)
    return result.value
  }

  /** Calls an operation with text as it is. */
  async callRaw<T>(operation: string, input: string): Promise<Result<T>> {
    const [feature = '', name = ''] = operation.split('.')
    const answer = await this.page.evaluate(
      ([feature, name, input]) => {
        const bridge = Reflect.get(globalThis, 'parkdesk') as Bridge
        const operation = bridge.features[feature]?.[name]
        if (operation === undefined) throw new Error(`no operation ${feature}.${name}`)
        return operation(input)
      },
      [feature, name, input] as const,
    )
    return JSON.parse(answer) as Result<T>
  }

  /** Answers the next dialogs that open a file or folder; null cancels them. */
  async answerOpen(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, path) => {
      const filePaths = path === null ? [] : [path]
      dialog.showOpenDialog = () => Promise.resolve({ canceled: path === null, filePaths })
    }, path)
  }

  /** Answers the next dialogs that save a file. */
  async answerSave(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
  }

  /** Kills the process that owns the database, as the system does when memory runs out. */
  async killDataProcess(): Promise<void> {
    const pid = await this.dataProcess()
    process.kill(pid, 'SIGKILL')
  }

  /** Kills every process of the application at once, as when the power goes; resolves when it has ended. */
  async killAll(): Promise<void> {
    const ended = this.app.waitForEvent('close')
    await this.#end(async () => {
      const pid = this.app.process().pid
      if (pid !== undefined) for (const each of [pid, ...descendants(pid)]) killQuietly(each)
      await ended
    })
  }

  /** Kills the process that draws; resolves when another one has taken its place. */
  async killGraphics(): Promise<void> {
    const graphics = () =>
      this.app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid)
    const pid = await graphics()
    if (pid === undefined) throw new Error('there is no graphics process')
    process.kill(pid, 'SIGKILL')
    await expect.poll(async () => ((await graphics()) ?? pid) !== pid).toBe(true)
  }

  /** The id of the process that owns the database. */
  async dataProcess(): Promise<number> {
    const pid = await this.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Parkdesk data')?.pid,
    )
    if (pid === undefined) throw new Error('there is no data process')
    return pid
  }

  /** Crashes the page; resolves when it has come back. */
  async crashWindow(): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve())
          contents?.forcefullyCrashRenderer()
        }),
    )
    // Playwright gives a crashed page up; the one that came back is reached by a connection of its own.
    const [port = '', path = ''] = readFileSync(join(this.folders.user, 'DevToolsActivePort'), 'utf8').split(
      '\n',
    )
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`)
    const page = browser.contexts()[0]?.pages()[0]
    if (page === undefined) throw new Error('the window did not come back')
    this.#page = page
    this.#watch(page)
  }

  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      [width, height] as const,
    )
  }

  /** Takes back what was reported so far: a test that provokes refusals looks at them itself. */
  forgive(): void {
    this.problems.length = 0
  }

  /** Goes to a screen by its address. */
  async goto(route: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, `#/${route}`)
  }

  /** Shows the window in another language or theme from the beginning. */
  async prefer(language: Language, theme: 'light' | 'dark' | 'system' = 'light'): Promise<void> {
    await this.call('settings.savePreferences', { language, theme })
    await this.page.reload()
  }

  /** Quits, unless that has happened already, and waits for the end of every process. */
  async close(): Promise<void> {
    await this.#end(() => this.app.close())
  }

  /**
   * Ends it at once, for a test that is over: its folders go with it, and a proper end, which makes a backup, takes a
   * second and a half. Where processes cannot be listed it is quit.
   */
  async drop(): Promise<void> {
    if (this.#ended) return
    await (process.platform === 'linux' ? this.killAll() : this.close())
  }

  /** Closes the window by its cross, which ends the application. */
  async closeWindow(): Promise<void> {
    const ended = this.app.waitForEvent('close')
    await this.#end(async () => {
      await this.app
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
        .catch(() => undefined)
      await ended
    })
  }

  async #end(how: () => Promise<void>): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    const child = this.app.process()
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await how()
    clearTimeout(timer)
  }
}

/** Every process that a process has started, and those that they have, as Linux lists them. */
function descendants(pid: number): readonly number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const id = Number(name)
    return Number.isInteger(id) ? [{ id, parent: parentOf(id) }] : []
  })
  const below = (top: number): number[] =>
    parents.filter(({ parent }) => parent === top).flatMap(({ id }) => [id, ...below(id)])
  return below(pid)
}

function parentOf(pid: number): number {
  try {
    // The name of the program stands in brackets and may hold anything.
    const rest = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return Number(rest.split(' ')[1])
  } catch {
    return 0
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended together with the one before it.
  }
}

export type Folders = { readonly data: string; readonly user: string }

/** Starts the built application over its folders. */
export async function start(folders: Folders, language: Language): Promise<Parkdesk> {
  const { data, user } = folders
  const runtime = electronRuntime()
  if (runtime === undefined) throw new Error('Electron is not prepared: npm run setup')
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...asRoot(), inProject(), `--user-data-dir=${user}`, `--data=${data}`],
    env: { ...environment(), ...runtimeEnvironment(runtime) },
    timeout: 60_000,
  })
  const page = await app.firstWindow({ timeout: 60_000 })
  return new Parkdesk(app, page, folders, language)
}

/** Chromium has no sandbox for root; nobody but a test machine runs it so. */
function asRoot(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Folders of one application below a folder. */
export function foldersIn(folder: string): Folders {
  return { data: join(folder, 'data'), user: join(folder, 'user') }
}

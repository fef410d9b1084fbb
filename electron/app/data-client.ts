import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { Events } from '@shared/contract/events'
import type { FromData, Grant, ToData } from '../data/messages'

type ClientParts = {
  readonly entry: string
  readonly env: Readonly<Record<string, string>>
  /** `window` null: for all of them. */
  readonly onEvent: (name: keyof Events, payload: string, window: number | null) => void
  /** After how many minutes of nobody at the machine windows are to lock; 0 for never. */
  readonly onLockAfter: (minutes: number) => void
  readonly printPdf: (html: string) => Promise<Uint8Array>
  /** Has another program open a file; false when none did. */
  readonly openOutside: (path: string) => Promise<boolean>
  readonly log: (line: string) => void
}

/** Starts this many times within a minute, then gives up: a process that dies at once will die again. */
const maximumStarts = 5

/** The main process's side of the data process: connects windows with it, starts it again when it stops. */
export class DataClient {
  /** Version of SQLite, once the data process has told it. */
  sqlite = ''
  readonly #parts: ClientParts
  readonly #grants: Grant[] = []
  readonly #starts: number[] = []
  #process: UtilityProcess | null = null
  #closing = false

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.#start()
  }

  /** Gives the data process the port of a window; false while there is no process. */
  connect(port: MessagePortMain, window: number): boolean {
    this.#process?.postMessage({ kind: 'window', window } satisfies ToData, [port])
    return this.#process !== null
  }

  /** Lets operations use the path of a file the user chose, by its token. */
  grant(grant: Grant): void {
    this.#grants.push(grant)
    this.#post({ kind: 'grant', ...grant })
  }

  /** Ends the sessions of all windows: nobody is at the machine. */
  lock(reason: 'idle' | 'screen' | 'suspend'): void {
    this.#post({ kind: 'lock', window: null, reason })
  }

  windowClosed(window: number): void {
    this.#post({ kind: 'windowClosed', window })
  }

  /** Closes the database and the process; resolves when it has gone. */
  close(): Promise<void> {
    this.#closing = true
    const process = this.#process
    if (!process) return Promise.resolve()
    return new Promise((resolve) => {
      process.once('exit', () => resolve())
      process.on('message', (message: FromData) => {
        if (message.kind === 'closed') process.kill()
      })
      this.#post({ kind: 'close' })
    })
  }

  #post(message: ToData): void {
    this.#process?.postMessage(message)
  }

  #start(): void {
    this.#starts.push(Date.now())
    const child = utilityProcess.fork(this.#parts.entry, [], {
      env: { ...process.env, ...this.#parts.env },
      serviceName: 'Parkdesk data',
      stdio: 'inherit',
    })
    this.#process = child
    child.on('message', (message: FromData) => this.#receive(message))
    child.on('exit', (code) => this.#ended(code))
    for (const grant of this.#grants) this.#post({ kind: 'grant', ...grant })
  }

  #ended(code: number): void {
    this.#process = null
    if (this.#closing) return
    this.#parts.log(`data process ended with ${code}`)
    const minuteAgo = Date.now() - 60_000
    if (this.#starts.filter((at) => at > minuteAgo).length >= maximumStarts) return
    this.#start()
    this.#parts.onEvent('dataRestarted', JSON.stringify({ at: Date.now() }), null)
  }

  #receive(message: FromData): void {
    switch (message.kind) {
      case 'event':
        this.#parts.onEvent(message.name, message.payload, message.window)
        break
      case 'lockAfter':
        this.#parts.onLockAfter(message.minutes)
        break
      case 'print':
        void this.#print(message.id, message.html)
        break
      case 'openOutside':
        void this.#openOutside(message.id, message.path)
        break
      case 'log':
        this.#parts.log(message.line)
        break
      case 'ready':
        this.sqlite = message.sqlite
        break
      case 'closed':
        break
    }
  }

  async #openOutside(id: number, path: string): Promise<void> {
    try {
      this.#post({ kind: 'openedOutside', id, opened: await this.#parts.openOutside(path) })
    } catch (error) {
      this.#parts.log(`opening outside failed: ${String(error)}`)
      this.#post({ kind: 'openedOutside', id, opened: false })
    }
  }

  async #print(id: number, html: string): Promise<void> {
    try {
      this.#post({ kind: 'printed', id, bytes: await this.#parts.printPdf(html) })
    } catch (error) {
      this.#parts.log(`printing failed: ${String(error)}`)
      this.#post({ kind: 'printed', id, bytes: null })
    }
  }
}

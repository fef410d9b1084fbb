import { utilityProcess, type UtilityProcess } from 'electron'
import type { Events } from '@shared/contract/contract'
import type { Failure } from '@shared/contract/result'
import type { FromData, ToData } from '../data/messages'

type ClientParts = {
  readonly entry: string
  readonly env: Readonly<Record<string, string>>
  readonly onEvent: (name: keyof Events, payload: string) => void
  readonly printPdf: (html: string) => Promise<Uint8Array>
  readonly log: (line: string) => void
}

type Waiting = (result: string) => void

const stopped: Failure = { code: 'data_process_stopped' }
const stoppedResult = JSON.stringify({ ok: false, error: stopped })

/** Starts this many times within a minute, then gives up: a process that dies at once will die again. */
const maximumStarts = 5

/** The main process's side of the data process: passes calls on, starts it again when it stops. */
export class DataClient {
  /** Version of SQLite, once the data process has told it. */
  sqlite = ''
  readonly #parts: ClientParts
  readonly #waiting = new Map<number, Waiting>()
  readonly #grants = new Map<string, string>()
  readonly #starts: number[] = []
  #process: UtilityProcess | null = null
  #last = 0
  #closing = false

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.#start()
  }

  /** Carries out an operation beside the database; input and answer are JSON text. */
  call(name: string, input: string): Promise<string> {
    return new Promise((resolve) => {
      this.#last += 1
      this.#waiting.set(this.#last, resolve)
      if (!this.#post({ kind: 'call', id: this.#last, name, input })) this.#failWaiting()
    })
  }

  /** Lets operations use the path of a file the user chose, by its token. */
  grant(token: string, path: string): void {
    this.#grants.set(token, path)
    this.#post({ kind: 'grant', token, path })
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

  #post(message: ToData): boolean {
    this.#process?.postMessage(message)
    return this.#process !== null
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
    for (const [token, path] of this.#grants) this.#post({ kind: 'grant', token, path })
  }

  #ended(code: number): void {
    this.#process = null
    this.#failWaiting()
    if (this.#closing) return
    this.#parts.log(`data process ended with ${code}`)
    const minuteAgo = Date.now() - 60_000
    if (this.#starts.filter((at) => at > minuteAgo).length >= maximumStarts) return
    this.#start()
    this.#parts.onEvent('dataRestarted', JSON.stringify({ at: Date.now() }))
  }

  #failWaiting(): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const resolve of waiting) resolve(stoppedResult)
  }

  #receive(message: FromData): void {
    switch (message.kind) {
      case 'result':
        this.#waiting.get(message.id)?.(message.result)
        this.#waiting.delete(message.id)
        break
      case 'event':
        this.#parts.onEvent(message.name, message.payload)
        break
      case 'print':
        void this.#print(message.id, message.html)
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

  async #print(id: number, html: string): Promise<void> {
    try {
      this.#post({ kind: 'printed', id, bytes: await this.#parts.printPdf(html) })
    } catch (error) {
      this.#parts.log(`printing failed: ${String(error)}`)
      this.#post({ kind: 'printed', id, bytes: null })
    }
  }
}

import { appendToLog, type LogEntry } from './change-log'
import { inTransaction, type WritableDb } from './sql'

type Parts = {
  /** Undefined while there is no park that can be written to. */
  readonly db: () => WritableDb | undefined
  readonly workstation: () => string
  readonly now: () => number
  /** Resolves once no import is writing. */
  readonly writable: () => Promise<void>
  readonly isWriting: () => boolean
  readonly log: (line: string) => void
}

type Waiting = { readonly entry: LogEntry; readonly actor: string; readonly at: number }

/** The same refusal again within this time is one entry: who keeps knocking must not fill the log. */
const sameRefusalMs = 60_000

/** Enters in the change log what is no change of a record. While an import is writing, entries wait for its end. */
export class Journal {
  readonly #parts: Parts
  readonly #waiting: Waiting[] = []
  readonly #refusals = new Map<string, number>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  enter(entry: LogEntry, actor: string): void {
    const at = this.#parts.now()
    if (entry.action === 'refused' && this.#isRepeated(`${actor} ${entry.recordId}`, at)) return
    this.#waiting.push({ entry, actor, at })
    if (!this.#parts.isWriting()) return this.#flush()
    void this.#parts.writable().then(() => this.#flush())
  }

  #isRepeated(key: string, at: number): boolean {
    const before = this.#refusals.get(key)
    if (before !== undefined && at >= before && at - before < sameRefusalMs) return true
    if (this.#refusals.size > 1000) this.#refusals.clear()
    this.#refusals.set(key, at)
    return false
  }

  #flush(): void {
    const db = this.#parts.db()
    const waiting = this.#waiting.splice(0)
    if (!db || waiting.length === 0) return
    const workstation = this.#parts.workstation()
    try {
      inTransaction(db, () => {
        for (const { entry, actor, at } of waiting)
          appendToLog(db, entry, { actor, workstation, now: at, batchId: null })
      })
    } catch (error) {
      // Kept for the next entry: a busy or full disk must not cost the log what it was to hold.
      this.#waiting.unshift(...waiting)
      this.#parts.log(`the change log could not be written: ${String(error)}`)
    }
  }
}

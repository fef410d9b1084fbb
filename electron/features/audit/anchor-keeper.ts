import type { Anchor } from '@shared/features/audit/audit'
import { anchorOf } from '../../data/change-log'
import type { ReadableDb } from '../../data/sql'
import { keepAnchor } from './anchors'

type Parts = {
  readonly folder: string
  /** Undefined while there is no park that can be read. */
  readonly db: () => ReadableDb | undefined
  readonly now: () => number
  readonly log: (line: string) => void
}

/** The file of anchors is never further behind the log than this. */
const mostEntries = 1000
const longestMs = 60 * 60 * 1000

/** Keeps the file of anchors near the end of the log while the park is open. */
export class AnchorKeeper {
  readonly #parts: Parts
  #last: (Anchor & { readonly at: number }) | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** To be called now and then: keeps an anchor where the log has grown enough or for long enough. */
  look(): void {
    const head = this.#head()
    if (head === undefined || head.sequence === 0) return
    const last = this.#last
    if (last === null || head.sequence < last.sequence) return this.keep()
    if (head.sequence === last.sequence) return
    const since = this.#parts.now() - last.at
    if (head.sequence - last.sequence >= mostEntries || since >= longestMs || since < 0) this.keep()
  }

  /** Keeps an anchor now, unless the log stands where it stood. */
  keep(): void {
    try {
      const db = this.#parts.db()
      if (db === undefined) return
      const head = anchorOf(db)
      if (head.hash === this.#last?.hash) return
      const at = this.#parts.now()
      this.#last = { ...keepAnchor(this.#parts.folder, db, at), at }
    } catch (error) {
      this.#parts.log(`no anchor could be kept: ${String(error)}`)
    }
  }

  #head(): Anchor | undefined {
    try {
      const db = this.#parts.db()
      return db && anchorOf(db)
    } catch {
      // Only a look in passing: whoever works with the park hears what is wrong.
      return undefined
    }
  }
}

import { AppError, type Failure } from '@shared/contract/result'
import type { Park } from '@shared/features/settings/settings'
import { createPark } from '../features/storage/create-park'
import { openWritable, parkIdentity, parkState } from './connection'
import type { ParkAccess } from './handlers'
import { number, sql, type WritableDb } from './sql'
import { toAppError } from './sqlite-errors'

/** The open park of a data folder, or the reason why it is not open. */
export class OpenPark implements ParkAccess {
  readonly #folder: string
  #db: WritableDb | null = null
  #identity: string | null = null
  #failure: AppError | null = null

  constructor(folder: string) {
    this.#folder = folder
    this.#open()
  }

  /** The connection. Errors: `park_missing`, or what is wrong with the file. */
  get db(): WritableDb {
    const db = this.#current()
    if (db) return db
    throw this.#failure ?? new AppError('park_missing', { folder: this.#folder })
  }

  readonly state = (): { state: 'ready' | 'empty' | 'damaged'; failure: Failure | null } => {
    if (this.#current()) return { state: 'ready', failure: null }
    return this.#failure
      ? { state: 'damaged', failure: this.#failure.toFailure() }
      : { state: 'empty', failure: null }
  }

  readonly create = (park: Park): void => {
    if (this.#failure) throw this.#failure
    this.#db = createPark(this.#folder, park)
    this.#identity = parkIdentity(this.#folder)
  }

  readonly replace = (work: () => void): void => {
    this.close()
    try {
      work()
    } finally {
      this.#open()
    }
  }

  /** Another number after every change by another program, such as an import by the command line. */
  dataVersion(): number {
    try {
      const db = this.#current()
      return db ? number(db, sql`PRAGMA data_version`) : 0
    } catch {
      // Only a look in passing: whoever wants to work with the park hears what is wrong.
      return 0
    }
  }

  /** Closes the park; what was written is already on the disk. */
  close(): void {
    this.#db?.close()
    this.#db = null
  }

  /**
   * The connection to the file that is in the folder now. One to a file that was moved away or deleted is given up:
   * whatever was saved there would be lost without a word.
   */
  #current(): WritableDb | null {
    if (this.#db?.inTransaction) return this.#db
    if (this.#db && parkIdentity(this.#folder) !== this.#identity) this.close()
    if (!this.#db) this.#open()
    return this.#db
  }

  #open(): void {
    this.#failure = null
    if (parkState(this.#folder) === 'missing') return
    try {
      this.#db = openWritable(this.#folder)
      this.#identity = parkIdentity(this.#folder)
    } catch (error) {
      this.#failure = toAppError(error)
    }
  }
}

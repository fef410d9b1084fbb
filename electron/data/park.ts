import { AppError, type Failure } from '@shared/contract/result'
import type { Park } from '@shared/features/settings/settings'
import { createPark } from '../features/storage/create-park'
import { openWritable, parkIdentity, parkState } from './connection'
import type { ParkAccess } from './handlers'
import { all, sql, type WritableDb } from './sql'
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

  /** Changes by other programs since the last look, such as an import by the command line. */
  dataVersion(): number {
    const db = this.#current()
    return db ? (all<{ data_version: number }>(db, sql`PRAGMA data_version`)[0]?.data_version ?? 0) : 0
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

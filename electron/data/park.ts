import { rmSync } from 'node:fs'
import { AppError, type Failure } from '@shared/contract/result'
import type { ErrorCode } from '@shared/contract/error-codes'
import type { Park } from '@shared/features/settings/settings'
import { createPark } from '../features/storage/create-park'
import { mustHoldSettings } from './configure'
import { clearFile, databaseFile, openWritable, type OpenOptions } from './connection'
import { settleExchange } from './exchange'
import { mustBeLocal } from './folder-check'
import type { ParkAccess } from './handlers'
import { takeOwnership, type Ownership } from './owner-lock'
import { heldPark, isReadOnly, parkIdentity, parkStamp, parkState, salvageFolder } from './park-file'
import { mustBeSound, databaseBytes } from './quick-check'
import { number, sql, type WritableDb } from './sql'
import { toAppError } from './sqlite-errors'

type Options = OpenOptions & {
  readonly now?: () => number
  /** Told when a park that was open had to be given up. */
  readonly failed?: () => void
}

/** A file with these faults is only tried again when it has changed or somebody asks. */
const lasting: readonly ErrorCode[] = [
  'database_damaged',
  'database_foreign',
  'database_newer',
  'database_empty_file',
]

/** The open park of a data folder, or the reason why it is not open. */
export class OpenPark implements ParkAccess {
  readonly #folder: string
  readonly #options: Options
  #db: WritableDb | null = null
  #identity: string | null = null
  #failure: AppError | null = null
  /** What the folder looked like when opening failed. */
  #stamp = ''
  #ownership: Ownership | null = null
  #uncleanStop = false
  #isTidy = false
  /** The file that has been found sound since this process began. */
  #sound: string | null = null

  constructor(folder: string, options: Options = {}) {
    this.#folder = folder
    this.#options = options
    this.#open({})
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

  readonly condition = () => ({
    readOnly: this.#db?.readonly ?? false,
    uncleanStop: this.#uncleanStop,
    /** The file is small enough to have been looked through before anybody was let at it. */
    quickChecked: this.#sound !== null && this.#sound === this.#identity,
  })

  readonly create = (park: Park): void => {
    if (this.#current()) throw new AppError('park_exists', { folder: this.#folder })
    if (this.#failure) throw this.#failure
    mustBeLocal(this.#folder)
    this.#own(false)
    try {
      this.#db = createPark(this.#folder, park)
      this.#identity = parkIdentity(this.#folder)
      this.#sound = this.#identity
    } catch (error) {
      this.#disown()
      throw error
    }
  }

  readonly replace = (work: () => void): void => {
    this.#closeDb()
    try {
      work()
    } finally {
      this.#open({})
    }
  }

  readonly reopen = (takeOver: boolean): void => {
    if (this.#current() === null) this.#open({ takeOver })
  }

  readonly suspect = (): void => {
    if (!this.#db) return
    this.#closeDb()
    this.#sound = null
    this.#open({ thorough: true })
    if (!this.#db) this.#options.failed?.()
  }

  readonly giveUp = (failure: AppError): void => {
    this.#closeDb()
    this.#fail(failure)
    this.#options.failed?.()
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

  /** Closes the park and lets others at its folder; what was written is already on the disk. */
  close(): void {
    this.#closeDb()
    this.#disown()
  }

  #closeDb(): void {
    const db = this.#db
    this.#db = null
    if (!db) return
    try {
      // So that the file is whole by itself, also where another program keeps its connection.
      if (!db.readonly) db.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // Nothing is lost: what stands in the log is read from there.
    }
    db.close()
  }

  #own(takeOver: boolean): void {
    if (this.#ownership) return
    const now = this.#options.now ?? Date.now
    const lost = () => {
      this.#disown()
      this.giveUp(new AppError('park_open_elsewhere', { otherMachine: 'true', workstation: '' }))
    }
    this.#ownership = takeOwnership(this.#folder, { takeOver, now, lost })
    this.#uncleanStop = this.#ownership.uncleanStop
    this.#tidy()
  }

  /** Removes what was being made when the power went; later on it may be what somebody has just had salvaged. */
  #tidy(): void {
    if (this.#isTidy) return
    this.#isTidy = true
    clearFile(`${databaseFile(this.#folder)}.new`)
    rmSync(salvageFolder(this.#folder), { recursive: true, force: true })
  }

  #disown(): void {
    this.#ownership?.release()
    this.#ownership = null
  }

  #fail(failure: AppError): void {
    this.#failure = failure
    this.#stamp = parkStamp(this.#folder)
  }

  /**
   * The connection to the file that is in the folder now. One to a file that was moved away or deleted is given up:
   * whatever was saved there would be lost without a word.
   */
  #current(): WritableDb | null {
    if (this.#db?.inTransaction) return this.#db
    if (this.#db && parkIdentity(this.#folder) !== this.#identity) this.#closeDb()
    if (!this.#db && this.#mayOpen()) this.#open({})
    return this.#db
  }

  #mayOpen(): boolean {
    const isLasting = this.#failure !== null && lasting.includes(this.#failure.code)
    return !isLasting || parkStamp(this.#folder) !== this.#stamp
  }

  #open({ takeOver = false, thorough = false }): void {
    this.#failure = null
    try {
      mustBeLocal(this.#folder)
      settleExchange(this.#folder)
      if (parkState(this.#folder) === 'missing') return this.#nothingThere()
      if (!isReadOnly(this.#folder)) this.#own(takeOver)
      this.#db = openWritable(this.#folder, this.#options)
      this.#identity = parkIdentity(this.#folder)
      this.#check(this.#db, thorough)
    } catch (error) {
      this.#closeDb()
      this.#fail(toAppError(error))
      // Whoever cannot open a park does not keep others from it.
      this.#disown()
    }
  }

  #nothingThere(): void {
    this.#disown()
    if (heldPark(this.#folder)) this.#fail(new AppError('database_missing', { folder: this.#folder }))
  }

  #check(db: WritableDb, thorough: boolean): void {
    if (this.#sound === this.#identity) return
    if (thorough || databaseBytes(db) <= smallBytes) {
      mustBeSound(db)
      this.#sound = this.#identity
    }
    if (!db.readonly) mustHoldSettings(db)
  }
}

/** A file of this size is looked through in less than 30 ms; a larger one while people are already at work. */
const smallBytes = 4 * 1024 * 1024

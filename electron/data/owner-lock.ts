import type Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { connect } from './connect'
import {
  beatMs,
  mustNotBeElsewhere,
  openElsewhere,
  readOwner,
  removeOwner,
  thisMachine,
  writeOwner,
  type Owner,
} from './owner-file'
import { toAppError } from './sqlite-errors'

/** What keeps a second window, or another machine, out of a data folder. */
export type Ownership = {
  /** The program that had it before did not come to its end: it was killed, or the power went. */
  readonly uncleanStop: boolean
  /** Lets others in; to be called when the park has been closed. */
  readonly release: () => void
}

type Options = {
  /** Somebody has said that the other machine, which has long been silent, is not at work. */
  readonly takeOver: boolean
  readonly now: () => number
  /** Another machine has taken the folder over while this one slept. */
  readonly lost: () => void
}

/**
 * Takes a data folder for this process until it releases it or ends: a lock that the system keeps says so on this machine,
 * a file with a heart-beat says so to others. Errors: `park_open_elsewhere`, `data_folder_unwritable`, `disk_full`.
 */
export function takeOwnership(folder: string, options: Options): Ownership {
  const owner = ownNow(options.now())
  const before = readOwner(folder)
  const otherMachine = before !== undefined && before.machine !== owner.machine
  if (otherMachine && !options.takeOver) throw openElsewhere(before, owner.since)
  mustNotBeElsewhere(folder, owner.since)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = lockFile(folder, owner.since)
  try {
    const uncleanStop = readOwner(folder) !== undefined
    writeOwner(folder, owner)
    const timer = setInterval(() => beat(folder, owner, options), beatMs)
    timer.unref()
    const release = () => {
      clearInterval(timer)
      if (isOurs(folder, owner)) removeOwner(folder)
      lock.close()
    }
    return { uncleanStop, release }
  } catch (error) {
    lock.close()
    throw toAppError(error)
  }
}

function ownNow(now: number): Owner {
  return {
    machine: thisMachine(),
    workstation: hostname().slice(0, 60),
    pid: process.pid,
    since: now,
    beat: now,
  }
}

/** The system gives the lock back whenever and however its process ends, so none is ever left behind. */
function lockFile(folder: string, now: number): Database.Database {
  const lock = connect(join(folder, 'owner.lock'), { timeout: 500 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    const failure = toAppError(error)
    throw failure.code === 'database_busy' ? openElsewhere(readOwner(folder), now) : failure
  }
}

function isOurs(folder: string, { machine, pid, since }: Owner): boolean {
  const owner = readOwner(folder)
  return owner?.machine === machine && owner.pid === pid && owner.since === since
}

function beat(folder: string, owner: Owner, { now, lost }: Options): void {
  const found = readOwner(folder)
  if (found && found.machine !== owner.machine) return lost()
  try {
    writeOwner(folder, { ...owner, beat: now() })
  } catch {
    // A full disk or a folder moved away: whoever works with the park hears of it, and the lock holds all the same.
  }
}

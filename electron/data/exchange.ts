import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '@shared/contract/result'
import { syncPath, writeDurably } from '../platform/durable-file'
import { connect } from './connect'
import { fileParts } from './park-file'

/** One file or folder below the data folder that is moved, with the log files of a database. */
export type Move = { readonly from: string; readonly to: string }

const planSchema = z.array(z.strictObject({ from: z.string(), to: z.string() }))

/** What an exchange is about to move; while this file is there, the exchange has not come to its end. */
const planName = 'exchange.json'

/** Folders whose exchange runs in this process: it looks at the park while its plan is still there. */
const running = new Set<string>()

function syncFolders(folder: string, moves: readonly Move[]): void {
  const folders = new Set(
    moves.flatMap(({ from, to }) => [dirname(join(folder, from)), dirname(join(folder, to))]),
  )
  for (const each of folders) if (existsSync(each)) syncPath(each)
}

/** Moves a file with its log files; the file itself goes first, so that where it is says how far things have come. */
function move(folder: string, { from, to }: Move): void {
  mkdirSync(dirname(join(folder, to)), { recursive: true, mode: 0o700 })
  for (const part of fileParts) {
    const source = join(folder, `${from}${part}`)
    if (existsSync(source)) renameSync(source, join(folder, `${to}${part}`))
  }
}

/** Undoes a move as far as it was carried out; the file itself comes last. */
function moveBack(folder: string, { from, to }: Move): void {
  if (existsSync(join(folder, from)) || !existsSync(join(folder, to))) return
  mkdirSync(dirname(join(folder, from)), { recursive: true, mode: 0o700 })
  for (const part of fileParts.toReversed()) {
    const source = join(folder, `${to}${part}`)
    if (existsSync(source)) renameSync(source, join(folder, `${from}${part}`))
  }
}

function writePlan(folder: string, moves: readonly Move[]): void {
  writeDurably(join(folder, planName), JSON.stringify(moves))
}

function readPlan(folder: string): readonly Move[] {
  try {
    return planSchema.parse(JSON.parse(readFileSync(join(folder, planName), 'utf8')))
  } catch {
    throw new AppError('database_damaged', { detail: planName })
  }
}

/**
 * Undoes moves, however often it is cut off and begun again. Where one file took another's place, what is there is only
 * the new one as long as the old one still lies aside: afterwards it is the old one, and stays.
 */
function putBack(folder: string, moves: readonly Move[]): void {
  for (const each of moves.toReversed()) {
    const replaced = moves.find(({ from }) => from === each.to)
    if (!replaced || existsSync(join(folder, replaced.to))) moveBack(folder, each)
  }
  syncFolders(folder, moves)
  endPlan(folder)
}

function endPlan(folder: string): void {
  rmSync(join(folder, planName), { force: true })
  syncPath(folder)
}

/** One exchange at a time, whichever process it is in; the system gives the lock back when its process ends. */
function alone<T>(folder: string, work: () => T): T {
  const lock = connect(join(folder, 'exchange.lock'), {})
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return work()
  } finally {
    lock.close()
  }
}

/**
 * Moves files of a data folder, all or none: when a move or `check` fails everything goes back, and what a crash left in
 * between goes back at the next look at the folder. Nobody may have the files open. Throws what failed.
 */
export function exchange(folder: string, moves: readonly Move[], check: () => void): void {
  alone(folder, () => {
    if (existsSync(join(folder, planName))) putBack(folder, readPlan(folder))
    // What is not there now was never moved, whatever lies in its place later.
    const possible = moves.filter(({ from }) => existsSync(join(folder, from)))
    writePlan(folder, possible)
    running.add(folder)
    try {
      for (const each of possible) move(folder, each)
      syncFolders(folder, possible)
      check()
      endPlan(folder)
    } catch (error) {
      putBack(folder, possible)
      throw error
    } finally {
      running.delete(folder)
    }
  })
}

/** Puts back what an exchange that was cut off had moved. Costs one look where there was none. */
export function settleExchange(folder: string): void {
  if (running.has(folder) || !existsSync(join(folder, planName))) return
  alone(folder, () => {
    if (existsSync(join(folder, planName))) putBack(folder, readPlan(folder))
  })
}

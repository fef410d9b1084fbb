import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { Anchor } from '@shared/features/audit/audit'
import type { SalvagedTable, SalvagePreview } from '@shared/features/storage/storage'
import { anchorOf, appendToLog, type WriteContext } from '../../../data/change-log'
import {
  clearFile,
  databaseFile,
  openReadableFile,
  openWritable,
  parkState,
  writeNewFile,
} from '../../../data/connection'
import { exchange } from '../../../data/exchange'
import { salvageFolder } from '../../../data/park-file'
import { quarantineFolder, quarantineId } from '../../../data/quarantine'
import { inTransaction, number, sql, type ReadableDb, type WritableDb } from '../../../data/sql'
import { toAppError } from '../../../data/sqlite-errors'
import type { TaskContext } from '../../../data/task'
import { accountsOn } from '../../accounts'
import { readAnchors, restoredEntry } from '../../audit'
import { readSetting, writePark } from '../../settings'
import { copyTables } from './copy-tables'
import { keepWholeLog, mendReferences, rebuildDerived } from './mend'

/** Opens the damaged file; one that gives not even its description is beyond salvage. */
function openDamaged(folder: string): ReadableDb {
  try {
    return openReadableFile(databaseFile(folder))
  } catch (error) {
    const failure = toAppError(error)
    throw failure.code === 'database_damaged' ? new AppError('salvage_nothing') : failure
  }
}

/**
 * Refuses where it cannot be told any more who may sign in: otherwise damaging the file would be a way around the
 * accounts. A park that has never had any asks nobody. Errors: `salvage_accounts`.
 */
function mustKeepAccounts(target: ReadableDb, tables: readonly SalvagedTable[]): void {
  const lost = (name: string) => tables.find((table) => table.name === name)?.lost ?? 0
  const hadAccounts = lost('accounts') > 0 || number(target, sql`SELECT count(*) FROM accounts`) > 0
  const isOn = accountsOn(target)
  if (isOn && lost('accounts') > 0) throw new AppError('salvage_accounts')
  if (!isOn && hadAccounts && lost('settings') + lost('accounts') > 0) throw new AppError('salvage_accounts')
}

/** Name and zone of a park whose settings are lost; its people put them right. */
function mendSettings(target: WritableDb): void {
  if (readSetting(target, 'park') !== undefined) return
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  inTransaction(target, () =>
    writePark(target, { nameZh: null, nameRu: null, nameEn: '?', timeZone, currency: 'USD', country: null }),
  )
}

type Filled = { tables: readonly SalvagedTable[] }

function fill(source: ReadableDb, target: WritableDb, context: TaskContext, filled: Filled): void {
  const step = () => {
    context.checkCancelled()
    context.progress('copying', 0, null)
  }
  target.pragma('foreign_keys = OFF')
  const tables = inTransaction(target, () => copyTables(source, target, step))
  if (tables.every(({ read }) => read === 0)) throw new AppError('salvage_nothing')
  mustKeepAccounts(target, tables)
  mendSettings(target)
  const given = { change_log: keepWholeLog(target) }
  mendReferences(target)
  rebuildDerived(target, step)
  target.pragma('foreign_keys = ON')
  filled.tables = tables.map((table) =>
    table.name === 'change_log'
      ? { ...table, read: table.read - given.change_log, lost: table.lost + given.change_log }
      : table,
  )
}

/**
 * Task: reads row by row what can still be read of a damaged park into a new file in a folder of its own. Nothing of the park
 * is touched. Errors: `salvage_nothing`, `salvage_accounts`, `disk_full`, `cancelled`.
 */
export function salvageRead(_input: object, context: TaskContext): SalvagePreview {
  const into = salvageFolder(context.folder)
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const source = openDamaged(context.folder)
  const filled: Filled = { tables: [] }
  try {
    writeNewFile(databaseFile(into), (target) => fill(source, target, context, filled))
    return { tables: filled.tables, needsAuthority: hasAccounts(into) }
  } catch (error) {
    clearFile(databaseFile(into))
    throw toAppError(error)
  } finally {
    source.close()
  }
}

function hasAccounts(folder: string): boolean {
  const db = openReadableFile(databaseFile(folder))
  try {
    return accountsOn(db)
  } finally {
    db.close()
  }
}

/** The newest entry of the damaged log that anybody knows of. */
function knownHead(folder: string): Anchor {
  const [newest] = readAnchors(folder).anchors.toSorted((one, other) => other.sequence - one.sequence)
  const kept = newest ?? { sequence: 0, hash: '0'.repeat(64) }
  let db: ReadableDb | undefined
  try {
    db = openReadableFile(databaseFile(folder))
    const head = anchorOf(db)
    return head.sequence > kept.sequence ? head : kept
  } catch {
    return kept
  } finally {
    db?.close()
  }
}

/**
 * Puts what was read in the place of the damaged file, which moves to `quarantine/<time>` with everything SQLite keeps beside
 * it. Nobody may have the park open. The log says what happened and which of its entries were given up.
 */
export function salvageInPlace(folder: string, write: WriteContext): void {
  const into = salvageFolder(folder)
  if (parkState(into) !== 'present') throw new AppError('salvage_nothing')
  enterSalvage(into, knownHead(folder), write)
  const name = basename(databaseFile(folder))
  const aside = join(basename(quarantineFolder(folder)), quarantineId(write.now), name)
  const moves = [
    { from: name, to: aside },
    { from: join(basename(into), name), to: name },
  ]
  exchange(folder, moves, () => openReadableFile(databaseFile(folder)).close())
  rmSync(into, { recursive: true, force: true })
}

function enterSalvage(into: string, givenUp: Anchor, write: WriteContext): void {
  const db = openWritable(into)
  try {
    const entry = restoredEntry(givenUp, anchorOf(db))
    inTransaction(db, () => appendToLog(db, { ...entry, register: 'storage', recordId: 'salvage' }, write))
    // Everything into the one file that is moved.
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { Anchor } from '@shared/features/audit/audit'
import type { RestorePreview } from '@shared/features/backups/backups'
import { anchorOf, appendToLog } from '../../data/change-log'
import { databaseFile, mustBeUnused, openReadableFile, openWritable } from '../../data/connection'
import { exchange, type Move } from '../../data/exchange'
import { inTransaction, type ReadableDb } from '../../data/sql'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { newWorkstation, takeWorkstationOf } from '../../data/workstation'
import { keepParkKey } from '../../platform/park-key'
import { mustBeAuthorised, type Authority } from '../accounts'
import { keepAnchor, readAnchors, restoredEntry } from '../audit'
import { readSetting, writeSetting } from '../settings'
import { scratchFolder, stagingPrefix } from '../../data/backup-files'
import { hasTable } from '../../data/has-table'
import { keysOf } from './keys'
import { lossOf, sharedUntil } from './loss'
import { openBackup } from './open-backup'
import { freeQuarantineId, quarantineFolder } from '../../data/quarantine'

export type RestoreInput = {
  readonly file: string
  readonly authority: Authority
  /** The present park cannot say who may: the accounts inside the backup are asked. */
  readonly rescue: boolean
  /** Data folder whose attachments belong to a backup that is a database alone. */
  readonly attachmentsFrom: string
}

export type StagedRestore = RestorePreview & {
  /** Folder inside the data folder the backup is unpacked in, ready to take the park's place. */
  readonly staged: string
  /** Who vouched for it; empty where the present park has to say who may. */
  readonly vouched: string
}

async function open(
  input: RestoreInput,
  into: string,
  attachments: boolean,
  context: TaskContext,
): Promise<Omit<StagedRestore, 'staged'>> {
  const keys = keysOf(context.folder, input.authority.recoveryKey)
  const options = { keys, attachments, attachmentsFrom: input.attachmentsFrom }
  const opened = await openBackup(input.file, into, options, context)
  const byTypedKey = keys.typed && opened.encrypted
  const vouched = input.rescue
    ? await mustBeAuthorised(into, input.authority, byTypedKey, context.folder)
    : ''
  const db = openReadableFile(databaseFile(into))
  try {
    return { ...opened, ...lossOf(context.folder, db), vouched }
  } finally {
    db.close()
  }
}

/** What is unpacked is a copy: nothing has to be saved before its structure is brought up to date. */
const openStaged = (into: string) => openWritable(into, { beforeMigration: () => undefined })

const randomName = () => randomBytes(8).toString('hex')

/** Task: what going back to a backup would lose; the backup is checked in full on the way. */
export async function previewRestore(input: RestoreInput, context: TaskContext): Promise<RestorePreview> {
  const into = join(scratchFolder(context.folder), randomName())
  try {
    const { vouched: _vouched, ...preview } = await open(input, into, false, context)
    return preview
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

/**
 * Task: unpacks a backup beside the park and checks it in full, brings its structure up to date, and leaves it ready.
 * Nothing of the park is touched. Errors: those of `openBackup` and `mustBeAuthorised`.
 */
export async function stageRestore(input: RestoreInput, context: TaskContext): Promise<StagedRestore> {
  const staged = `${stagingPrefix}${randomName()}`
  const into = join(context.folder, staged)
  try {
    const found = await open(input, into, true, context)
    // Brings an older structure up to date: done here, where nobody waits for it.
    openStaged(into).close()
    return { ...found, staged }
  } catch (error) {
    rmSync(into, { recursive: true, force: true })
    throw toAppError(error)
  }
}

/** Throws away a backup that was made ready and is not wanted after all. */
export function dropStaged(folder: string, { staged }: StagedRestore): void {
  rmSync(join(folder, staged), { recursive: true, force: true })
}

export type RestoreWrite = {
  readonly actor: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** What was restored, for the log: the name of the backup's file. */
  readonly name: string
}

/**
 * Puts a backup that was made ready in the place of the park. Every connection must be closed, those of other programs,
 * too. What was there moves to `quarantine/<time>` and comes back when anything fails. Errors: `database_busy`, …
 */
export function putInPlace(folder: string, ready: StagedRestore, write: RestoreWrite): void {
  const into = join(folder, ready.staged)
  try {
    mustBeUnused(folder)
    finish(folder, ready, write)
    exchange(folder, movesOf(folder, ready, write.now), () => {
      openAndUse(folder, (db) => takeWorkstationOf(folder, db))
    })
    openAndUse(folder, (db) => void keepAnchor(folder, db, write.now))
  } catch (error) {
    throw toAppError(error)
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

type Live = {
  readonly head: Anchor
  readonly parkId: string | undefined
  /** The newest entry it has in common with the backup; null where that cannot be told. */
  readonly shared: number | null
}

/** The last that was heard of a log that cannot be read any more. */
function lastAnchor(folder: string): Anchor {
  const anchors = readAnchors(folder).anchors.toSorted((one, other) => other.sequence - one.sequence)
  return anchors[0] ?? { sequence: 0, hash: '0'.repeat(64) }
}

/** Of the park that is given up. */
function liveFacts(folder: string, backup: ReadableDb): Live {
  const file = databaseFile(folder)
  const unreadable = { head: lastAnchor(folder), parkId: undefined, shared: null }
  if (!existsSync(file)) return unreadable
  let db: ReadableDb | undefined
  try {
    db = openReadableFile(file)
    const parkId = readSetting<string>(db, 'parkId')
    if (!hasTable(db, 'change_log')) return { ...unreadable, parkId }
    return { head: anchorOf(db), parkId, shared: sharedUntil(db, backup) }
  } catch {
    // Damaged or of another program: what is known of its log stands beside it.
    return unreadable
  } finally {
    db?.close()
  }
}

/** Gives the restored park its new workstation and enters the restore in its log. */
function finish(
  folder: string,
  { staged, otherPark }: StagedRestore,
  { actor, now, name }: RestoreWrite,
): void {
  const db = openStaged(join(folder, staged))
  try {
    const live = liveFacts(folder, db)
    inTransaction(db, () => {
      // A backup from before parks had numbers got one of its own just now; it is still this park.
      if (!otherPark && live.parkId !== undefined) writeSetting(db, 'parkId', live.parkId)
      const workstation = newWorkstation(db)
      const { changes, ...entry } = restoredEntry(live.head, anchorOf(db))
      const told = {
        ...entry,
        recordId: name,
        changes: { ...changes, sharedUntil: [null, live.shared] as const },
      }
      appendToLog(db, told, { actor, workstation, now, batchId: null })
    })
    // Everything into the one file that is moved.
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

function movesOf(folder: string, ready: StagedRestore, now: number): readonly Move[] {
  const database = basename(databaseFile(folder))
  const aside = join(basename(quarantineFolder(folder)), freeQuarantineId(folder, now))
  const away = [database, 'attachments', ...(ready.otherPark ? ['anchors'] : [])]
  return [
    ...away.map((name) => ({ from: name, to: join(aside, name) })),
    ...[database, 'attachments'].map((name) => ({ from: join(ready.staged, name), to: name })),
  ]
}

function openAndUse(folder: string, use: (db: ReturnType<typeof openWritable>) => void): void {
  const db = openWritable(folder)
  try {
    use(db)
  } finally {
    db.close()
  }
}

/**
 * Keeps a recovery key that has opened a backup beside the park it brought: this workstation makes and opens backups by
 * itself from then on. Errors: those of the disk.
 */
export async function keepTypedKey(
  folder: string,
  ready: StagedRestore,
  { recoveryKey }: Authority,
): Promise<void> {
  if (ready.encrypted && recoveryKey !== undefined && recoveryKey.trim() !== '')
    await keepParkKey(folder, recoveryKey)
}

/** Refuses another park's backup unless somebody has said that it is meant. Errors: `backup_other_park`. */
export function mustBeMeant(folder: string, ready: StagedRestore, otherPark: boolean): void {
  if (!ready.otherPark || otherPark) return
  dropStaged(folder, ready)
  throw new AppError('backup_other_park', { name: ready.manifest.parkName })
}

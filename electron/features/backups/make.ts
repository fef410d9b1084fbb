import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { BackupManifest, BackupReason } from '@shared/features/backups/backups'
import { version } from '../../../package.json'
import { mustNotBePark, openReadable, openReadableFile } from '../../data/connection'
import type { ReadableDb } from '../../data/sql'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { backupFileName, backupsFolder, partialEnding, scratchFolder } from '../../data/backup-files'
import { noteAnchor } from '../audit'
import { syncPath } from '../../platform/durable-file'
import { factsOf, holds, recipientsOf, rowsOf, type ParkFacts } from './facts'
import { addBackup, changeIndex } from '../../data/backup-index'
import { packAndCheck, partFiles } from './pack-checked'
import { rotate } from './rotate'
import { mustBeSound } from './soundness'

export type MakeInput = {
  /** A file to write; null for one in the park's own folder, which is listed and rotated. */
  readonly target: string | null
  readonly reason: BackupReason
  readonly workstation: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export type MadeBackup = {
  readonly file: string
  readonly bytes: number
  readonly encrypted: boolean
  /** On another device than the data. */
  readonly elsewhere: boolean
  readonly manifest: BackupManifest
}

/** Copies a whole database, whatever of it stands in a write-ahead log, into a new file. */
export function copyDatabase(db: ReadableDb, target: string): void {
  db.prepare('VACUUM INTO ?').run(target)
}

/**
 * Copies the park and makes sure of the copy: every check passes, its newest log entry is one of the park's, and it
 * holds what the park held. The park may go on meanwhile; then only its history is compared. Answers the copy's facts.
 */
function copyPark(park: ReadableDb, copyFile: string): ParkFacts {
  const before = factsOf(park)
  copyDatabase(park, copyFile)
  const copy = openReadableFile(copyFile)
  try {
    const facts = factsOf(copy)
    mustBeSound(copy, basename(copyFile), facts)
    const quiet = facts.head.hash === before.head.hash
    const whole = (facts.counts['change_log'] ?? 0) === facts.head.sequence
    const sameRows = !quiet || rowsOf(facts.counts) === rowsOf(before.counts)
    if (holds(park, facts.head) && whole && sameRows) return facts
    throw new AppError('backup_invalid', { file: basename(copyFile), detail: sameRows ? 'history' : 'rows' })
  } finally {
    copy.close()
  }
}

/** A failure of the target, not of the park: says which file could not be written. */
function targetError(error: unknown, target: string): AppError {
  const failure = toAppError(error)
  const unwritable = ['data_folder_unwritable', 'database_read_only', 'target_unwritable'].includes(
    failure.code,
  )
  return unwritable ? new AppError('target_unwritable', { file: basename(target) }) : failure
}

async function write(target: string | null, input: MakeInput, context: TaskContext): Promise<MadeBackup> {
  const scratch = scratchFolder(context.folder)
  mkdirSync(scratch, { recursive: true, mode: 0o700 })
  // Beside the park, not beside the target: what is not encrypted yet never goes to another device.
  const copyFile = join(scratch, `${randomBytes(8).toString('hex')}.sqlite`)
  const park = openReadable(context.folder)
  let partial = target === null ? undefined : `${target}${partialEnding}`
  try {
    context.progress('copying', 0, null)
    const facts = copyPark(park, copyFile)
    const recipients = recipientsOf(park)
    const named = backupFileName(facts.parkId, input.now, input.reason)
    const file = target ?? join(backupsFolder(context.folder), named)
    partial = `${file}${partialEnding}`
    const { now: createdAt, reason, workstation } = input
    const told = { format: 1, createdAt, appVersion: version, reason, workstation, ...facts } as const
    const files = partFiles(copyFile, context.folder)
    const made = await packAndCheck({ partial, files, told, recipients }, context)
    renameSync(partial, file)
    syncPath(dirname(file))
    const elsewhere = statSync(file).dev !== statSync(context.folder).dev
    return { file, bytes: made.bytes, encrypted: recipients.length > 0, elsewhere, manifest: made.manifest }
  } finally {
    park.close()
    rmSync(copyFile, { force: true })
    if (partial !== undefined && existsSync(partial)) rmSync(partial, { force: true })
  }
}

/**
 * Task: a verified backup of the park, with its attachments, encrypted where the park has a key. One of the park's own
 * folder is listed and the old ones go; an attempt that fails is remembered for the alarm. Errors: `backup_invalid`,
 * `target_unwritable`, `disk_full`, …
 */
export async function makeBackup(input: MakeInput, context: TaskContext): Promise<MadeBackup> {
  const started = performance.now()
  const { target } = input
  if (target !== null) mustNotBePark(context.folder, target)
  try {
    if (target === null) mkdirSync(backupsFolder(context.folder), { recursive: true, mode: 0o700 })
    const made = await write(target, input, context)
    if (target === null) list(made, context.folder, performance.now() - started)
    else if (made.elsewhere) changeIndex(context.folder, () => ({ elsewhereAt: input.now }))
    return made
  } catch (error) {
    const failure = targetError(error, target ?? backupsFolder(context.folder))
    if (target === null && failure.code !== 'cancelled') noteFailure(context.folder, input.now)
    throw failure
  }
}

function list(made: MadeBackup, folder: string, tookMs: number): void {
  const { parkId, createdAt, reason, counts, head } = made.manifest
  const { bytes, encrypted } = made
  const rows = rowsOf(counts)
  noteAnchor(folder, head, createdAt)
  addBackup(folder, {
    id: basename(made.file),
    parkId,
    createdAt,
    reason,
    bytes,
    rows,
    encrypted,
    head,
    tookMs,
  })
  rotate(folder, parkId, createdAt)
}

/** A disk that is full cannot take this note either; the failure itself is told all the same. */
function noteFailure(folder: string, now: number): void {
  try {
    changeIndex(folder, () => ({ failedAt: now }))
  } catch {
    // The alarm for age comes in its stead.
  }
}

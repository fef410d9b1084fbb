import { copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { BackupManifest } from '@shared/features/backups/backups'
import { databaseFile, openReadableFile, parkIdentity } from '../../data/connection'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { attachmentFile } from '../attachments'
import { syncPath } from '../../platform/durable-file'
import { attachedContents, factsOf } from './facts'
import { backupKind } from './file-kind'
import { keyError, type Keys } from './keys'
import { copyDatabase } from './make'
import { attachmentsPart, databasePart } from './manifest'
import { mustBeSound } from './soundness'
import { unpackBackup } from './unpack'

/** A backup that was unpacked as a data folder of its own and passed every check. */
export type Opened = { readonly manifest: BackupManifest; readonly encrypted: boolean }

type OpenOptions = {
  readonly keys: Keys
  /** Whether the attachments are written as well; they are always read and hashed. */
  readonly attachments: boolean
  /** Data folder whose attachments belong to a backup that is a database alone. */
  readonly attachmentsFrom: string
}

/**
 * Unpacks a backup into a folder and makes sure of it: nothing missing or altered, every check of the database passes,
 * head and rows are those of the manifest. Errors: `file_missing`, `file_is_folder`, `backup_invalid`,
 * `backup_key_needed`, `recovery_key_wrong`, `database_newer`, `disk_full`, …
 */
export async function openBackup(
  file: string,
  into: string,
  options: OpenOptions,
  context: TaskContext,
): Promise<Opened> {
  mustNotBeOpen(file, context.folder)
  const kind = await backupKind(file)
  mkdirSync(into, { recursive: true, mode: 0o700 })
  context.progress('reading', 0, null)
  if (kind === 'database') return openDatabase(file, into, options)
  const total = statSync(file).size
  const step = (done: number) => {
    context.checkCancelled()
    context.progress('reading', done, total)
  }
  const pathOf = (part: string) => {
    if (part === databasePart) return databaseFile(into)
    return options.attachments ? attachmentFile(into, part.slice(attachmentsPart.length)) : undefined
  }
  try {
    const { identities } = options.keys
    const manifest = await unpackBackup(file, kind, { identities, pathOf, step })
    context.progress('verifying', 0, null)
    mustBeTold(into, basename(file), manifest)
    return { manifest, encrypted: kind === 'encrypted' }
  } catch (error) {
    throw keyError(error, options.keys)
  }
}

/** The park itself is no backup; reading its file behind SQLite's back would also give away its locks. */
function mustNotBeOpen(file: string, folder: string): void {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true })
  if (found && `${found.dev}:${found.ino}` === parkIdentity(folder))
    throw new AppError('backup_invalid', { file: basename(file), detail: 'park' })
}

function mustBeTold(into: string, file: string, manifest: BackupManifest): void {
  const db = openChecked(databaseFile(into), file)
  try {
    mustBeSound(db, file, manifest)
  } finally {
    db.close()
  }
}

/** Opens a file that must be a backup; one that is no database at all is no backup, not a damaged park. */
function openChecked(path: string, file: string) {
  try {
    return openReadableFile(path)
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code !== 'database_damaged' && failure.code !== 'database_foreign') throw failure
    throw new AppError('backup_invalid', { file, detail: failure.code })
  }
}

/** A backup of an earlier version, one made before a migration, or what a restore moved aside: the database alone. */
function openDatabase(file: string, into: string, options: OpenOptions): Opened {
  const db = openChecked(file, basename(file))
  try {
    const facts = damagedIsInvalid(file, () => factsOf(db))
    mustBeSound(db, basename(file), facts)
    copyDatabase(db, databaseFile(into))
    if (options.attachments) linkAttachments(attachedContents(db), options.attachmentsFrom, into)
    const { mtimeMs, size } = statSync(file)
    const told = { format: 1, workstation: '', appVersion: '', reason: 'onDemand' } as const
    const parts = { [databasePart]: { sha256: '0'.repeat(64), bytes: size } }
    return { manifest: { ...told, createdAt: Math.round(mtimeMs), parts, ...facts }, encrypted: false }
  } finally {
    db.close()
  }
}

function damagedIsInvalid<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code !== 'database_damaged') throw failure
    throw new AppError('backup_invalid', {
      file: basename(file),
      detail: String(failure.params['detail'] ?? ''),
    })
  }
}

/** Files of contents never change, so one may stand in two folders; where it cannot, it is copied. */
function linkAttachments(contents: readonly { readonly sha256: string }[], from: string, into: string): void {
  for (const { sha256 } of contents) {
    const source = attachmentFile(from, sha256)
    if (!statSync(source, { throwIfNoEntry: false })?.isFile()) continue
    const target = attachmentFile(into, sha256)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    try {
      linkSync(source, target)
    } catch {
      copyFileSync(source, target)
      syncPath(target)
    }
  }
}

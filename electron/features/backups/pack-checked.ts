import { rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@shared/contract/result'
import type { BackupManifest } from '@shared/features/backups/backups'
import { openReadableFile } from '../../data/connection'
import type { TaskContext } from '../../data/task'
import { readParkKey } from '../../platform/park-key'
import { attachmentFile } from '../attachments'
import { attachedContents } from './facts'
import { attachmentsPart, databasePart } from './manifest'
import { packBackup, type PartFile } from './pack'
import { unpackBackup } from './unpack'

/**
 * What goes into a backup: a copy of the database, and every attachment of it that is in a data folder. One that is
 * missing is the park's trouble and holds nothing up.
 */
export function partFiles(copyFile: string, attachmentsOf: string): readonly PartFile[] {
  const copy = openReadableFile(copyFile)
  try {
    const attached = attachedContents(copy).flatMap(({ sha256 }) => {
      const file = attachmentFile(attachmentsOf, sha256)
      const found = statSync(file, { throwIfNoEntry: false })
      return found?.isFile() ? [{ name: `${attachmentsPart}${sha256}`, file, bytes: found.size }] : []
    })
    return [{ name: databasePart, file: copyFile, bytes: statSync(copyFile).size }, ...attached]
  } finally {
    copy.close()
  }
}

/** Keys to write and to read again with. Where the park's own is not at hand, one made for this moment does for reading. */
async function keysFor(folder: string, recipients: readonly string[]) {
  if (recipients.length === 0) return { recipients, identities: [] }
  const { generateIdentity, identityToRecipient } = await import('age-encryption')
  const known = readParkKey(folder)
  const identities = known ? [known.identity, ...known.earlier] : []
  const opened = await Promise.all(identities.map((identity) => identityToRecipient(identity)))
  if (recipients.every((recipient) => opened.includes(recipient))) return { recipients, identities }
  const forNow = await generateIdentity()
  return { recipients: [...recipients, await identityToRecipient(forNow)], identities: [forNow] }
}

type Order = {
  readonly partial: string
  readonly files: readonly PartFile[]
  readonly told: Omit<BackupManifest, 'parts'>
  /** None: not encrypted. */
  readonly recipients: readonly string[]
}

/** Packs files and reads them again; the unfinished backup is whole and on the disk when this returns. */
export async function packAndCheck({ partial, files, told, recipients }: Order, context: TaskContext) {
  const keys = await keysFor(context.folder, recipients)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const step = (phase: 'copying' | 'verifying') => (done: number) => {
    context.checkCancelled()
    context.progress(phase, done, total)
  }
  rmSync(partial, { force: true })
  const packing = { recipients: keys.recipients, modifiedAt: told.createdAt, step: step('copying') }
  const made = await packBackup(partial, files, (parts) => ({ ...told, parts }), packing)
  const reading = { identities: keys.identities, pathOf: () => undefined, step: step('verifying') }
  const found = await unpackBackup(partial, recipients.length > 0 ? 'encrypted' : 'plain', reading)
  if (!isDeepStrictEqual(found, made.manifest))
    throw new AppError('backup_invalid', { file: basename(partial), detail: 'manifest' })
  return made
}

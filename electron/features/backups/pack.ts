import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { pack, type Pack } from 'tar-stream'
import type { BackupManifest } from '@shared/features/backups/backups'
import { piecesOf, streamOf } from './age-streams'
import { manifestPart, manifestSumPart } from './manifest'

/** A file that goes into a backup under a name of its own. It does not change while it is read. */
export type PartFile = { readonly name: string; readonly file: string; readonly bytes: number }

type Parts = BackupManifest['parts']

type PackOptions = {
  /** age recipients; none: the archive is not encrypted. */
  readonly recipients: readonly string[]
  readonly modifiedAt: number
  /** Called before each piece with the bytes done; throws to stop. */
  readonly step: (done: number) => void
}

const header = (name: string, size: number, at: number) => ({ name, size, mode: 0o600, mtime: new Date(at) })

/** Adds a file and answers what was really read of it. */
async function addFile(archive: Pack, part: PartFile, at: number, step: (more: number) => void) {
  const hash = createHash('sha256')
  const sink = archive.entry(header(part.name, part.bytes, at))
  await pipeline(
    createReadStream(part.file),
    async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        step(piece.length)
        hash.update(piece)
        yield piece
      }
    },
    sink,
  )
  return { sha256: hash.digest('hex'), bytes: part.bytes }
}

async function fill(
  archive: Pack,
  files: Iterable<PartFile>,
  manifestOf: (parts: Parts) => BackupManifest,
  { modifiedAt, step }: PackOptions,
): Promise<BackupManifest> {
  let done = 0
  const parts: Record<string, Parts[string]> = {}
  for (const part of files) {
    parts[part.name] = await addFile(archive, part, modifiedAt, (more) => step((done += more)))
  }
  const manifest = manifestOf(parts)
  const text = JSON.stringify(manifest)
  const sum = createHash('sha256').update(text).digest('hex')
  archive.entry(header(manifestPart, Buffer.byteLength(text), modifiedAt), text)
  archive.entry(header(manifestSumPart, sum.length, modifiedAt), sum)
  archive.finalize()
  return manifest
}

async function sealed(archive: Pack, recipients: readonly string[]): Promise<AsyncIterable<Uint8Array>> {
  if (recipients.length === 0) return archive as AsyncIterable<Uint8Array>
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return piecesOf(await encrypter.encrypt(streamOf(archive as AsyncIterable<Uint8Array>)))
}

/**
 * Writes files into a new backup at `target`, piece by piece, and syncs it to the disk; answers its manifest with the
 * SHA-256 and size of the whole file. Throws what reading, writing or `step` throws and leaves the unfinished file.
 */
export async function packBackup(
  target: string,
  files: Iterable<PartFile>,
  manifestOf: (parts: Parts) => BackupManifest,
  options: PackOptions,
): Promise<{ manifest: BackupManifest; sha256: string; bytes: number }> {
  const archive = pack()
  const filling = fill(archive, files, manifestOf, options).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  const writing = writeAll(target, await sealed(archive, options.recipients)).catch((error: unknown) => {
    archive.destroy()
    throw error
  })
  // Whichever fails makes the other one fail too. What fails in filling comes out at the writing end; what fails in
  // writing only shows as an archive that was closed too early.
  const [written, filled] = await Promise.allSettled([writing, filling])
  if (written.status === 'rejected') throw written.reason
  if (filled.status === 'rejected') throw filled.reason
  return { manifest: filled.value, ...written.value }
}

async function writeAll(target: string, pieces: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(target, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
      await handle.writeFile(piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

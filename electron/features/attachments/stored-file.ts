import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { AttachmentState } from '@shared/features/attachments/attachment'
import { AppError } from '@shared/contract/result'

/** The content of an attachment: whoever has the same content has the same file. */
export type Content = { readonly sha256: string; readonly bytes: number }

export const pieceSize = 256 * 1024

/** The folder of all attached files of a park. */
export function attachmentsFolder(folder: string): string {
  return join(folder, 'attachments')
}

/** Where the file of a content lies: `attachments/ab/abcdef…`. */
export function attachmentFile(folder: string, sha256: string): string {
  return join(attachmentsFolder(folder), sha256.slice(0, 2), sha256)
}

/** The state of a file as far as its size tells: quick, for lists. */
export function glance(folder: string, { sha256, bytes }: Content): AttachmentState {
  const found = statSync(attachmentFile(folder, sha256), { throwIfNoEntry: false })
  if (!found) return 'missing'
  return found.isFile() && found.size === bytes ? 'sound' : 'damaged'
}

/**
 * The state of a file, its whole content read and hashed.
 *
 * @throws what the file system says of a file that is there and cannot be read
 */
export function inspect(folder: string, content: Content): AttachmentState {
  const seen = glance(folder, content)
  if (seen !== 'sound') return seen
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(pieceSize)
  const handle = openSync(attachmentFile(folder, content.sha256), 'r')
  try {
    for (;;) {
      const read = readSync(handle, piece)
      if (read === 0) break
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex') === content.sha256 ? 'sound' : 'damaged'
}

/** Reads a handle from its beginning, piece by piece, and hashes on the way; each piece is only good until the next. */
export async function* hashedPieces(handle: FileHandle, hash: Hash): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(pieceSize)
  for (let position = 0; ;) {
    const { bytesRead } = await handle.read(piece, 0, pieceSize, position)
    if (bytesRead === 0) return
    position += bytesRead
    const part = piece.subarray(0, bytesRead)
    hash.update(part)
    yield part
  }
}

/**
 * Writes the content of a stored file to a new file of the user's alone. What was written is not to be used before
 * this has ended: only then is it known to be what was attached. Errors: `attachment_missing`, `attachment_damaged`.
 */
export async function copyStored(
  folder: string,
  content: Content & { readonly name: string },
  target: string,
  onPiece: (done: number) => void,
): Promise<void> {
  const state = glance(folder, content)
  if (state !== 'sound') throw new AppError(`attachment_${state}`, { file: content.name })
  const source = await open(attachmentFile(folder, content.sha256), 'r')
  try {
    const copy = await open(target, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      let done = 0
      for await (const piece of hashedPieces(source, hash)) {
        await copy.writeFile(piece)
        onPiece((done += piece.length))
      }
      if (hash.digest('hex') !== content.sha256)
        throw new AppError('attachment_damaged', { file: content.name })
    } finally {
      await copy.close()
    }
  } finally {
    await source.close()
  }
}

/** The content of a stored file, its hash checked. Errors: `attachment_missing`, `attachment_damaged`. */
export async function readStored(
  folder: string,
  content: Content & { readonly name: string },
): Promise<Buffer> {
  const state = glance(folder, content)
  if (state !== 'sound') throw new AppError(`attachment_${state}`, { file: content.name })
  const bytes = await readFile(attachmentFile(folder, content.sha256))
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== content.sha256) throw new AppError('attachment_damaged', { file: content.name })
  return bytes
}

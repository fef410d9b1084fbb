import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/contract/result'
import { failuresOf, type Fail } from './failures'

/** A file that is being read: one handle, so that every part comes from the same file. */
export type SourceFile = {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly handle: FileHandle
  readonly fail: Fail
}

/**
 * Opens a file, lets `read` work on it and closes it. Should the file have disappeared or changed meanwhile, the
 * result is not trusted: `file_vanished`. On Unix a deleted file stays readable to its end, so the path is asked too.
 */
export async function withSourceFile<T>(path: string, read: (file: SourceFile) => Promise<T>): Promise<T> {
  const name = basename(path)
  const fail = failuresOf(name)
  const handle = await openFile(path, fail)
  try {
    const before = await handle.stat()
    if (before.size === 0) throw fail('file_empty')
    const unchanged = async () => {
      const now = await stat(path).catch(() => undefined)
      return now?.ino === before.ino && now.size === before.size && now.mtimeMs === before.mtimeMs
    }
    const result = await read({ path, name, size: before.size, handle, fail }).catch(
      async (error: unknown) => {
        throw (await unchanged()) ? asAppError(error, fail) : fail('file_vanished')
      },
    )
    if (!(await unchanged())) throw fail('file_vanished')
    return result
  } finally {
    await handle.close()
  }
}

async function openFile(path: string, fail: Fail): Promise<FileHandle> {
  try {
    // Asked before opening, because opening a named pipe would wait for ever.
    const found = await stat(path)
    if (found.isDirectory()) throw fail('file_is_folder')
    if (!found.isFile()) throw fail('file_unreadable', { reason: 'not_a_file' })
    return await open(path, 'r')
  } catch (error) {
    throw asAppError(error, fail)
  }
}

/** System errors in words the user can act on; what is no system error is a programming error and passes through. */
function asAppError(error: unknown, fail: Fail): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code === 'ENOENT' || code === 'ENOTDIR') return fail('file_missing')
  if (code === 'EISDIR') return fail('file_is_folder')
  if (['ESTALE', 'ENXIO', 'ENODEV', 'EIO', 'EREMOTEIO'].includes(code)) return fail('file_vanished')
  if (/^E[A-Z]+$/.test(code)) return fail('file_unreadable', { reason: code })
  return error
}

/**
 * The file's bytes from the beginning in pieces of at most 256 KiB. Each piece is a buffer of its own.
 * Throws `file_vanished` when the file ends before its size.
 */
export async function* readChunks(
  file: SourceFile,
  onProgress?: (bytesRead: number, bytesTotal: number) => void,
): AsyncGenerator<Buffer> {
  const pieceSize = 256 * 1024
  for (let position = 0; position < file.size;) {
    const buffer = Buffer.allocUnsafe(Math.min(pieceSize, file.size - position))
    const { bytesRead } = await file.handle.read(buffer, 0, buffer.length, position)
    if (bytesRead === 0) throw file.fail('file_vanished')
    position += bytesRead
    onProgress?.(position, file.size)
    yield buffer.subarray(0, bytesRead)
  }
}

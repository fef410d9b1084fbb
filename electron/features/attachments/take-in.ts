import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import {
  attachmentExtensions,
  attachmentMaximum,
  kindOfExtension,
  type AttachmentKind,
} from '@shared/features/attachments/attachment'
import { extensionOf, safeFileName } from '@shared/features/attachments/file-name'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'
import { syncPath } from '../../platform/durable-file'
import { fileContent } from './file-content'
import { attachmentFile, attachmentsFolder, hashedPieces, type Content } from './stored-file'
import { TextScan } from './text-scan'

/** A file that is on the disk under its content's name, and what is to be said of it. */
export type TakenIn = Content & { readonly name: string; readonly kind: AttachmentKind }

/** How files are called that are not whole yet; whatever a crash left of them is removed at the next start. */
export const partialEnding = '.partial'

/**
 * Copies a file among the attachments: under another name first, hashed on the way, its content compared with what its
 * name promises, flushed, and only then put where its hash says. Errors: `attachment_kind_refused`,
 * `attachment_mismatch`, `attachment_macros`, `attachment_too_large`, and why it cannot be read or stored.
 */
export async function takeIn(
  path: string,
  { folder, progress, checkCancelled }: TaskContext,
): Promise<TakenIn> {
  const name = basename(path)
  const source = await openSource(path, name)
  const partial = join(attachmentsFolder(folder), `${randomUUID()}${partialEnding}`)
  try {
    const kind = promisedKind(name)
    const { size } = await source.stat()
    mustBeAcceptable(name, size)
    await makeFolder(attachmentsFolder(folder))
    const copied = await copyIn({ handle: source, name, size }, partial, (done) => {
      checkCancelled()
      progress('copying', done, size)
    })
    await mustBeOfKind(partial, name, kind, copied.isText)
    await place(partial, attachmentFile(folder, copied.sha256))
    return { sha256: copied.sha256, bytes: copied.bytes, name, kind }
  } catch (error) {
    await rm(partial, { force: true })
    throw storeError(error)
  } finally {
    await source.close()
  }
}

/** The folder of the data itself cannot be written to, not one somebody chose. */
function storeError(error: unknown): AppError {
  const failure = toAppError(error)
  return failure.code === 'target_unwritable' ? new AppError('data_folder_unwritable') : failure
}

/** The kind a file's name promises. Errors: `attachment_kind_refused`. */
export function promisedKind(name: string): AttachmentKind {
  const extension = extensionOf(safeFileName(name))
  const kind = kindOfExtension(extension)
  if (kind !== undefined) return kind
  throw new AppError('attachment_kind_refused', {
    file: safeFileName(name),
    extension: extension === '' ? '–' : extension.toUpperCase(),
    allowed: allowedKinds(),
  })
}

const allowedKinds = () => attachmentExtensions.map((extension) => extension.toUpperCase()).join(', ')

function mustBeAcceptable(name: string, size: number): void {
  const file = safeFileName(name)
  if (size === 0) throw new AppError('file_empty', { file })
  if (size > attachmentMaximum)
    throw new AppError('attachment_too_large', { file, limitMb: attachmentMaximum / 1024 ** 2 })
}

async function mustBeOfKind(
  partial: string,
  name: string,
  kind: AttachmentKind,
  isText: boolean,
): Promise<void> {
  const file = safeFileName(name)
  const extension = extensionOf(file)
  const content = await fileContent(partial, extension, isText)
  if (content.kind === kind) return
  const found = content.kind ?? content.found
  if (found === 'damaged') throw new AppError('file_damaged', { file })
  if (found === 'macros') throw new AppError('attachment_macros', { file })
  throw new AppError('attachment_mismatch', {
    file,
    extension: extension.toUpperCase(),
    found,
    allowed: allowedKinds(),
  })
}

async function openSource(path: string, name: string): Promise<FileHandle> {
  try {
    // Asked before opening, because opening a named pipe would wait for ever.
    const found = await stat(path)
    const file = safeFileName(name)
    if (found.isDirectory()) throw new AppError('file_is_folder', { file })
    if (!found.isFile()) throw new AppError('file_unreadable', { file, reason: 'not_a_file' })
    return await open(path, 'r')
  } catch (error) {
    throw sourceError(error, name)
  }
}

function sourceError(error: unknown, name: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const file = safeFileName(name)
  const code = String(error.code)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file_missing', { file })
  if (['ESTALE', 'ENXIO', 'ENODEV', 'EIO', 'EREMOTEIO'].includes(code))
    return new AppError('file_vanished', { file })
  return /^E[A-Z]+$/.test(code) ? new AppError('file_unreadable', { file, reason: code }) : error
}

type Source = { readonly handle: FileHandle; readonly name: string; readonly size: number }
type Copied = Content & { readonly isText: boolean }

/** Copies what was there when the file was asked for its size. Errors: `file_vanished` when it is more or less now. */
async function copyIn(source: Source, target: string, onPiece: (done: number) => void): Promise<Copied> {
  const { handle, name, size } = source
  const copy = await open(target, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const scan = new TextScan()
    let bytes = 0
    for await (const piece of piecesOf(handle, hash, name)) {
      bytes += piece.length
      if (bytes > size) break
      scan.add(piece)
      await copy.writeFile(piece)
      onPiece(bytes)
    }
    if (bytes !== size) throw new AppError('file_vanished', { file: safeFileName(name) })
    await copy.sync()
    return { sha256: hash.digest('hex'), bytes, isText: scan.isText }
  } finally {
    await copy.close()
  }
}

/** What goes wrong here is the file's fault, not that of the place it is copied to. */
async function* piecesOf(...[source, hash, name]: [...Parameters<typeof hashedPieces>, string]) {
  try {
    yield* hashedPieces(source, hash)
  } catch (error) {
    throw sourceError(error, name)
  }
}

/** Gives a flushed file its name for good. One of the same name is replaced: it has the same content, or had it. */
async function place(partial: string, target: string): Promise<void> {
  await makeFolder(dirname(target))
  await rename(partial, target)
  syncPath(dirname(target))
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (made !== undefined) syncPath(dirname(made))
}

import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { documentMode } from './private-files'

/**
 * Lets `write` make a file under a temporary name beside `path` and puts it in place only when it is complete and on
 * the disk; a failure leaves what was there before. It is a document the user may pass on, so it has his own mode.
 * Throws `disk_full`, `target_unwritable` or what `write` throws.
 */
export async function replaceFile(
  path: string,
  write: (temporaryPath: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`)
  try {
    await write(temporary)
    const handle = await open(temporary, 'r+')
    try {
      // A stick's file system may know no modes.
      await handle.chmod(documentMode()).catch(() => undefined)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw asAppError(error, basename(path))
  }
}

function asAppError(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', { file })
  if (code === 'EIO') return new AppError('disk_error', { file })
  return /^E[A-Z]+$/.test(code) ? new AppError('target_unwritable', { file, reason: code }) : error
}

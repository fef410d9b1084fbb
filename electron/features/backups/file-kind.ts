import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/contract/result'

/** A backup is a tar archive, encrypted or not; those of earlier versions are the database itself. */
export type BackupKind = 'encrypted' | 'plain' | 'database'

const beginnings = [
  ['database', 0, 'SQLite format 3\0'],
  ['encrypted', 0, 'age-encryption.org/v1\n'],
  ['plain', 257, 'ustar'],
] as const satisfies readonly (readonly [BackupKind, number, string])[]

/** What a file looks like at its beginning. Errors: `file_missing`, `file_is_folder`, `backup_invalid`. */
export async function backupKind(file: string): Promise<BackupKind> {
  const name = basename(file)
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new AppError('file_missing', { file: name }) : error
  })
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw new AppError('file_is_folder', { file: name })
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    const head = buffer.subarray(0, bytesRead).toString('latin1')
    const kind = beginnings.find(([, at, text]) => head.startsWith(text, at))?.[0]
    if (kind) return kind
    throw new AppError('backup_invalid', { file: name, detail: found.size === 0 ? 'empty' : 'kind' })
  } finally {
    await handle.close()
  }
}

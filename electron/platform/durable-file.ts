import { closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a file durable, or the names in a folder: what was renamed there is found under its new name after a power cut.
 */
export function syncPath(path: string): void {
  // Windows has no such call for folders; there a rename is on the disk with the file.
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a small file for its user alone; it is complete and on the disk when this returns, or as it was before. */
export function writeDurably(path: string, text: string): void {
  const unfinished = `${path}.new`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  syncPath(dirname(path))
}

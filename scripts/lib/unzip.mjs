import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

const isInside = (folder, path) => {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/**
 * Unpacks a zip archive. `rename` says where an entry goes inside `folder`, or undefined to leave it out;
 * the permission bits of each file are kept.
 */
export async function unzip(archive, folder, rename) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive)
  try {
    for await (const entry of zip.eachEntry()) {
      const name = rename(entry.fileName)
      if (!name || name.endsWith('/')) continue
      const path = join(folder, name)
      if (!isInside(folder, path))
        throw new Error(`${archive} holds an entry outside its folder: ${entry.fileName}`)
      mkdirSync(dirname(path), { recursive: true })
      const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode }))
    }
  } finally {
    zip.close()
  }
}

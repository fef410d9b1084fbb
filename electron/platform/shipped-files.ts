import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A file or folder of `resources` that is read while the program runs: `shippedFile('fonts')`.
 *
 * A checkout has the folder above the sources and the build; a package has one of the same name beside its archive.
 *
 * @returns undefined where there is none
 */
export function shippedFile(name: string): string | undefined {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'resources', name)
    if (existsSync(path)) return path
  }
  return undefined
}

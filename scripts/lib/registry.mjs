import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm, run } from './run.mjs'

/** The digest of a file in the form package registries write it: `sha512-…`. */
async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Fetches one exact package from the configured registry and unpacks it into `folder` (the package's own files at its top).
 * Throws when it cannot be had or when its content is not the pinned one; nothing of it is unpacked then.
 */
export async function fetchPackage({ name, version, integrity }, folder) {
  const download = join(folder, '.download')
  mkdirSync(download, { recursive: true })
  const packed = await npm(
    ['pack', `${name}@${version}`, '--silent', '--ignore-scripts', '--pack-destination', download],
    {
      capture: true,
    },
  )
  const [tarball] = readdirSync(download).filter((entry) => entry.endsWith('.tgz'))
  if (packed.status !== 0 || !tarball)
    throw new Error(`${name}@${version} could not be fetched: ${packed.output.trim()}`)
  const file = join(download, tarball)
  const found = await integrityOf(file)
  if (found !== integrity) throw new Error(`${name}@${version} is not the expected package (${found})`)
  const unpacked = await run('tar', ['-xzf', file, '--strip-components=1', '-C', folder], { capture: true })
  if (unpacked.status !== 0)
    throw new Error(`${name}@${version} could not be unpacked: ${unpacked.output.trim()}`)
  rmSync(download, { recursive: true })
}

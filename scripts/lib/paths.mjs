import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** A path inside the project. */
export const inProject = (...parts) => join(root, ...parts)

/** Where prepared runtimes are kept between checkouts; it may be deleted at any time. */
export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parkdesk')

/** The manifest of an installed package. */
export const manifestOf = (name) =>
  JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8'))

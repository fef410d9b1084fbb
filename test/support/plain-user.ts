import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  readlinkSync,
} from 'node:fs'
import { join } from 'node:path'

/** Nobody's on every Linux: a user that owns nothing. */
const nobody = 65_534

const isRoot = process.getuid?.() === 0

/** Whether an ordinary user may make the namespaces Chromium's sandbox is built of. */
function namespacesAreThere(): boolean {
  const command = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'unshare', '--user', 'true']
  try {
    execFileSync('setpriv', command, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * Whether programs can be run here as a user without privileges and with Chromium's sandbox; false for root in a container
 * without user namespaces.
 */
export const hasSandbox = !isRoot || namespacesAreThere()

/** Whether that user is another than the one who runs the tests. */
export const isOtherUser = isRoot && hasSandbox

/** What a command begins with to be run by that user. */
export const asPlainUser: readonly string[] = isOtherUser
  ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--']
  : []

/** Hands a file or a folder with everything in it over to that user. */
export function own(path: string): void {
  if (!isOtherUser) return
  chownSync(path, nobody, nobody)
  if (!statSync(path).isDirectory()) return
  for (const name of readdirSync(path)) own(join(path, name))
}

/** A second tree of a program for anybody to read; hundreds of megabytes, so without copying where that is possible. */
export function linkTree(source: string, target: string): void {
  mkdirSync(target, { recursive: true })
  chmodSync(target, 0o755)
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)]
    if (entry.isDirectory()) linkTree(from, to)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
    else linkOrCopy(from, to)
  }
}

function linkOrCopy(from: string, to: string): void {
  const isForAll = (lstatSync(from).mode & 0o004) !== 0
  try {
    if (!isForAll) throw new Error('others cannot read it')
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
    chmodSync(to, 0o755)
  }
}

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '@shared/contract/result'
import { cloudFolderOf } from './cloud-folders'

/** A network drive, a folder that a program copies to the cloud, or a medium one can pull out. */
export type FolderKind = 'local' | 'removable' | 'network' | 'cloud'

/** What is looked at; tests put their own in place of the machine's. */
export type FolderReaders = {
  /** The path without links and mapped drives. */
  readonly real: (path: string) => string
  /** `/proc/self/mountinfo`, or nothing where the system has no such file. */
  readonly mounts: () => string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isFile: (path: string) => boolean
  readonly exists: (path: string) => boolean
}

const machine: FolderReaders = {
  real: (path) => realpathSync.native(path),
  mounts: () => (process.platform === 'linux' ? readFileSync('/proc/self/mountinfo', 'utf8') : ''),
  env: process.env,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  exists: existsSync,
}

/** File systems whose disk is in another machine, where SQLite's locks do not hold. */
const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|smb3|ncpfs|9p|afs|coda|ceph|lustre|glusterfs|gfs2?|ocfs2|davfs|vboxsf|vmhgfs|prl_fs|fuse\..*)$/

/** Behind `fuse.` there are also drivers of disks of this machine. */
const localFuse = /^fuse\.(ntfs|ntfs-3g|exfat|mergerfs|fuse-overlayfs|lxcfs|vmware-vmblock|portal)$/

const removableTypes = /^(vfat|msdos|exfat|fuse\.exfat)$/

type Mount = { readonly point: string; readonly type: string }

const unescape = (text: string) =>
  text.replaceAll(/\\(\d{3})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 8)))

/** Mount points and types of `mountinfo`: `36 35 98:0 / /point rw,… - type source options`. */
function mountsOf(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ')
    const point = before.split(' ')[4]
    const type = after.split(' ')[0]
    return point === undefined || type === undefined || type === '' ? [] : [{ point: unescape(point), type }]
  })
}

/** The mount a path lies on: the one with the longest point, of several the one that was mounted last. */
function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  const inside = ({ point }: Mount) => point === '/' || path === point || path.startsWith(`${point}/`)
  const [first, ...others] = mounts.filter(inside)
  return others.reduce(
    (best, mount) => (mount.point.length >= (best?.point.length ?? 0) ? mount : best),
    first,
  )
}

/** `\\server\share`; mapped drives read so, too, once their links are resolved. */
const isUnc = (path: string) => /^[\\/]{2}(?![?.][\\/])[^\\/]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)

/** The nearest folder above a path that exists: a park is also made in a folder that is not there yet. */
function existing(path: string, exists: (path: string) => boolean): string {
  const above = dirname(path)
  return exists(path) || above === path ? path : existing(above, exists)
}

/** What kind of place a data folder is, as far as the machine tells; for the cloud also whose. */
export function folderKind(
  folder: string,
  readers: FolderReaders = machine,
): { readonly kind: FolderKind; readonly what: string } {
  const path = isUnc(folder) ? folder : resolve(folder)
  if (isUnc(path)) return { kind: 'network', what: 'UNC' }
  const there = existing(path, readers.exists)
  const real = readers.real(there)
  if (isUnc(real)) return { kind: 'network', what: 'UNC' }
  const wanted = join(real, path.slice(there.length))
  // Both ways: the programs also copy what a link inside their folder leads to.
  const cloud = cloudFolderOf(wanted, readers) ?? cloudFolderOf(path, readers)
  if (cloud !== null) return { kind: 'cloud', what: cloud }
  const mount = mountOf(real, mountsOf(readers.mounts()))
  // Whatever the machine itself runs from is its own, a container's root over 9p for instance.
  if (mount === undefined || mount.point === '/') return { kind: 'local', what: mount?.type ?? '' }
  if (networkTypes.test(mount.type) && !localFuse.test(mount.type))
    return { kind: 'network', what: mount.type }
  return { kind: removableTypes.test(mount.type) ? 'removable' : 'local', what: mount.type }
}

/**
 * Refuses a data folder on a network drive, where two machines overwrite each other unnoticed, and in a folder that a
 * program copies to the cloud behind the database's back. Errors: `folder_not_local`.
 */
export function mustBeLocal(folder: string, readers: FolderReaders = machine): void {
  const { kind, what } = folderKind(folder, readers)
  if (kind === 'network' || kind === 'cloud') throw new AppError('folder_not_local', { folder, kind, what })
}

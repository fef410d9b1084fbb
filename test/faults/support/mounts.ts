import { runVictim, type VictimEnd } from './strace'

// A mount of a victim's own, in a name space that ends with it: nothing is left mounted whatever happens.

/** The command before a victim that gives it a disk of so many kilobytes in a folder. */
export const smallDisk = (folder: string, kilobytes: number): readonly string[] =>
  privately(`mount -t tmpfs -o size=${kilobytes}k none "$0" && exec "$@"`, folder)

/** The command before a victim that lets it only read what is in a folder. */
export const readOnlyDisk = (folder: string): readonly string[] =>
  privately('mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"', folder)

/** The command before a victim that takes away root's right to ignore the modes of files. */
export const asOwner = (): readonly string[] =>
  isRoot() ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []

const isRoot = () => process.getuid?.() === 0

/** Whoever is not root is root in a name space of users where the system allows that. */
function privately(script: string, folder: string): readonly string[] {
  return ['unshare', '--mount', ...(isRoot() ? [] : ['--map-root-user']), 'sh', '-c', script, folder]
}

let allowed: Promise<boolean> | undefined

/** Whether this machine lets us mount: a container may forbid it even to root. */
export function canMount(scratch: string): Promise<boolean> {
  allowed ??= runVictim(['nothing', scratch], scratch, undefined, {
    wrapper: privately('mount -t tmpfs none "$0" && exec "$@"', scratch),
  }).then((end: VictimEnd) => end.status === 0)
  return allowed
}

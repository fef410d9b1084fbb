import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { quarantineDays, type Quarantined } from '@shared/features/backups/backups'

/** Where a restore moves what was there. */
export function quarantineFolder(folder: string): string {
  return join(folder, 'quarantine')
}

/** Name of what is moved aside at a time: `2026-11-20T07-00-00.000Z`. */
export function quarantineId(at: number): string {
  return new Date(at).toISOString().replaceAll(':', '-')
}

/** The same, of a time at which nothing was moved aside yet: nothing is ever moved over something else. */
export function freeQuarantineId(folder: string, at: number): string {
  let time = at
  while (existsSync(join(quarantineFolder(folder), quarantineId(time)))) time += 1
  return quarantineId(time)
}

function timeOf(id: string): number | undefined {
  const [day = '', time = ''] = id.split('T')
  const at = Date.parse(`${day}T${time.replaceAll('-', ':')}`)
  return Number.isNaN(at) ? undefined : at
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** What earlier restores moved aside, newest first. */
export function listQuarantine(folder: string): readonly Quarantined[] {
  const own = quarantineFolder(folder)
  let names: readonly string[]
  try {
    names = readdirSync(own)
  } catch {
    // Nothing was ever restored.
    return []
  }
  const found = names.flatMap((id) => {
    const at = timeOf(id)
    return at === undefined ? [] : [{ id, at, bytes: sizeOf(join(own, id)) }]
  })
  return found.sort((one, other) => other.at - one.at)
}

/** Removes what was moved aside more than 30 days ago. */
export function clearQuarantine(folder: string, now: number): void {
  const old = listQuarantine(folder).filter(({ at }) => now - at > quarantineDays * 86_400_000)
  for (const { id } of old) rmSync(join(quarantineFolder(folder), id), { recursive: true, force: true })
}

import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '@shared/contract/result'
import { writeDurably } from '../platform/durable-file'

/** How often the owner of a data folder says that it is still there. */
export const beatMs = 30_000

/** An owner on another machine that has said nothing for so long may be gone. */
const silentMs = 4 * beatMs

const ownerSchema = z.object({
  /** Which machine: its name may be the same as another's, this is not. */
  machine: z.string(),
  workstation: z.string(),
  pid: z.number(),
  /** Milliseconds since 1970. */
  since: z.number(),
  beat: z.number(),
})

/** Whose program has the data folder open. */
export type Owner = z.output<typeof ownerSchema>

const ownerFile = (folder: string) => join(folder, 'owner.json')

let known: string | undefined

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** Tells this machine from others, and no more. */
export function thisMachine(): string {
  known ??= createHash('sha256').update(`parkdesk ${hostname()} ${machineId()}`).digest('hex').slice(0, 16)
  return known
}

/** Who has the folder open as its file says; undefined when nobody, or nobody that can be made out. */
export function readOwner(folder: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(folder), 'utf8')))
  } catch {
    return undefined
  }
}

/** Says who has the folder open; on the disk when it returns. */
export function writeOwner(folder: string, owner: Owner): void {
  writeDurably(ownerFile(folder), JSON.stringify(owner))
}

/** Nobody has the folder open any more. */
export function removeOwner(folder: string): void {
  rmSync(ownerFile(folder), { force: true })
}

/** `park_open_elsewhere` with who has it and since when; `silentSince` where that machine has long said nothing. */
export function openElsewhere(owner: Owner | undefined, now: number): AppError {
  const otherMachine = owner !== undefined && owner.machine !== thisMachine()
  return new AppError('park_open_elsewhere', {
    workstation: owner?.workstation ?? '',
    otherMachine: String(otherMachine),
    ...(owner ? { since: owner.since } : {}),
    ...(owner && otherMachine && isSilent(owner, now) ? { silentSince: owner.beat } : {}),
  })
}

/** Clocks of two machines differ: one that runs ahead must not keep a folder for ever. */
function isSilent(owner: Owner, now: number): boolean {
  return Math.abs(now - owner.beat) > silentMs
}

/**
 * Refuses a data folder that another machine has open. A program of this machine may work beside another one: the database
 * keeps them apart. Errors: `park_open_elsewhere`.
 */
export function mustNotBeElsewhere(folder: string, now: number): void {
  const owner = readOwner(folder)
  if (owner && owner.machine !== thisMachine() && !isSilent(owner, now)) throw openElsewhere(owner, now)
}

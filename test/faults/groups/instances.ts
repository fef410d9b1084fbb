import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Case, Group, Scope } from '../support/cases'
import { judgePark } from '../support/judge'
import { ownerFile, tryOpen } from '../support/product-accounts'
import { copyFolder, modelPark, parkIn } from '../support/settings'
import { victimCommand } from '../support/strace'

/** Another Parkdesk that has the park open; answers how to end it. */
async function inhabit(park: string, how: 'SIGKILL' | 'end'): Promise<() => Promise<void>> {
  const [program = '', ...args] = victimCommand(['inhabit', park])
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    const gone = once(child, 'exit')
    if (how === 'end') child.stdin.end()
    else child.kill('SIGKILL')
    await gone
  }
}

async function second(park: string, how: 'SIGKILL' | 'end'): Promise<string | null> {
  const leave = await inhabit(park, how)
  const beside = tryOpen(park)
  await leave()
  const after = tryOpen(park)
  if (beside !== 'park_open_elsewhere') return `a second instance is ${beside}`
  return after === 'open' ? judgePark(park, () => null) : `after the first has gone it is ${after}`
}

/** Writes the owner's file as another machine has left it. */
async function otherMachine(park: string, silentMs: number): Promise<void> {
  const leave = await inhabit(park, 'SIGKILL')
  await leave()
  const file = ownerFile(park)
  const owner = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const beat = Date.now() - silentMs
  const foreign = { ...owner, machine: 'another machine', workstation: 'desk-2', since: beat, beat }
  writeFileSync(file, JSON.stringify(foreign))
}

const day = 86_400_000

const cases: Readonly<Record<string, (park: string) => Promise<string | null>>> = {
  'a second instance beside one that ends': (park) => second(park, 'end'),
  'a second instance beside one that is killed': (park) => second(park, 'SIGKILL'),
  'another machine at work a second ago': async (park) => {
    await otherMachine(park, 1000)
    const code = tryOpen(park)
    const anyway = tryOpen(park, true)
    if (code !== 'park_open_elsewhere' || anyway !== 'park_open_elsewhere')
      return `it is ${code}, then ${anyway}`
    return null
  },
  'another machine long silent': async (park) => {
    await otherMachine(park, day)
    const code = tryOpen(park)
    if (code !== 'park_open_elsewhere') return `it is ${code} without a question`
    const takenOver = tryOpen(park, true)
    return takenOver === 'open' ? judgePark(park, () => null) : `taken over it is ${takenOver}`
  },
  'an owner file of garbage': async (park) => {
    writeFileSync(ownerFile(park), 'garbage')
    const code = tryOpen(park)
    return code === 'open' || code === 'park_open_elsewhere' ? null : `it is ${code}`
  },
}

const instanceCase = (scope: Scope, name: string, run: (park: string) => Promise<string | null>): Case => ({
  name,
  run: async (folder) => {
    const park = parkIn(folder)
    copyFolder(modelPark(scope), park)
    return { hit: true, killed: false, failure: await run(park) }
  },
})

/** Row 23: two programs, and two machines, at one park. */
export const instances: readonly Group[] = [
  {
    row: 23,
    name: 'instances',
    cases: (scope) =>
      Promise.resolve(Object.entries(cases).map(([name, run]) => instanceCase(scope, name, run))),
  },
]

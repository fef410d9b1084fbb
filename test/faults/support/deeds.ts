import { once } from 'node:events'
import { AppError } from '@shared/contract/result'
import { toAppError } from '../../../electron/data/sqlite-errors'
import { exporter, foreignConnection, importer, newPark, openDesk, startProgram, storage } from './product'
import { attachments, keys } from './product-accounts'
import { singleCommand } from './commands'
import { fullDisk, fullTarget, look } from './hard-deeds'
import { loaded, say } from './say'

type Deed = (folder: string, rest: readonly string[]) => Promise<void>

/** `B` begins, `C` completes a change that the user was told is stored, `F` is one the user was told has failed. */
async function told(change: number, work: () => Promise<unknown>): Promise<boolean> {
  say(`B ${change}`)
  try {
    await work()
    say(`C ${change}`)
    return true
  } catch (error) {
    const failure = toAppError(error)
    const cause = failure.cause instanceof Error ? ` ${failure.cause.message}` : ''
    say(`F ${change} ${failure.code}${cause}`)
    return false
  }
}

/** Single commands, one after the other, whether the one before succeeded or not. */
async function commands(folder: string, [count = '12']: readonly string[]): Promise<void> {
  say(loaded)
  const desk = openDesk(folder)
  for (let change = 1; change <= Number(count); change += 1) {
    await told(change, async () => {
      const result = await singleCommand(desk, change)
      if (!result.ok) throw new AppError(result.error.code, result.error.params)
    })
  }
  try {
    desk.close()
  } catch {
    say('not closed')
  }
}

/** `inhabit <park>`: another Parkdesk that has the park open, until its standard input ends. */
async function inhabit(folder: string): Promise<void> {
  const desk = openDesk(folder)
  say(`open ${desk.db.open}`)
  process.stdin.resume()
  await once(process.stdin, 'end')
  desk.close()
}

/** `hold <park> <lock>`: locks the file as a database tool does, until its standard input ends. */
async function hold(folder: string, [lock = '']: readonly string[]): Promise<void> {
  const db = foreignConnection(folder)
  db.exec(`BEGIN ${lock}; SELECT count(*) FROM incidents`)
  say('held')
  process.stdin.resume()
  await once(process.stdin, 'end')
  db.exec('ROLLBACK')
  db.close()
}

type Work = (folder: string, rest: readonly string[]) => Promise<unknown>

/** One piece of work. Its code is loaded before, so that a fault hits the work and not the program's own files. */
const doOnce = (load: () => Promise<Work>): Deed => {
  return async (folder, rest) => {
    const work = await load()
    say(loaded)
    await told(1, () => work(folder, rest))
  }
}

/** The same again in the same process where it failed, as a user presses a button again after an error. */
const twice = (load: () => Promise<Work>): Deed => {
  return async (folder, rest) => {
    const work = await load()
    say(loaded)
    if (!(await told(1, () => work(folder, rest)))) await told(1, () => work(folder, rest))
  }
}

export const deeds = {
  nothing: () => Promise.resolve(),
  'full-disk': fullDisk,
  'full-target': fullTarget,
  look,
  hold,
  inhabit,
  commands,
  create: doOnce(() => Promise.resolve((folder) => Promise.resolve(newPark(folder)))),
  start: doOnce(() => Promise.resolve(async (folder) => (await startProgram(folder)).close())),
  import: twice(async () => {
    const importIncidents = await importer()
    return (folder, [file = '']) => importIncidents(folder, file)
  }),
  export: twice(async () => {
    const exportIncidents = await exporter()
    return (folder, [file = '']) => exportIncidents(folder, file)
  }),
  backup: twice(async () => {
    const { backUp } = await storage()
    return (folder, [file = '']) => backUp(folder, file)
  }),
  attach: twice(async () => {
    const { attach } = await attachments()
    return (folder, [file = '']) => attach(folder, file)
  }),
  'switch-on': twice(async () => {
    const { switchOn } = await keys()
    return (folder) => switchOn(folder)
  }),
  recover: doOnce(async () => {
    const { recover } = await keys()
    return (folder) => recover(folder)
  }),
  restore: twice(async () => {
    const { putBack } = await storage()
    return (folder, [file = '']) => putBack(folder, file)
  }),
} as const satisfies Readonly<Record<string, Deed>>

export type DeedName = keyof typeof deeds

export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(deeds, name)
}

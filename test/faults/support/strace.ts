import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

/** What is done to a victim at one of its system calls. */
export type Injection = {
  /** A system call, `pwrite64` for instance. */
  readonly call: string
  /** `signal=SIGKILL` or `error=ENOSPC` in strace's words. */
  readonly effect: string
  /** The k-th call of its thread. */
  readonly at: number
  /** That call alone, or every one from there on. */
  readonly sticky?: boolean
}

/** What became of a victim. */
export type VictimEnd = {
  /** The system call was reached. */
  readonly hit: boolean
  readonly killed: boolean
  /** It did not end by itself. */
  readonly hung: boolean
  readonly status: number
  /** What it said on standard output, line by line. */
  readonly said: readonly string[]
  readonly complained: string
}

export type VictimOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** Put before the program, such as `setpriv …`. */
  readonly wrapper?: readonly string[]
}

const patience = 60_000
const victimFile = join(import.meta.dirname, 'victim.js')

/** One thread for the file system: strace counts the calls of each thread on its own. */
const environment = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' }

function straceArguments(log: string, { call, effect, at, sticky }: Injection): string[] {
  const when = `${at}${sticky ? '+' : ''}`
  return ['-f', '-qq', '-o', log, '-e', `trace=${call}`, '-e', `inject=${call}:${effect}:when=${when}`]
}

/** The command line of a victim. */
export const victimCommand = (deed: readonly string[]): readonly string[] => [
  process.execPath,
  victimFile,
  ...deed,
]

/** Runs a program under strace with the given options. */
export function straced(
  options: readonly string[],
  program: readonly string[],
  env?: VictimOptions['env'],
): Promise<VictimEnd> {
  return start(['strace', ...options, ...program], env)
}

let serial = 0

/** Runs a deed in a process of its own, with a fault where one is given. */
export async function runVictim(
  deed: readonly string[],
  scratch: string,
  injection?: Injection,
  options: VictimOptions = {},
): Promise<VictimEnd> {
  const program = [...(options.wrapper ?? []), ...victimCommand(deed)]
  if (!injection) return start(program, options.env)
  serial += 1
  const log = join(scratch, `strace-${serial}.txt`)
  const end = await straced(straceArguments(log, injection), program, options.env)
  const hit = end.killed || readFileSync(log, 'utf8').includes('(INJECTED)')
  rmSync(log, { force: true })
  return { ...end, hit }
}

/**
 * Which of the named system calls of a deed have to do with a folder, as their threads count them: `pwrite64 → 3, 4, 9`.
 */
export async function callsBelow(
  deed: readonly string[],
  scratch: string,
  folder: string,
  calls: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  serial += 1
  const log = join(scratch, `strace-${serial}.txt`)
  const end = await straced(
    ['-f', '-qq', '-y', '-s', '0', '-o', log, '-e', `trace=${calls.join(',')}`],
    victimCommand(deed),
  )
  if (end.status !== 0) throw new Error(`the victim ${deed[0]} fails by itself: ${end.complained}`)
  const counted = new Map<string, number>()
  const found = new Map<string, Set<number>>(calls.map((call) => [call, new Set()]))
  for (const [line, thread, call = ''] of readFileSync(log, 'utf8').matchAll(/^(\d+)\s+(\w+)\(.*$/gmu)) {
    const place = (counted.get(`${thread} ${call}`) ?? 0) + 1
    counted.set(`${thread} ${call}`, place)
    if (line.includes(folder)) found.get(call)?.add(place)
  }
  rmSync(log, { force: true })
  return new Map([...found].map(([call, places]) => [call, [...places].sort((one, other) => one - other)]))
}

/** Runs a program that takes its own time. */
export const runProgram = (
  command: readonly string[],
  env: VictimOptions['env'],
  limitMs: number,
): Promise<VictimEnd> => start(command, env, limitMs)

function start(
  command: readonly string[],
  env: VictimOptions['env'] = {},
  limitMs = patience,
): Promise<VictimEnd> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let hung = false
    const timer = setTimeout(() => {
      hung = true
      child.kill('SIGKILL')
    }, limitMs)
    let said = ''
    let complained = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
    child.on('error', reject)
    child.on('close', (status, signal) => {
      clearTimeout(timer)
      const lines = said.split('\n').filter(Boolean)
      // strace ends as its child ended.
      const killed = !hung && (signal === 'SIGKILL' || status === 137)
      resolve({
        hit: false,
        killed,
        hung,
        status: status ?? 128 + (signal ? constants.signals[signal] : 0),
        said: lines,
        complained: complained.slice(-2000),
      })
    })
  })
}

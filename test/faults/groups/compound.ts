import { rmSync } from 'node:fs'
import type { Case, Group, Scope } from '../support/cases'
import { spread } from '../support/cases'
import { backupSetting, forStructures, restoreSetting } from '../support/file-settings'
import type { Setting } from '../support/injected'
import { commandSetting, copyFolder, importSetting, parkIn } from '../support/settings'
import { trialFolder } from '../support/trial'
import { callsBelow, runVictim, type Injection } from '../support/strace'

const kill = 'signal=SIGKILL'
const first = ['pwrite64', 'fdatasync', 'fsync', 'rename']

const fullDisk = { call: 'pwrite64', effect: 'error=ENOSPC', sticky: true } as const

/** What meets the program that is started after a kill. */
const second: readonly Omit<Injection, 'at'>[] = [
  fullDisk,
  { call: 'pwrite64', effect: kill },
  { call: 'fsync', effect: 'error=EIO' },
  { call: 'ftruncate', effect: kill },
  { call: 'pread64', effect: 'error=EIO' },
  { call: 'unlink', effect: kill },
]

/** Kills a deed, then hinders the start after it, then looks: what was acknowledged at first is still there. */
async function compoundCases(scope: Scope, setting: Setting, limit: number): Promise<readonly Case[]> {
  const trial = trialFolder(scope)
  setting.prepare(trial)
  const places = await callsBelow(setting.deed(trial), scope.scratch, trial, first)
  rmSync(trial, { recursive: true, force: true })
  const calls = scope.long ? first : first.slice(0, 2)
  return calls.flatMap((call) =>
    spread(places.get(call) ?? [], limit).flatMap((at, index) => {
      const chosen = scope.long ? second : [second[(at + index) % second.length] ?? fullDisk]
      return chosen.map((injection) => compoundCase(scope, setting, { call, effect: kill, at }, injection))
    }),
  )
}

function compoundCase(scope: Scope, setting: Setting, kill: Injection, then: Omit<Injection, 'at'>): Case {
  return {
    name: `${setting.name}: ${kill.call} ${kill.at} killed, then ${then.call} ${then.effect}`,
    run: async (folder) => {
      setting.prepare(folder)
      const end = await runVictim(setting.deed(folder), scope.scratch, kill)
      const startAgain = ['start', parkIn(folder)]
      const copy = `${folder}-trial`
      rmSync(copy, { recursive: true, force: true })
      const at = await firstPlace(scope, folder, copy, then.call)
      const hindered = at === null ? null : await runVictim(startAgain, scope.scratch, { ...then, at })
      const hit = end.hit && (hindered?.hit ?? false)
      return { hit, killed: end.killed, failure: hindered?.hung ? 'hung' : await setting.judge(folder, end) }
    },
  }
}

/** Where a start on what the kill has left first makes a call; null when it makes none. */
async function firstPlace(scope: Scope, folder: string, copy: string, call: string): Promise<number | null> {
  copyFolder(folder, copy)
  try {
    const places = await callsBelow(['start', parkIn(copy)], scope.scratch, copy, [call])
    return places.get(call)?.[0] ?? null
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const group = (
  name: string,
  long: number,
  settingOf: (scope: Scope) => Setting | Promise<Setting>,
): Group => ({
  row: 34,
  name: `compound-${name}`,
  cases: async (scope) => compoundCases(scope, await settingOf(scope), scope.long ? long : 1),
})

/** Row 34: a second fault while the first is being mended. */
export const compounds: readonly Group[] = [
  group('import', 6, (scope) => importSetting(scope, 400)),
  group('commands', 4, (scope) => commandSetting(scope, 12)),
  group('restore', 4, restoreSetting),
  group('backup', 2, backupSetting),
  {
    row: 34,
    name: 'compound-migration',
    cases: (scope) => forStructures(scope, (setting) => compoundCases(scope, setting, scope.long ? 2 : 1)),
  },
]

import { rmSync } from 'node:fs'
import { spread, type Case, type Scope } from './cases'
import { loaded } from './say'
import { trialFolder } from './trial'
import { callsBelow, runVictim, type Injection, type VictimEnd } from './strace'

/** A deed and how it is judged. Every path is inside the folder that a case is given. */
export type Setting = {
  readonly name: string
  /** Puts what the deed needs into an empty folder. */
  readonly prepare: (folder: string) => void
  readonly deed: (folder: string) => readonly string[]
  readonly judge: (folder: string, end: VictimEnd) => string | null | Promise<string | null>
}

/** Which calls are hit, how, and how many of each at most. */
export type Plan = {
  readonly calls: readonly string[]
  readonly effect: string
  readonly sticky?: boolean
  readonly limit: number
}

/** A case for each system call the deed makes on its files, evenly spread where they are too many. */
export async function injectedCases(scope: Scope, setting: Setting, plan: Plan): Promise<readonly Case[]> {
  if (plan.limit === 0) return []
  const trial = trialFolder(scope)
  setting.prepare(trial)
  const places = await callsBelow(setting.deed(trial), scope.scratch, trial, plan.calls)
  rmSync(trial, { recursive: true, force: true })
  return plan.calls.flatMap((call) =>
    spread(places.get(call) ?? [], plan.limit).map((at) =>
      injectedCase(scope, setting, {
        call,
        effect: plan.effect,
        at,
        ...(plan.sticky ? { sticky: true } : {}),
      }),
    ),
  )
}

function injectedCase(scope: Scope, setting: Setting, injection: Injection): Case {
  const { call, effect, at, sticky } = injection
  return {
    name: `${setting.name}: ${call} ${at}${sticky ? '+' : ''} ${effect}`,
    run: async (folder) => {
      setting.prepare(folder)
      const end = await runVictim(setting.deed(folder), scope.scratch, injection)
      // The fault met the program's own files: the work was not begun, and nothing can be said of it.
      if (!end.said.includes(loaded)) return { hit: false, killed: false, failure: null }
      return { hit: end.hit, killed: end.killed, failure: await setting.judge(folder, end) }
    },
  }
}

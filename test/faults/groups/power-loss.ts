import { rmSync } from 'node:fs'
import { randomNumbers, type Case, type Group, type Scope, type Summary } from '../support/cases'
import { Disk, filesBelow } from '../support/crash-states'
import { backupSetting, createSetting, forStructures, restoreSetting } from '../support/file-settings'
import type { Setting } from '../support/injected'
import { record } from '../support/recorder'
import { commandSetting, importSetting } from '../support/settings'
import { trialFolder } from '../support/trial'

type Options = { readonly states: number; readonly env?: Readonly<Record<string, string>> }

/** Records a deed once and makes a case of each of so many states that a power loss during it may leave. */
async function powerLossCases(
  scope: Scope,
  setting: Setting,
  { states, env }: Options,
): Promise<readonly Case[]> {
  const trial = trialFolder(scope)
  setting.prepare(trial)
  const files = filesBelow(trial)
  const events = await record(setting.deed(trial), trial, env)
  rmSync(trial, { recursive: true, force: true })
  return Array.from({ length: states }, (_, index) => ({
    name: `${setting.name}: power loss ${index + 1}`,
    run: async (folder: string) => {
      const random = randomNumbers(index + 1)
      for (let warm = 0; warm < 8; warm += 1) random()
      // The first states are those right after something was said, where there is something to lose.
      const at = momentOf(events, index, random)
      const disk = new Disk(files)
      for (const event of events.slice(0, at)) disk.apply(event)
      disk.crashInto(folder, random)
      const end = { hit: true, killed: true, hung: false, status: 137, said: disk.said, complained: '' }
      return { hit: true, killed: false, failure: await setting.judge(folder, end) }
    },
  }))
}

function momentOf(events: Awaited<ReturnType<typeof record>>, index: number, random: () => number): number {
  const told = events.flatMap((event, at) => (event.kind === 'said' ? [at + 1] : []))
  if (index % 4 === 0) return told[Math.floor(random() * told.length)] ?? events.length
  return 1 + Math.floor(random() * events.length)
}

const group = (
  name: string,
  short: number,
  long: number,
  settingOf: (scope: Scope) => Setting | Promise<Setting>,
): Group => ({
  row: 10,
  name: `power-${name}`,
  cases: async (scope) =>
    powerLossCases(scope, await settingOf(scope), { states: scope.long ? long : short }),
})

/** Row 10: the power goes, and with it any part of what was written and not synced. */
export const powerLoss: readonly Group[] = [
  group('commands', 20, 300, (scope) => commandSetting(scope, 12)),
  group('import', 12, 200, (scope) => importSetting(scope, 400)),
  group('create', 10, 60, createSetting),
  group('backup', 10, 60, backupSetting),
  group('restore', 10, 100, restoreSetting),
  {
    row: 10,
    name: 'power-migration',
    cases: (scope) =>
      forStructures(scope, (setting) => powerLossCases(scope, setting, { states: scope.long ? 40 : 5 })),
  },
]

/** What a run without syncs must come to: a plan that finds nothing then would find nothing at all. */
function mustHaveFailed(results: readonly { readonly failure: string | null }[]): Summary {
  const found = results.filter(({ failure }) => failure !== null).length
  return { failures: found > 0 ? [] : ['nothing was found although nothing was synced'], figures: { found } }
}

/** Row 11: the same without syncs has to lose something. */
export const negativeControl: readonly Group[] = [
  {
    row: 11,
    name: 'power-control',
    cases: async (scope) => {
      const env = { PARKDESK_FAULTS_UNSYNCED: '1' }
      const states = scope.long ? 60 : 12
      const cases = await powerLossCases(scope, commandSetting(scope, 12), { states, env })
      return cases
    },
    sum: mustHaveFailed,
    expectsFailures: true,
  },
]

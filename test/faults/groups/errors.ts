import type { Group, Scope } from '../support/cases'
import { backupSetting, createSetting, forStructures, restoreSetting } from '../support/file-settings'
import { injectedCases, type Plan, type Setting } from '../support/injected'
import { commandSetting, exportSetting, importSetting } from '../support/settings'

const rows = 400

/** An error comes once, or everything fails from there on. */
type Form = 'once' | 'for good'

type Errors = Omit<Plan, 'limit' | 'sticky'> & {
  /** The form of the short run; the long one tries both. */
  readonly form: Form
  readonly short: number
  readonly long: number
}

const failing = (
  row: number,
  name: string,
  settingOf: (scope: Scope) => Setting | Promise<Setting>,
  { form, short, long, ...plan }: Errors,
): Group => ({
  row,
  name,
  cases: async (scope) => {
    const setting = await settingOf(scope)
    const limit = scope.long ? long : short
    const forms: readonly Form[] = scope.long ? ['once', 'for good'] : [form]
    const both = forms.map((each) =>
      injectedCases(scope, setting, { ...plan, limit, ...(each === 'for good' ? { sticky: true } : {}) }),
    )
    return (await Promise.all(both)).flat()
  },
})

// Not `write`: where it fails for good Node itself gives up. Files written by it meet a disk that is really full in row 13.
const full = {
  calls: ['pwrite64', 'openat', 'mkdir', 'ftruncate'],
  effect: 'error=ENOSPC',
  form: 'for good',
} as const

/** Row 12: no room, once or for good, at each call that takes some. */
export const noRoom: readonly Group[] = [
  failing(12, 'import', (scope) => importSetting(scope, rows), { ...full, short: 1, long: 24 }),
  failing(12, 'commands', (scope) => commandSetting(scope, 12), { ...full, short: 1, long: 24 }),
  failing(12, 'create', createSetting, { ...full, short: 1, long: 8 }),
  failing(12, 'restore', restoreSetting, { ...full, short: 1, long: 12 }),
  {
    row: 12,
    name: 'migration',
    cases: (scope) =>
      forStructures(scope, (setting) =>
        injectedCases(scope, setting, { ...full, limit: scope.long ? 8 : 1, sticky: true }),
      ),
  },
]

const input = { calls: ['pread64', 'openat'], effect: 'error=EIO', form: 'once' } as const
const output = {
  calls: ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink'],
  effect: 'error=EIO',
  form: 'once',
} as const

const broken = (name: string, settingOf: (scope: Scope) => Setting | Promise<Setting>, times: number) => [
  // Parks are read by all of them alike; the short form tries it where one is at work.
  failing(14, name, settingOf, { ...input, short: times - 1, long: 6 * times }),
  failing(14, name, settingOf, { ...output, short: 1, long: 8 * times }),
]

/** Row 14: a disk that fails to read, to write and to sync. */
export const brokenDisk: readonly Group[] = [
  ...broken('import', (scope) => importSetting(scope, rows), 2),
  ...broken('commands', (scope) => commandSetting(scope, 12), 2),
  ...broken('backup', backupSetting, 1),
  ...broken('restore', restoreSetting, 1),
]

const held = { calls: ['rename', 'unlink'], form: 'for good', long: 4 } as const

/** Row 16: files that another program holds, as virus scanners do. */
export const heldFiles: readonly Group[] = ['EBUSY', 'EACCES'].flatMap((code, index) => {
  const plan = { ...held, effect: `error=${code}`, short: index === 0 ? 1 : 0 }
  return [
    failing(16, 'backup', backupSetting, plan),
    failing(16, 'restore', restoreSetting, plan),
    failing(16, 'export', exportSetting, plan),
  ]
})

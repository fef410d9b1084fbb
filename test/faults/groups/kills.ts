import type { Group, Scope } from '../support/cases'
import { backupSetting, createSetting, forStructures, restoreSetting } from '../support/file-settings'
import { injectedCases, type Setting } from '../support/injected'
import { commandSetting, importSetting } from '../support/settings'

const kill = 'signal=SIGKILL'
const rows = 400

/** Row 1: the power of the process is cut at the writes of an import and of single commands. */
export const killedWrites: readonly Group[] = [
  {
    row: 1,
    name: 'import',
    cases: (scope) =>
      injectedCases(scope, importSetting(scope, rows), {
        calls: ['pwrite64', 'write'],
        effect: kill,
        limit: scope.long ? 220 : 7,
      }),
  },
  {
    row: 1,
    name: 'commands',
    cases: (scope) =>
      injectedCases(scope, commandSetting(scope, 12), {
        calls: ['pwrite64', 'write'],
        effect: kill,
        limit: scope.long ? 220 : 7,
      }),
  },
]

const otherCalls = [
  'fsync',
  'fdatasync',
  'ftruncate',
  'unlink',
  'unlinkat',
  'rename',
  'link',
  'rmdir',
  'openat',
  'mkdir',
  'close',
]

/** Row 2: the same at every other call that touches a file. */
export const killedElsewhere: readonly Group[] = [
  {
    row: 2,
    name: 'import',
    cases: (scope) =>
      injectedCases(scope, importSetting(scope, rows), {
        calls: otherCalls,
        effect: kill,
        limit: scope.long ? 60 : 1,
      }),
  },
  {
    row: 2,
    name: 'commands',
    cases: (scope) =>
      injectedCases(scope, commandSetting(scope, 12), {
        calls: otherCalls,
        effect: kill,
        limit: scope.long ? 60 : 1,
      }),
  },
]

const everyCall = ['pwrite64', 'write', ...otherCalls]

const killed = (
  row: number,
  name: string,
  short: number,
  settingOf: (scope: Scope) => Setting | Promise<Setting>,
): Group => ({
  row,
  name,
  cases: async (scope) =>
    injectedCases(scope, await settingOf(scope), {
      calls: everyCall,
      effect: kill,
      limit: scope.long ? 40 : short,
    }),
})

/** Rows 4, 5 and 6: during the first start of a new version, the making of a park, a backup and its return. */
export const killedFiles: readonly Group[] = [
  {
    row: 4,
    name: 'migration',
    cases: (scope) =>
      forStructures(scope, async (setting) => [
        ...(await injectedCases(scope, setting, {
          calls: everyCall,
          effect: kill,
          limit: scope.long ? 25 : 1,
        })),
        // The end of each journal: between two of them the file is about to be given its write-ahead log.
        ...(await injectedCases(scope, setting, {
          calls: ['unlink'],
          effect: kill,
          limit: scope.long ? 0 : 4,
        })),
      ]),
  },
  killed(4, 'create', 1, createSetting),
  killed(5, 'backup', 2, backupSetting),
  killed(6, 'restore', 2, restoreSetting),
]

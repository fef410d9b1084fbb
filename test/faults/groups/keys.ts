import { copyFileSync, mkdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadableDb } from '../../../electron/data/sql'
import type { Case, Group, Scope } from '../support/cases'
import { readTold } from '../support/commands'
import { flip, overwrite } from '../support/damage'
import { injectedCases, type Setting } from '../support/injected'
import { judgeEnd, judgePark } from '../support/judge'
import { storage, withBackup } from '../support/product'
import { keyFiles, keys } from '../support/product-accounts'
import { copyFolder, modelPark, parkIn } from '../support/settings'

const madeFor = new Map<string, Promise<string>>()

/** A park with accounts and a key, made once in a run. */
function modelWithAccounts(scope: Scope): Promise<string> {
  const known = madeFor.get(scope.scratch) ?? makeWithAccounts(scope)
  madeFor.set(scope.scratch, known)
  return known
}

async function makeWithAccounts(scope: Scope): Promise<string> {
  const model = join(scope.scratch, 'model-accounts')
  copyFolder(modelPark(scope), model)
  await (await keys()).switchOn(model)
  return model
}

/** Accounts switched on in a park that had none. */
function switchOnSetting(scope: Scope): Setting {
  const model = modelPark(scope)
  return {
    name: 'switch-on',
    prepare: (folder) => copyFolder(model, parkIn(folder)),
    deed: (folder) => ['switch-on', parkIn(folder)],
    judge: (folder, end) => judgeKeys(folder, end, 'begins'),
  }
}

/** Another recovery key and another password, by the paper. */
async function recoverSetting(scope: Scope): Promise<Setting> {
  const model = await modelWithAccounts(scope)
  return {
    name: 'recover',
    prepare: (folder) => copyFolder(model, parkIn(folder)),
    deed: (folder) => ['recover', parkIn(folder)],
    judge: (folder, end) => judgeKeys(folder, end, 'changes'),
  }
}

/** The key beside the database opens what is encrypted to the park, and one of the passwords opens the account. */
async function judgeKeys(
  folder: string,
  end: Parameters<typeof judgeEnd>[0],
  how: 'begins' | 'changes',
): Promise<string | null> {
  const told = readTold(end.said)
  const { lookAt, mayEnter } = await keys()
  const found: ReturnType<typeof lookAt>[] = []
  const look = (db: ReadableDb) => {
    found.push(lookAt(parkIn(folder), db))
    return null
  }
  const wrong = judgeEnd(end, told) ?? (await judgePark(parkIn(folder), look))
  if (wrong !== null) return wrong
  if (!found[0]?.on) return told.stored.size > 0 || how === 'changes' ? 'accounts are off' : null
  if (!(await found[0].keyFits))
    return 'the key beside the database does not open what is encrypted to the park'
  const state = await mayEnter(parkIn(folder))
  if (state === null) return 'neither password opens the account'
  return told.stored.size > 0 && how === 'changes' && state !== 'new' ? 'told changed, but it is not' : null
}

const kill = 'signal=SIGKILL'
const calls = ['rename', 'fdatasync', 'pwrite64', 'write', 'fsync', 'unlink', 'openat', 'close']

const changing = (name: string, settingOf: (scope: Scope) => Setting | Promise<Setting>): Group => ({
  row: 9,
  name,
  cases: async (scope) => {
    const setting = await settingOf(scope)
    const plan = scope.long ? { calls, limit: 12 } : { calls: calls.slice(0, 3), limit: 1 }
    const killed = await injectedCases(scope, setting, { ...plan, effect: kill })
    const full = await injectedCases(scope, setting, {
      calls: scope.long ? ['pwrite64', 'fsync', 'openat'] : ['pwrite64'],
      effect: 'error=ENOSPC',
      limit: scope.long ? 6 : 1,
    })
    return [...killed, ...full]
  },
})

/** Row 9: killed and without room while accounts are switched on, and while key and password change. */
export const changedKeys: readonly Group[] = [
  changing('switch-on', switchOnSetting),
  changing('recover', recoverSetting),
]

type Spoil = {
  readonly name: string
  readonly spoil: (files: readonly string[], older: readonly string[]) => void
  /** Whether the backup still opens without the paper. */
  readonly opens: boolean
}

const spoils: readonly Spoil[] = [
  { name: 'the first copy missing', spoil: ([first = '']) => rmSync(first), opens: true },
  { name: 'the second copy missing', spoil: ([, second = '']) => rmSync(second), opens: true },
  { name: 'the first copy empty', spoil: ([first = '']) => truncateSync(first, 0), opens: true },
  { name: 'the first copy with a flipped bit', spoil: ([first = '']) => flip(first, 0.6, 0.4), opens: true },
  {
    name: 'the first copy overwritten',
    spoil: ([first = '']) => overwrite(first, 0, Buffer.alloc(64)),
    opens: true,
  },
  { name: 'both copies missing', spoil: (files) => files.forEach((file) => rmSync(file)), opens: false },
  {
    name: 'both copies cut',
    spoil: (files) => files.forEach((file) => truncateSync(file, 30)),
    opens: false,
  },
  {
    name: 'both copies of an earlier time',
    spoil: (files, older) => files.forEach((file, index) => copyFileSync(older[index] ?? '', file)),
    opens: false,
  },
]

function spoiltCase(scope: Scope, { name, spoil, opens }: Spoil): Case {
  return {
    name: `the key: ${name}`,
    run: async (folder) => ({ hit: true, killed: false, failure: await tryKey(scope, folder, spoil, opens) }),
  }
}

async function tryKey(
  scope: Scope,
  folder: string,
  spoil: Spoil['spoil'],
  opens: boolean,
): Promise<string | null> {
  const park = parkIn(folder)
  copyFolder(await modelWithAccounts(scope), park)
  const older = join(folder, 'older')
  mkdirSync(older)
  for (const name of keyFiles) copyFileSync(join(park, name), join(older, name))
  const { recover, lookAt } = await keys()
  const paper = await recover(park)
  const backup = join(folder, 'park.parkdesk')
  const { backUp } = await storage()
  await backUp(park, backup)
  const files = keyFiles.map((name) => join(park, name))
  spoil(
    files,
    keyFiles.map((name) => join(older, name)),
  )
  const into = join(folder, 'look')
  const opened = await withBackup(backup, into, () => 'opened', { folder: park }).catch(codeOf)
  if (opened !== (opens ? 'opened' : 'backup_key_needed')) return `the backup is ${opened}`
  const byPaper = await withBackup(backup, `${into}-2`, () => 'opened', { folder: park, paper }).catch(codeOf)
  if (byPaper !== 'opened') return `by the paper the backup is ${byPaper}`
  // Work and backups go on all the same.
  await backUp(park, `${backup}.next`)
  return judgePark(park, (db) => (lookAt(park, db).on ? null : 'accounts are off'))
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Row 22: the files of the key damaged, lost or put back to an earlier time. */
export const spoiltKeys: readonly Group[] = [
  {
    row: 22,
    name: 'spoilt-key',
    cases: (scope) =>
      Promise.resolve(spoils.slice(0, scope.long ? undefined : 6).map((one) => spoiltCase(scope, one))),
  },
]

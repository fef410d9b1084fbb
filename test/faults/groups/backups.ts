import { statSync, truncateSync, writeFileSync } from 'node:fs'
import { toAppError } from '../../../electron/data/sqlite-errors'
import { randomNumbers, type Case, type Group, type Scope } from '../support/cases'
import { damages, flip, scramble, type Damage } from '../support/damage'
import { backupIn, modelWithBackup, stateOf } from '../support/file-settings'
import { judgePark } from '../support/judge'
import { storage } from '../support/product'
import { copyFolder, parkIn } from '../support/settings'

/** What a file that is no good backup may be called. */
const names = ['backup_invalid', 'file_missing', 'file_is_folder', 'database_newer', 'database_empty_file']

const others: readonly Damage[] = [
  { name: 'random bytes', spoil: (file, random) => scramble(file, 600, random) },
  { name: 'a workbook', spoil: (file) => writeFileSync(file, Buffer.from('504b0304140006000800', 'hex')) },
]

/** Turning one bit of a backup that is not encrypted may make another good one; that is told, not judged. */
const flipped: Damage = { name: 'a flipped bit', spoil: (file, random) => flip(file, random(), random()) }

function backupCase(scope: Scope, { name, spoil }: Damage, seed: number): Case {
  return {
    name: `backup: ${name} (${seed})`,
    run: async (folder) => {
      const { folder: model, states } = await modelWithBackup(scope)
      copyFolder(model, folder)
      const random = randomNumbers(seed * 104_729 + 1)
      for (let warm = 0; warm < 8; warm += 1) random()
      spoil(backupIn(folder), random)
      const { putBack } = await storage()
      const code = await putBack(parkIn(folder), backupIn(folder)).then(
        () => 'restored',
        (error: unknown) => toAppError(error).code,
      )
      const wanted = code === 'restored' ? 'old' : 'new'
      const failure =
        (names.includes(code) || name === flipped.name ? null : `a backup that is ${name}: ${code}`) ??
        (await judgePark(parkIn(folder), (db) =>
          stateOf(db, states) === wanted ? null : 'the park was changed',
        ))
      return { hit: true, killed: false, failure }
    },
  }
}

/** Row 20: a backup cut off, spoilt, empty or of another kind is refused and the park stays as it is. */
export const spoiltBackups: readonly Group[] = [
  {
    row: 20,
    name: 'spoilt-backup',
    cases: (scope) => {
      const times = scope.long ? 40 : 4
      const seeds = Array.from({ length: times }, (_, index) => index + 1)
      return Promise.resolve([
        ...[...damages, ...others].map((damage) => backupCase(scope, damage, 1)),
        ...seeds.flatMap((seed) => [
          backupCase(scope, flipped, seed),
          backupCase(scope, { name: 'cut off', spoil: cutAnywhere }, seed),
        ]),
      ])
    },
  },
]

function cutAnywhere(file: string, random: () => number): void {
  const { size } = statSync(file)
  truncateSync(file, Math.floor(random() * size))
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openReadable } from '../../../electron/data/connection'
import { number, sql } from '../../../electron/data/sql'
import { makeBackup, type MakeInput } from '../../../electron/features/backups/make'
import { putInPlace, stageRestore, type RestoreInput } from '../../../electron/features/backups/restore'
import { taskContext, testFolder, testNow } from '../../support/park'

/** Makes a backup of a park in a folder of its own; answers its file. */
export async function backupOf(folder: string, changes: Partial<MakeInput> = {}): Promise<string> {
  const target = join(testFolder(), 'copy.parkdesk')
  const input = { target, reason: 'onDemand', workstation: 'desk-1', now: testNow, ...changes } as const
  const { file } = await makeBackup(input, taskContext(folder))
  return file
}

/** Restores a backup as somebody does who may. */
export async function putBack(
  folder: string,
  file: string,
  changes: Partial<RestoreInput> = {},
): Promise<void> {
  const input = { file, authority: {}, rescue: false, attachmentsFrom: folder, ...changes }
  const ready = await stageRestore(input, taskContext(folder))
  putInPlace(folder, ready, { actor: 'operator', now: testNow, name: 'copy.parkdesk' })
}

export function tenantsIn(folder: string): number {
  const db = openReadable(folder)
  try {
    return number(db, sql`SELECT count(*) FROM tenants`)
  } finally {
    db.close()
  }
}

/** What lies in a data folder beside the park, without what belongs to every one. */
export function leftIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /restoring|exchange\.json|partial|\.new$/.test(name))
}

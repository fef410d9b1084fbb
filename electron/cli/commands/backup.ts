import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AppError } from '@shared/contract/result'
import { appendToLog } from '../../data/change-log'
import { openReadable, openWritable } from '../../data/connection'
import { inTransaction } from '../../data/sql'
import { toAppError } from '../../data/sqlite-errors'
import { workstationOf } from '../../data/workstation'
import { isMendable } from '../../features/accounts'
import { keepTypedKey, madeEntry, mustBeMeant, putInPlace, type StagedRestore } from '../../features/backups'
import type { CommandMaker } from '../program'
import type { CliSession } from '../session'

/** `backup --out FILE`: a verified copy. */
export const addBackup: CommandMaker = (program, t, run) => {
  const command = program.command('backup').description(t('cli:help.backup'))
  command.option('--out <file>', t('cli:option.outFile'))
  run<{ readonly out?: string }>(command, async (session, { out }) => {
    if (out === undefined)
      throw new AppError('usage', { detail: session.t('cli:usage.missing', { option: '--out' }) })
    const target = resolve(out)
    await session.admit('backups.saveTo')
    const { file, bytes, encrypted, manifest } = await saved(session, target)
    session.answer({ file, bytes, encrypted, manifest }, [
      session.t('cli:backup.done', { file, bytes }),
      session.t(encrypted ? 'cli:backup.encrypted' : 'cli:backup.notEncrypted'),
    ])
  })
}

/** Makes the backup and enters it in the log. */
async function saved({ folder, actor, runTask }: CliSession, target: string) {
  const now = Date.now()
  const db = openWritable(folder)
  try {
    const workstation = workstationOf(folder, db)
    const made = await runTask('backups.make', { target, reason: 'onDemand', workstation, now })
    const entry = madeEntry(made.file, 'onDemand', made.manifest.head, made.encrypted)
    inTransaction(db, () => appendToLog(db, entry, { actor, workstation, now, batchId: null }))
    return made
  } finally {
    db.close()
  }
}

type RestoreOptions = { readonly otherPark?: boolean }

/** `restore FILE`: a backup takes the place of the data. */
export const addRestore: CommandMaker = (program, t, run) => {
  const command = program.command('restore <file>').description(t('cli:help.restore'))
  command.option('--recovery-key-stdin', t('cli:option.recoveryKey'))
  command.option('--other-park', t('cli:option.otherPark'))
  run<RestoreOptions>(command, async (session, options, [file = '']) => {
    const path = resolve(file)
    const { folder, t } = session
    const authority = await session.credentials()
    const ready = await staged(session, path)
    mustBeMeant(folder, ready, options.otherPark === true)
    const actor = ready.vouched === '' ? session.actor : ready.vouched
    putInPlace(folder, ready, { actor, now: Date.now(), name: basename(path) })
    await keepTypedKey(folder, ready, authority)
    const { staged: _staged, vouched: _vouched, ...preview } = ready
    session.answer({ file: path, folder, ...preview }, [
      t('cli:restore.made', {
        at: new Date(ready.manifest.createdAt).toISOString(),
        park: ready.manifest.parkName,
      }),
      ...(ready.entriesLost === null
        ? []
        : [t('cli:restore.lost', { entries: ready.entriesLost, records: ready.recordsChanged ?? 0 })]),
      t('cli:restore.done', { file: path }),
    ])
  })
}

async function staged(session: CliSession, file: string): Promise<StagedRestore> {
  const rescue = needsRescue(session.folder)
  if (rescue) session.admitRescuer()
  else await session.admit('backups.restore')
  const input = { file, authority: await session.credentials(), rescue, attachmentsFrom: session.folder }
  return session.runTask('backups.stage', input)
}

/** Whether there is no park here that could say who may; what no backup mends is told. */
function needsRescue(folder: string): boolean {
  if (!existsSync(folder)) return true
  try {
    openReadable(folder).close()
    return false
  } catch (error) {
    const failure = toAppError(error)
    if (isMendable(failure.code)) return true
    throw failure
  }
}

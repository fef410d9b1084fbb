import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, resolve } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { Verification } from '@shared/features/storage/storage'
import { openWritable } from '../../data/connection'
import { writeLastBackup } from '../../features/settings'
import { restore } from '../../features/storage'
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
    const { bytes } = await session.runTask('storage.backup', { target })
    rememberBackup(session)
    session.answer({ file: target, bytes }, [session.t('cli:backup.done', { file: target, bytes })])
  })
}

function rememberBackup({ folder }: CliSession): void {
  const db = openWritable(folder)
  try {
    writeLastBackup(db, Date.now())
  } finally {
    db.close()
  }
}

/** `restore FILE`: a backup takes the place of the data. */
export const addRestore: CommandMaker = (program, t, run) => {
  const command = program.command('restore <file>').description(t('cli:help.restore'))
  run(command, (session, _options, [file = '']) => {
    const path = resolve(file)
    restore(session.folder, path, session.actor, hostname().slice(0, 60), Date.now())
    session.answer({ file: path, folder: session.folder }, [session.t('cli:restore.done', { file: path })])
  })
}

/** `verify [FILE]`: every check of the data, or of a backup. Ends with status 1 when it finds something. */
export const addVerify: CommandMaker = (program, t, run) => {
  const command = program.command('verify [file]').description(t('cli:help.verify'))
  run(command, async (session, _options, [file]) => {
    const path = file === undefined ? null : resolve(file)
    if (path !== null && !existsSync(path)) throw new AppError('file_missing', { file: basename(path) })
    const found = await verified(session, path)
    const lines = found.problems.map(({ kind, detail }) => session.t('cli:verify.problem', { kind, detail }))
    session.answer(found, found.ok ? [session.t('cli:verify.ok')] : lines)
    return found.ok ? 0 : 1
  })
}

/** A file too damaged to be opened is a finding as well. */
async function verified(session: CliSession, file: string | null): Promise<Verification> {
  try {
    return await session.runTask('storage.verify', { file })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'database_damaged') throw error
    return {
      ok: false,
      problems: [{ kind: 'database', detail: String(error.params['detail'] ?? error.code) }],
    }
  }
}

import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AppError } from '@shared/contract/result'
import { parseAnchor } from '@shared/features/audit/anchor'
import type { Verification } from '@shared/features/storage/storage'
import type { CommandMaker } from '../program'
import type { CliSession } from '../session'

/** `verify [FILE]`: every check of the data, or of a backup. Ends with status 1 when it finds something. */
export const addVerify: CommandMaker = (program, t, run) => {
  const command = program.command('verify [file]').description(t('cli:help.verify'))
  command.option('--recovery-key-stdin', t('cli:option.recoveryKey'))
  command.option('--anchor <anchor>', t('cli:option.anchor'))
  run<{ readonly anchor?: string }>(command, async (session, { anchor }, [file]) => {
    const path = file === undefined ? null : resolve(file)
    mustBeAnchor(session, anchor, path)
    if (path !== null && !existsSync(path)) throw new AppError('file_missing', { file: basename(path) })
    const found = await verified(session, path, anchor)
    const lines = found.problems.map(({ kind, detail }) => session.t('cli:verify.problem', { kind, detail }))
    session.answer(found, found.ok ? [session.t('cli:verify.ok')] : lines)
    return found.ok ? 0 : 1
  })
}

/** An anchor is looked for in the log of the data; a backup is checked by its own. Errors: `usage`. */
function mustBeAnchor({ t }: CliSession, anchor: string | undefined, file: string | null): void {
  if (anchor === undefined) return
  if (parseAnchor(anchor) === undefined)
    throw new AppError('usage', { detail: t('cli:usage.anchor', { value: anchor }) })
  if (file !== null) throw new AppError('usage', { detail: t('cli:usage.anchorOfFile') })
}

/** A file too damaged to be opened is a finding as well. */
async function verified(
  session: CliSession,
  file: string | null,
  anchor: string | undefined,
): Promise<Verification> {
  try {
    await session.admit('storage.verify')
    if (file === null) return await session.runTask('storage.verify', { file, anchor })
    const { recoveryKey } = await session.credentials()
    return await session.runTask('backups.check', { file, recoveryKey })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'database_damaged') throw error
    return {
      ok: false,
      problems: [{ kind: 'database', detail: String(error.params['detail'] ?? error.code) }],
    }
  }
}

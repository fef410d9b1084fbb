import { extname, resolve } from 'node:path'
import { AppError } from '@shared/contract/result'
import { exportFormats } from '@shared/features/exports/exports.contract'
import { exportEntry } from '../../features/exports'
import { oneOf, registerNamed } from '../options'
import type { CommandMaker } from '../program'

type Options = { readonly format?: string; readonly out?: string }

/** `export REGISTER --out FILE`: the whole register; without `--format` the file's ending decides. */
export const addExport: CommandMaker = (program, t, run) => {
  const command = program.command('export <register>').description(t('cli:help.export'))
  command.option('--format <format>', t('cli:option.format')).option('--out <file>', t('cli:option.outFile'))
  run<Options>(command, async (session, { format, out }, [register = '']) => {
    if (out === undefined)
      throw new AppError('usage', { detail: session.t('cli:usage.missing', { option: '--out' }) })
    const path = resolve(out)
    const wish = {
      register: registerNamed(register, session.t),
      format: oneOf(exportFormats, format ?? extname(path).slice(1).toLowerCase(), '--format', session.t),
      language: session.language,
      path,
    }
    const { rights } = await session.admit('exports.run', wish.register)
    const input = { ...wish, rights: [...rights] }
    const done = await session.runTask('exports.run', input)
    session.enter(exportEntry(input, done))
    session.answer({ rows: done.rows, file: path }, [
      session.t('cli:export.done', { rows: done.rows, file: path }),
    ])
  })
}

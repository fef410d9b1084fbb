import { basename, resolve } from 'node:path'
import { AppError } from '@shared/contract/result'
import { figuresJson } from '@shared/features/reports/figures-json'
import { reportFormats, reportKinds } from '@shared/features/reports/reports.contract'
import { languages } from '@shared/kernel/language'
import { reportEntry, saveReports } from '../../features/reports'
import { oneOf, someOf } from '../options'
import type { CommandMaker } from '../program'

type Options = {
  readonly period?: string
  readonly lang?: string
  readonly format: string
  readonly out: string
}

/** `report KIND PERIOD`: the files of a report, one per language and format, and its figures. */
export const addReport: CommandMaker = (program, t, run) => {
  const command = program.command('report <kind> [period]').description(t('cli:help.report'))
  command
    .option('--period <period>', t('cli:option.period'))
    .option('--format <formats>', t('cli:option.formats'), reportFormats.join(','))
    .option('--out <dir>', t('cli:option.outFolder'), '.')
  run<Options>(command, async (session, options, [kindName = '', positional]) => {
    const kind = oneOf(reportKinds, kindName, 'KIND', session.t)
    const period = options.period ?? positional
    if (period === undefined) {
      throw new AppError('usage', { detail: session.t('cli:usage.missing', { option: '--period' }) })
    }
    const wish = {
      kind,
      period,
      languages: someOf(languages, options.lang ?? session.language, '--lang', session.t),
      formats: someOf(reportFormats, options.format, '--format', session.t),
      folder: resolve(options.out),
    }
    await session.admit('reports.save')
    const { files, figures } = await saveReports(wish, {
      run: session.runTask,
      print: session.surroundings.printPdfs,
    })
    session.enter(reportEntry(wish, figures))
    session.answer(
      { files, figures: figuresJson(figures) },
      files.map((file) => session.t('cli:report.done', { file: basename(file) })),
    )
  })
}

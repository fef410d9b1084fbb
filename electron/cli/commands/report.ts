import { AppError } from '@shared/contract/result'
import { reportFormats, reportKinds, type ReportKind } from '@shared/features/reports/reports.contract'
import { languages } from '@shared/kernel/language'
import { parsePeriod } from '@shared/kernel/period'
import { mkdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { toAppError } from '../../data/sqlite-errors'
import { oneOf, someOf } from '../options'
import type { CommandMaker } from '../program'

type Options = {
  readonly period?: string
  readonly lang?: string
  readonly format: string
  readonly out: string
}

const periodKinds = { monthly: 'month', quarterly: 'quarter', annual: 'year' } as const satisfies Record<
  ReportKind,
  string
>

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
    parsePeriod(periodKinds[kind], period)
    const input = {
      kind,
      period,
      languages: someOf(languages, options.lang ?? session.language, '--lang', session.t),
      formats: someOf(reportFormats, options.format, '--format', session.t),
      folder: madeFolder(options.out),
    }
    const { files, figures } = await saveReport(input, {
      runTask: session.runTask,
      printPdfs: session.surroundings.printPdfs,
    })
    session.answer(
      { files, figures },
      files.map((file) => session.t('cli:report.done', { file: resolve(input.folder, file) })),
    )
  })
}

function madeFolder(out: string): string {
  const folder = resolve(out)
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch (error) {
    const { code } = toAppError(error)
    throw new AppError(code === 'disk_full' ? code : 'target_unwritable', { file: basename(folder) })
  }
}

// provisional until the report feature offers it
async function saveReport(
  _input: unknown,
  _tools: unknown,
): Promise<{ readonly files: readonly string[]; readonly figures: unknown }> {
  throw new AppError('internal')
}

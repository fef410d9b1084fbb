import { randomUUID } from 'node:crypto'
import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '@shared/contract/result'
import type { ImportOutcome, ImportProblem } from '@shared/features/imports/import'
import { fieldLabel } from '@shared/kernel/field-labels'
import { dropFindings, readProblems, type ImportInput } from '../../features/imports'
import { registerNamed } from '../options'
import type { CommandMaker } from '../program'
import type { CliSession } from '../session'

type Options = {
  readonly dryRun?: boolean
  readonly rejects?: string
  readonly mapping?: string
  readonly encoding?: string
  readonly sheet?: string
}

/** Problems listed one by one; the rest is only counted, or written by `--rejects`. */
const listedProblems = 20

/** `import REGISTER FILE`: takes a workbook in, all of it or nothing. */
export const addImport: CommandMaker = (program, t, run) => {
  const command = program.command('import <register> <file>').description(t('cli:help.import'))
  command
    .option('--dry-run', t('cli:option.dryRun'))
    .option('--rejects <file>', t('cli:option.rejects'))
    .option('--mapping <file>', t('cli:option.mapping', { example: '{"Firm": "name", "Colour": null}' }))
    .option('--encoding <name>', t('cli:option.encoding'))
    .option('--sheet <name>', t('cli:option.sheet'))
  run<Options>(command, async (session, options, [register = '', file = '']) => {
    const input: ImportInput = {
      jobId: randomUUID(),
      register: registerNamed(register, session.t),
      path: resolve(file),
      reading: { encoding: options.encoding, sheet: options.sheet },
      ...(options.mapping === undefined ? {} : { overrides: readOverrides(options.mapping, session) }),
    }
    if (options.rejects !== undefined) mustBeWritable(options.rejects)
    await session.admit(options.dryRun ? 'imports.dryRun' : 'imports.run', input.register)
    try {
      const outcome = await session.runTask(options.dryRun ? 'imports.dryRun' : 'imports.run', input)
      listProblems(session, outcome, input.jobId)
      if (options.rejects !== undefined) await saveRejects(session, input.jobId, options.rejects)
      answer(session, outcome, options.dryRun === true)
    } finally {
      dropFindings(session.folder, input.jobId)
    }
  })
}

const overridesSchema = z.record(z.string(), z.string().nullable())

function readOverrides(file: string, session: CliSession): Readonly<Record<string, string | null>> {
  let text: string
  try {
    text = readFileSync(resolve(file), 'utf8')
  } catch {
    throw new AppError('file_missing', { file: basename(file) })
  }
  try {
    return overridesSchema.parse(JSON.parse(text.replace(/^\ufeff/u, '')))
  } catch {
    throw new AppError('usage', { detail: session.t('cli:usage.mappingFile', { file: basename(file) }) })
  }
}

/** Said before anything is imported, not after. */
function mustBeWritable(file: string): void {
  const path = resolve(file)
  try {
    accessSync(dirname(path), constants.W_OK)
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  } catch {
    // Whatever keeps it from being looked at will keep it from being written.
  }
  throw new AppError('target_unwritable', { file: basename(file) })
}

async function saveRejects(session: CliSession, jobId: string, file: string): Promise<void> {
  await session.runTask('imports.saveRejects', { jobId, path: resolve(file), language: session.language })
  session.message(session.t('cli:import.rejectsSaved', { file: basename(file) }))
}

function listProblems(session: CliSession, { fileName, register }: ImportOutcome, jobId: string): void {
  const page = { after: -1, limit: listedProblems, severity: null }
  const { rows, total } = readProblems(session.folder, jobId, page)
  for (const problem of rows) session.message(problemText(session, fileName, register, problem))
  if (total > rows.length) session.message(session.t('cli:import.more', { count: total - rows.length }))
}

function problemText(
  { t, language }: CliSession,
  file: string,
  register: ImportOutcome['register'],
  problem: ImportProblem,
): string {
  const field = problem.field === null ? '' : fieldLabel(register, problem.field, language)
  const column =
    problem.columnName === null
      ? t('cli:import.noColumn', { name: field })
      : t('cli:import.column', { name: problem.columnName })
  const values = { file, row: problem.row, column, reason: t(`imports:reason.${problem.reason}`) }
  return problem.value === null
    ? t('cli:import.problem', values)
    : t('cli:import.problemValue', { ...values, value: problem.value.slice(0, 80) })
}

function answer(session: CliSession, outcome: ImportOutcome, dryRun: boolean): void {
  const { rows, created, updated, unchanged, rejected, warnings, unrecognisedColumns } = outcome
  const refused = Object.values(rejected).reduce((sum, count) => sum + count, 0)
  const lines = [session.t('cli:import.summary', { rows, created, updated, unchanged, rejected: refused })]
  if (unrecognisedColumns.length > 0) {
    lines.push(session.t('cli:import.unrecognised', { columns: unrecognisedColumns.join(', ') }))
  }
  if (dryRun) lines.push(session.t('cli:import.dryRun'))
  session.answer({ rows, created, updated, unchanged, rejected, warnings, unrecognisedColumns }, lines)
}

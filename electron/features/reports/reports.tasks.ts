import { existsSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { ReportFigures } from '@shared/features/reports/figures'
import type { ReportFormat, ReportKind } from '@shared/features/reports/reports.contract'
import type { Language } from '@shared/kernel/language'
import { openReadable } from '../../data/connection'
import type { TaskContext } from '../../data/task'
import { documentFolderMode } from '../../platform/private-files'
import { replaceFile } from '../../platform/replace-file'
import { noteAnchor } from '../audit'
import { reportHtml } from './formats/html'
import { reportIn } from './report-in'
import { reportFiles } from './report-files'
import { countFigures } from './reports.service'

export type ReportWish = { readonly kind: ReportKind; readonly period: string }

export type SaveInput = {
  readonly figures: ReportFigures
  readonly languages: readonly Language[]
  readonly formats: readonly ReportFormat[]
  readonly folder: string
  /** What was printed of each language, in their order; empty when PDF is not wished for. */
  readonly prints: readonly Uint8Array[]
}

/** Task: the figures of a period. Errors: `period_invalid`, `park_missing`. */
function figures(input: ReportWish, context: TaskContext): ReportFigures {
  const db = openReadable(context.folder)
  try {
    return countFigures(db, input.kind, input.period, Date.now(), (done, total) => {
      context.checkCancelled()
      context.progress('counting', done, total)
    })
  } finally {
    db.close()
  }
}

/** Task: the report as a page to print in each language. */
function pages(
  input: { readonly figures: ReportFigures; readonly languages: readonly Language[] },
  context: TaskContext,
): readonly string[] {
  return input.languages.map((language, index) => {
    context.checkCancelled()
    context.progress('drawing', index, input.languages.length)
    return reportHtml(reportIn(language, input.figures))
  })
}

/**
 * Task: writes the report in every language and format; answers the paths. Every file is made before the first is
 * written, and each is put in place complete. Errors: `cancelled`, `target_unwritable`, `disk_full`.
 */
async function save(input: SaveInput, context: TaskContext): Promise<readonly string[]> {
  const files: { readonly path: string; readonly content: string | Uint8Array }[] = []
  const wanted = reportFiles(input)
  for (const { name, make } of wanted) {
    context.checkCancelled()
    context.progress('drawing', files.length, wanted.length)
    files.push({ path: join(input.folder, name), content: await make() })
  }
  await makeFolder(input.folder)
  for (const [index, { path, content }] of files.entries()) {
    context.checkCancelled()
    context.progress('writing', index, files.length)
    await replaceFile(path, (temporary) => writeFile(temporary, content, { flag: 'wx' }))
  }
  noteAnchor(context.folder, input.figures.log, Date.now())
  return files.map(({ path }) => path)
}

/** Makes a folder and those above it, one by one: Node's own `recursive` never ends where a file system refuses oddly. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await makeFolder(dirname(folder))
  try {
    await mkdir(folder)
    await chmod(folder, documentFolderMode()).catch(() => undefined)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (reason === 'EEXIST') return
    throw new AppError(reason === 'ENOSPC' ? 'disk_full' : 'target_unwritable', { file: folder, reason })
  }
}

export const reportsTasks = { 'reports.figures': figures, 'reports.pages': pages, 'reports.save': save }

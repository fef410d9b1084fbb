import { basename } from 'node:path'
import { headingLanguage } from '@shared/features/imports/find-header'
import { isEmpty, plainText } from '@shared/features/imports/read-cell'
import type { Language } from '@shared/kernel/language'
import { mustNotBePark } from '../../data/connection'
import type { TaskContext } from '../../data/task'
import { writeCsv } from '../../platform/csv'
import { translator } from '../../platform/i18n'
import { writeWorkbook } from '../../platform/xlsx-write'
import { withRejected, type RejectedRow } from './findings'

export type SaveRejectsInput = { readonly jobId: string; readonly path: string; readonly language: Language }

/**
 * Task: writes the refused rows of a job as the file had them, with their row number and the reason behind, so that
 * they can be mended and imported. The file's ending decides between XLSX and CSV.
 */
export async function saveRejects(
  { jobId, path, language }: SaveRejectsInput,
  context: TaskContext,
): Promise<{ readonly rows: number }> {
  mustNotBePark(context.folder, path)
  const t = translator(language)
  return withRejected(context.folder, jobId, async (headings, rejected, count) => {
    const header = [...headings, t('imports:rejects.row'), t('imports:rejects.reason')]
    const decimalComma = headingLanguage(headings) === 'ru'
    const isWorkbook = /\.xlsx$/iu.test(basename(path))
    const rows = rejectLines(rejected, headings.length, (reason) => t(`imports:reason.${reason}`), {
      decimalComma: decimalComma && !isWorkbook,
    })
    if (isWorkbook) {
      const columns = header.map((text) => ({ header: text, width: 18, type: 'text' as const }))
      await writeWorkbook(path, [
        { name: t('imports:rejects.sheet'), columns, rows, frozenHeader: true, autoFilter: true },
      ])
    } else {
      await writeCsv(path, withHeader(header, rows), { delimiter: decimalComma ? ';' : ',', bom: true })
    }
    return { rows: count }
  })
}

type Line = readonly (string | number | null)[]

function* withHeader(header: readonly string[], rows: Iterable<Line>): Generator<Line> {
  yield header
  yield* rows
}

function* rejectLines(
  rejected: Iterable<RejectedRow>,
  columns: number,
  words: (reason: string) => string,
  { decimalComma }: { readonly decimalComma: boolean },
): Generator<Line> {
  for (const { row, reason, cells } of rejected) {
    const line = Array.from({ length: columns }, (_, column) => {
      const cell = cells[column]
      if (isEmpty(cell)) return null
      if (typeof cell === 'number') return decimalComma ? plainText(cell).replace('.', ',') : cell
      return plainText(cell)
    })
    yield [...line, row, words(reason)]
  }
}

import { figuresJson } from '@shared/features/reports/figures-json'
import type { ReportModel } from '@shared/features/reports/model'
import type { ReportFormat } from '@shared/features/reports/reports.contract'
import type { Language } from '@shared/kernel/language'
import { reportCsv } from './formats/csv'
import { reportDocx, type PageWords } from './formats/docx'
import { documentTitle } from './formats/html'
import { stampPdf } from './formats/pdf'
import { reportXlsx } from './formats/xlsx'
import { pageText, reportIn } from './report-in'
import type { SaveInput } from './reports.tasks'

export type ReportFile = { readonly name: string; readonly make: () => Promise<string | Uint8Array> }

/** The files of a report: `monthly-2026-10.ru.docx`, and `monthly-2026-10.json`, which has no language. */
export function reportFiles(input: SaveInput): readonly ReportFile[] {
  const { figures, formats, languages } = input
  const stem = `${figures.kind}-${figures.period}`
  const json: ReportFile = {
    name: `${stem}.json`,
    make: async () => `${JSON.stringify(figuresJson(figures), null, 2)}\n`,
  }
  const worded = languages.flatMap((language, index) => {
    const report = reportIn(language, figures)
    return formats.flatMap((format): ReportFile[] => {
      if (format === 'json') return []
      const name = `${stem}.${language}.${format}`
      return [{ name, make: () => content(format, report, input, index) }]
    })
  })
  return formats.includes('json') ? [json, ...worded] : worded
}

async function content(
  format: Exclude<ReportFormat, 'json'>,
  report: ReportModel,
  input: SaveInput,
  index: number,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return reportCsv(report)
    case 'xlsx':
      return await reportXlsx(report)
    case 'docx':
      return await reportDocx(report, pageWords(report.language))
    case 'pdf': {
      const print = input.prints[index]
      if (print === undefined) throw new Error(`nothing was printed in ${report.language}`)
      return await stampPdf(print, {
        title: documentTitle(report),
        author: report.park,
        language: report.language,
        createdAt: input.figures.countedAt,
        footer: report.foot,
        pageText: (page, pages) => pageText(report.language, page, pages),
      })
    }
  }
}

/** The words around the two numbers of a footer, for programs that count the pages themselves. */
function pageWords(language: Language): PageWords {
  const [before = '', between = '', after = ''] = pageText(language, '\u0001', '\u0001').split('\u0001')
  return [before, between, after]
}

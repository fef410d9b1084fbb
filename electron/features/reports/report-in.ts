import type { ReportFigures } from '@shared/features/reports/figures'
import { buildReport, type ReportModel } from '@shared/features/reports/model'
import type { Language } from '@shared/kernel/language'
import { translator } from '../../platform/i18n'

/** The report of figures in a language. */
export function reportIn(language: Language, figures: ReportFigures): ReportModel {
  const texts = translator(language)
  return buildReport(figures, language, (key, params) => texts(`reports:${key}`, params))
}

/** `Page 3 of 7`. */
export function pageText(language: Language, page: string | number, pages: string | number): string {
  return translator(language)('reports:page', { page, pages })
}

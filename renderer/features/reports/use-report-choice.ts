import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { reportKinds, type ReportKind } from '@shared/features/reports/reports.contract'
import type { Language } from '@shared/kernel/language'
import { languageSchema } from '@shared/kernel/language-schema'
import { useFormat } from '../../i18n/format'
import { useNow } from '../../ui'
import { isPeriod, lastPeriod } from './periods'

const searchSchema = z.object({
  kind: z.enum(reportKinds).catch('monthly'),
  period: z.string().max(10).optional().catch(undefined),
  language: languageSchema.optional().catch(undefined),
})

export type ReportChoice = { readonly kind: ReportKind; readonly period: string; readonly language: Language }

/** Which report is shown; kept in the address, so that coming back from its rows shows it again. */
export function useReportChoice(): readonly [ReportChoice, (change: Partial<ReportChoice>) => void] {
  const raw: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const format = useFormat()
  const search = searchSchema.parse(raw)
  const today = format.dayOf(useNow())
  const period = isPeriod(search.kind, search.period) ? search.period : lastPeriod(search.kind, today)
  const choice = { kind: search.kind, period, language: search.language ?? format.language }
  const change = (part: Partial<ReportChoice>) => {
    void navigate({ to: '/reports', search: { ...choice, ...part }, replace: true })
  }
  return [choice, change]
}

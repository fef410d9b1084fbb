import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { reportKinds, type ReportKind } from '@shared/features/reports/reports.contract'
import { languageSchema, type Language } from '@shared/kernel/language'
import { reportPeriod } from '@shared/features/reports/period-words'
import { useFormat } from '../../i18n/format'
import { useNow } from '../../ui'

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

function isPeriod(kind: ReportKind, id: string | undefined): id is string {
  if (id === undefined) return false
  try {
    return reportPeriod(kind, id).id === id
  } catch {
    return false
  }
}

/** The latest period of a kind that is over, as seen on a day; reports are written of what is past. */
export function lastPeriod(kind: ReportKind, today: string): string {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  if (kind === 'annual') return String(year - 1)
  if (kind === 'quarterly') {
    const quarter = Math.floor((month - 1) / 3)
    return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`
  }
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

/** The period some periods later (or earlier, below zero). */
export function movedPeriod(kind: ReportKind, id: string, by: number): string {
  const year = Number(id.slice(0, 4))
  if (kind === 'annual') return String(year + by)
  if (kind === 'quarterly') {
    const index = year * 4 + Number(id.slice(6)) - 1 + by
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
  }
  const index = year * 12 + Number(id.slice(5, 7)) - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

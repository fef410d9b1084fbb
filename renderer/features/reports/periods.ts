import { reportPeriod } from '@shared/features/reports/period-words'
import type { ReportKind } from '@shared/features/reports/reports.contract'

/** Whether an address names a period of that kind. */
export function isPeriod(kind: ReportKind, id: string | undefined): id is string {
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

import { targetKey } from '@shared/features/clocks/targets'
import { TimeLeftTag } from '../../ui'
import { useSoonUntil } from '../clocks'
import type { ListedRow } from '../registers'

/** The time a request has left. */
export function TimeLeft({ row, short = false }: { readonly row: ListedRow; readonly short?: boolean }) {
  const instant = (field: string) => {
    const value = row[field]
    return typeof value === 'number' ? value : null
  }
  const soonUntil = useSoonUntil()
  const dueAt = instant('dueAt')
  const until = soonUntil[targetKey({ type: String(row['type']), priority: String(row['priority']) })]
  return (
    <TimeLeftTag
      dueAt={dueAt}
      closedAt={instant('closedAt')}
      cancelled={row['status'] === 'cancelled'}
      waiting={row['status'] === 'waiting_tenant' || row['status'] === 'waiting_authority'}
      soon={dueAt !== null && until !== undefined && dueAt <= until}
      short={short}
    />
  )
}

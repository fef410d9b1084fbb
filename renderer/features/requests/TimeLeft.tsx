import { TimeLeftTag } from '../../ui'
import type { ListedRow } from '../registers'

/** The time a request has left. */
export function TimeLeft({ row, short = false }: { readonly row: ListedRow; readonly short?: boolean }) {
  const instant = (field: string) => {
    const value = row[field]
    return typeof value === 'number' ? value : null
  }
  return (
    <TimeLeftTag
      dueAt={instant('dueAt')}
      closedAt={instant('closedAt')}
      cancelled={row['status'] === 'cancelled'}
      short={short}
    />
  )
}

import type { FilterInput } from '@shared/contract/page'
import type { RequestRow } from '@shared/features/requests/requests.contract'

/** The columns of the board: the open statuses in the order of the work, and what was closed of late. */
export const boardColumns = ['new', 'in_progress', 'waiting_tenant', 'waiting_authority', 'closed'] as const
export type BoardColumn = (typeof boardColumns)[number]

/** Cards fetched at a time. */
export const cardsAtOnce = 50

const closedDays = 7
const dayMs = 24 * 60 * 60 * 1000

/** What a card shows, and what a step may ask for. */
export const cardFields = [
  'reference',
  'subject',
  'type',
  'status',
  'priority',
  'dueAt',
  'closedAt',
  'officer',
  'direction',
  'transportMode',
  'tenantName',
] as const satisfies readonly (keyof RequestRow)[]
export type BoardCard = Pick<RequestRow, 'id' | (typeof cardFields)[number]>

/** The rows of a column among those a filter leaves; `dayStart` (ms) is when the park's day began. */
export function columnFilter(column: BoardColumn, filter: FilterInput, dayStart: number): FilterInput {
  const { conditions = [], text, group } = filter
  const kept = {
    ...(text === undefined ? {} : { text }),
    ...(group === undefined ? {} : { group }),
  }
  const others = conditions.filter(({ field }) => field !== 'status' && field !== 'closedAt')
  if (column !== 'closed')
    return { ...kept, view: 'open', conditions: [...others, { field: 'status', in: [column] }] }
  const since = { field: 'closedAt', from: dayStart - closedDays * dayMs }
  return { ...kept, view: 'closed', conditions: [...others, since] }
}

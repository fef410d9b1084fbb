import { z } from 'zod'
import { filterSchema } from '../../contract/page'

/** Which requests are given to somebody else: some, those of a list as it is filtered, or all of one officer's. Only open ones count. */
export const reassignSource = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
  z.strictObject({ filter: filterSchema }),
  /** Null: those nobody has. */
  z.strictObject({ officer: z.string().max(120).nullable() }),
])
export type ReassignSource = z.output<typeof reassignSource>
export type ReassignSourceInput = z.input<typeof reassignSource>

/** What reassigning would do: open requests meant, those that somebody else has now, and the first of these. */
export type ReassignPreview = {
  readonly total: number
  readonly changing: number
  readonly rows: readonly {
    readonly id: string
    readonly reference: string
    readonly tenantName: string
    readonly officer: string | null
  }[]
}

/** How much an officer has to do. */
export type Workload = {
  readonly officer: string
  readonly open: number
  readonly overdue: number
  /** Due today and not overdue yet. */
  readonly dueToday: number
}

/** Rows of a preview at most. */
export const previewRows = 200

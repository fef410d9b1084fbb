import type { Filter } from '../../contract/page'
import type { RegisterName } from '../../kernel/registers'

/** A list somebody comes back to: a filter and an order under a name. */
export type SavedView = {
  readonly id: string
  readonly version: number
  readonly register: RegisterName
  readonly name: string
  /** For everybody who may read the register, not only for whoever saved it. */
  readonly shared: boolean
  /** Saved by whoever asks. */
  readonly own: boolean
  readonly filter: Filter
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' } | null
}

/** Views that one register has for one account at most. */
export const maximumViews = 40

import type { FilterInput } from '@shared/contract/page'
import type { SavedView } from '@shared/features/views/view'
import type { RegisterName } from '@shared/kernel/registers'
import { useApiQuery } from '../../api/client'
import type { RegisterSort } from '../../ui/register'

/** What a register shows and how it is asked to show something else. */
export type ListState = {
  readonly filter: FilterInput
  readonly sort: RegisterSort | null
  readonly show: (filter: FilterInput, sort: RegisterSort | null) => void
}

export type ViewsProps = { readonly register: RegisterName; readonly list: ListState }

const isNothing = (value: unknown) =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** A filter as text, the same for all that leave the same rows out: without what says nothing, names in order. */
export function filterKey(filter: FilterInput): string {
  const entries = Object.entries(filter).filter(([, value]) => !isNothing(value))
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The view that is shown, if it is a saved one. */
export function shownView(views: readonly SavedView[], filter: FilterInput): SavedView | undefined {
  const key = filterKey(filter)
  return views.find((view) => filterKey(view.filter) === key)
}

/** The saved view that a list shows; undefined where it is none. */
export function useShownView({ register, list }: ViewsProps): SavedView | undefined {
  const views = useApiQuery('views', 'list', { register }).data ?? []
  return shownView(views, list.filter)
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { z } from 'zod'
import { filterSchema, sortDirection, type FilterInput } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import type { RegisterSort } from '../../ui/register'

/** What a register's address remembers; anything that does not fit is left out. */
const searchSchema = z.object({
  filter: filterSchema.partial().optional().catch(undefined),
  sort: z
    .object({ field: z.string().max(60), direction: sortDirection })
    .optional()
    .catch(undefined),
  selected: z.uuid().optional().catch(undefined),
})

type RegisterSearch = z.output<typeof searchSchema>

export type RegisterState = {
  readonly filter: FilterInput
  readonly sort: RegisterSort | null
  readonly selected: string | null
  readonly setFilter: (filter: FilterInput) => void
  /** Another list, in its order; null: in that of the register. */
  readonly show: (filter: FilterInput, sort: RegisterSort | null) => void
  readonly setSort: (sort: RegisterSort | null) => void
  readonly setSelected: (id: string | null) => void
}

/** The state of the open register, kept in its address so that back, forward and links bring it back. */
export function useRegisterState(register: RegisterName): RegisterState {
  const raw: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const key = JSON.stringify(raw)
  const search = useMemo(() => searchSchema.parse(JSON.parse(key)), [key])
  const go = useCallback(
    (change: RegisterSearch, replace: boolean) => {
      const next = { ...search, filter: compact(search.filter ?? {}), ...change }
      void navigate({ to: `/${register}`, search: next, replace })
    },
    [navigate, register, search],
  )
  // The same filter must stay the same object: the list begins anew with another one.
  const filterKey = JSON.stringify(compact(search.filter ?? {}) ?? {})
  const filter = useMemo(() => JSON.parse(filterKey) as FilterInput, [filterKey])
  return {
    filter,
    sort: search.sort ?? null,
    selected: search.selected ?? null,
    setFilter: (next) => go({ filter: compact(next), selected: undefined }, false),
    show: (next, sort) => go({ filter: compact(next), sort: sort ?? undefined, selected: undefined }, false),
    setSort: (sort) => go({ sort: sort ?? undefined }, true),
    setSelected: (id) => go({ selected: id ?? undefined }, true),
  }
}

/** The filter without what says nothing; undefined for a filter that accepts every row. */
function compact(filter: FilterInput): RegisterSearch['filter'] {
  const entries = Object.entries(filter).filter(
    ([, value]) =>
      value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { RegisterName } from '@shared/kernel/registers'
import type { RegisterState } from './register-search'

/** The list a record was opened from. */
export type OpenedList = {
  /** Ids of its rows as far as they had been read, in their order. */
  readonly ids: readonly string[]
  /** Its address: filter, order, the record beside it. */
  readonly search: Partial<Pick<RegisterState, 'filter'>> & {
    readonly sort?: NonNullable<RegisterState['sort']>
    readonly selected?: string
  }
  /** The record shown last. */
  readonly current: string
}

const keyOf = (register: RegisterName) => [register, 'openedList'] as const

/** Keeps the list a record is opened from, so that one can go on from record to record and come back to its row. */
export function useKeepList(register: RegisterName): (list: OpenedList) => void {
  const client = useQueryClient()
  return useCallback((list) => client.setQueryData(keyOf(register), list), [client, register])
}

/** The list the last record of a register was opened from; null when there was none. */
export function useOpenedList(register: RegisterName): OpenedList | null {
  const { data } = useQuery<OpenedList>({ queryKey: keyOf(register), queryFn: skipToken, gcTime: Infinity })
  return data ?? null
}

/** The list of an open record, which it notes as the one shown, and the records before and after it. */
export function useListOf(register: RegisterName, id: string) {
  const list = useOpenedList(register)
  const keep = useKeepList(register)
  const at = list?.ids.indexOf(id) ?? -1
  useEffect(() => {
    if (list !== null && at >= 0 && list.current !== id) keep({ ...list, current: id })
  }, [at, id, keep, list])
  const neighbour = (step: -1 | 1) => (at < 0 ? undefined : list?.ids[at + step])
  return { search: at < 0 ? {} : searchOf(list, id), before: neighbour(-1), after: neighbour(1) }
}

/** The address of the list; where a record stood beside it, this one now does. */
function searchOf(list: OpenedList | null, id: string): OpenedList['search'] {
  if (list === null) return {}
  return list.search.selected === undefined ? list.search : { ...list.search, selected: id }
}

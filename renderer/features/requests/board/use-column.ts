import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { unpackPage, type FilterInput } from '@shared/contract/page'
import { api, useApiQuery } from '../../../api/client'
import { cardFields, cardsAtOnce, columnFilter, type BoardCard, type BoardColumn } from './columns'

export type ColumnCards = {
  readonly cards: readonly BoardCard[]
  /** All there are, as far as they have been counted. */
  readonly total: number | undefined
  readonly isPending: boolean
  readonly error: unknown
  readonly more: (() => void) | undefined
  readonly retry: () => void
}

/** The cards of one column: the most urgent first, page by page. */
export function useColumn(column: BoardColumn, given: FilterInput, dayStart: number): ColumnCards {
  const filter = useMemo(() => columnFilter(column, given, dayStart), [column, dayStart, given])
  const total = useApiQuery('requests', 'count', filter).data
  const sort =
    column === 'closed'
      ? ({ field: 'receivedAt', direction: 'desc' } as const)
      : ({ field: 'dueAt', direction: 'asc' } as const)
  const pages = useInfiniteQuery({
    queryKey: ['requests', 'board', column, filter],
    queryFn: async ({ pageParam }) => {
      const request = { filter, sort, cursor: pageParam, fields: [...cardFields], limit: cardsAtOnce }
      return unpackPage<BoardCard>(await api.requests.page(request))
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  return {
    cards: pages.data?.pages.flatMap(({ rows }) => rows) ?? [],
    total,
    isPending: pages.isPending,
    error: pages.error,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    retry: () => void pages.refetch(),
  }
}

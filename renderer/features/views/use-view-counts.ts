import { useQueries } from '@tanstack/react-query'
import type { SavedView } from '@shared/features/views/view'
import type { RegisterName } from '@shared/kernel/registers'
import { apiQuery } from '../../api/client'

/** How many rows each view has now, as far as they have been counted; counted anew whenever rows change. */
export function useViewCounts(
  register: RegisterName,
  views: readonly SavedView[],
): ReadonlyMap<string, number> {
  const answers = useQueries({ queries: views.map(({ filter }) => apiQuery(register, 'count', filter)) })
  return new Map(
    views.flatMap(({ id }, index) => {
      const count = answers[index]?.data
      return count === undefined ? [] : [[id, count] as const]
    }),
  )
}

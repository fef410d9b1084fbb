import type { QueryClient } from '@tanstack/react-query'
import type { FeatureName } from '@shared/contract/contract'
import { apiKey, onEvent } from './client'
import { featuresAffected } from './dependants'

/** Marks answers as old when their rows change, whoever changed them. The answer stops it. */
export function followChanges(client: QueryClient): () => void {
  const invalidate = (features: readonly FeatureName[]) => {
    for (const feature of features) void client.invalidateQueries({ queryKey: apiKey(feature) })
  }
  const stopChanged = onEvent('changed', ({ registers }) => invalidate(featuresAffected(registers)))
  const stopRestarted = onEvent('dataRestarted', () => void client.invalidateQueries())
  return () => {
    stopChanged()
    stopRestarted()
  }
}

import type { QueryClient } from '@tanstack/react-query'
import type { FeatureName } from '@shared/contract/contract'
import { apiKey, onEvent, onRefusal } from './client'
import { featuresAffected } from './dependants'
import { askMe, showNobody } from './session'

/** Marks answers as old when their rows change, whoever changed them, and follows who is at the window. The answer stops it. */
export function followChanges(client: QueryClient): () => void {
  const invalidate = (features: readonly FeatureName[]) => {
    for (const feature of features) void client.invalidateQueries({ queryKey: apiKey(feature) })
  }
  const stopChanged = onEvent('changed', ({ registers }) => invalidate(featuresAffected(registers)))
  const stopRestarted = onEvent('dataRestarted', () => void client.invalidateQueries())
  const askAnew = () => {
    void askMe(client)
    // What the status tells depends on who asks.
    invalidate(['storage'])
  }
  const stopSession = onEvent('session', ({ reason }) => {
    if (reason !== 'signedIn') showNobody(client, reason === 'locked')
    askAnew()
  })
  const stopRefusal = onRefusal(() => void askMe(client))
  return () => {
    stopChanged()
    stopRestarted()
    stopSession()
    stopRefusal()
  }
}

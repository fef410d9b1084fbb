import type { QueryClient } from '@tanstack/react-query'
import { apiQuery } from '../api/client'

/**
 * Asks for what the first screen needs while its texts are still being read; nothing more where there is no park or
 * nobody has signed in.
 */
export async function askFirst(client: QueryClient): Promise<void> {
  const status = apiQuery('storage', 'status', {})
  const me = apiQuery('accounts', 'me', {})
  await Promise.all([client.prefetchQuery(status), client.prefetchQuery(me)])
  const known = client.getQueryData<Awaited<ReturnType<typeof status.queryFn>>>(status.queryKey)
  const who = client.getQueryData<Awaited<ReturnType<typeof me.queryFn>>>(me.queryKey)
  if (known?.state !== 'ready' || who?.rights.includes('reports.read') !== true) return
  // In this order: they are answered one after the other.
  await Promise.all([
    client.prefetchQuery(apiQuery('settings', 'park', {})),
    client.prefetchQuery(apiQuery('overview', 'figures', {})),
    client.prefetchQuery(apiQuery('overview', 'counts', {})),
    client.prefetchQuery(apiQuery('overview', 'trend', {})),
    client.prefetchQuery(apiQuery('overview', 'lists', {})),
  ])
}

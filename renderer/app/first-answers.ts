import type { QueryClient } from '@tanstack/react-query'
import { apiQuery } from '../api/client'

/** Asks for what the first screen needs while its texts are still being read; nothing more where there is no park. */
export async function askFirst(client: QueryClient): Promise<void> {
  const status = apiQuery('storage', 'status', {})
  await client.prefetchQuery(status)
  const known = client.getQueryData<Awaited<ReturnType<typeof status.queryFn>>>(status.queryKey)
  if (known?.state !== 'ready') return
  await Promise.all([
    client.prefetchQuery(apiQuery('settings', 'park', {})),
    client.prefetchQuery(apiQuery('overview', 'counts', {})),
    client.prefetchQuery(apiQuery('overview', 'show', {})),
  ])
}

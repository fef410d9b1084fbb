import { QueryClient } from '@tanstack/react-query'

/**
 * Answers stay good until an event says that their rows changed, so nothing is asked again for being old. The program
 * never needs a network: without `always` everything would wait while the system reports none.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

import { useApiQuery } from '../../api/client'

const minute = 60_000
const nothing: Readonly<Record<string, number>> = {}

/** By type and priority: the last instant at which a request due then is due soon; asked anew every minute. */
export function useSoonUntil(): Readonly<Record<string, number>> {
  return (
    useApiQuery('clocks', 'soonUntil', {}, { refetchInterval: minute, staleTime: minute }).data ?? nothing
  )
}

import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'

/** Today in the park's zone, and the instants at which its day begins and ends. */
export function parkDay(now: number, zone: string): { date: string; start: number; end: number } {
  const { date } = utcToZoned(now, zone)
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  const tomorrow = next.toISOString().slice(0, 10)
  return { date, start: zonedToUtc(date, '00:00', zone), end: zonedToUtc(tomorrow, '00:00', zone) }
}

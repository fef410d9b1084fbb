import { monthPeriod, periodInstants } from '@shared/kernel/period'

/** The instants [from, to) of a month `YYYY-MM` in the park's zone, as a filter's condition takes them. */
export function monthRange(month: string, timeZone: string): { readonly from: number; readonly to: number } {
  const { start, end } = periodInstants(monthPeriod(month), timeZone)
  return { from: start, to: end }
}

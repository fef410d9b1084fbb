const DAY = 86_400_000

function millis(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The day some days later or earlier; days are `YYYY-MM-DD`. */
export function movedDay(day: string, by: number): string {
  return dayAt(millis(day) + by * DAY)
}

/** The same day of another month, or that month's last day where it is shorter. */
export function movedMonth(day: string, by: number): string {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + by
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dayAt(Date.UTC(year, month, Math.min(Number(day.slice(8)), last)))
}

/** The six weeks that show the month of a day, each from Monday. */
export function daysOfMonth(day: string): readonly string[] {
  const first = millis(`${day.slice(0, 7)}-01`)
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY
  return Array.from({ length: 42 }, (_, index) => dayAt(monday + index * DAY))
}

import type { WorkingCalendar, WorkingInterval } from '@shared/kernel/working-time/calendar'
import type { Pause } from '@shared/kernel/working-time/deadline'
import type { Span } from '@shared/kernel/working-time/working-days'

/**
 * The clock on the wall of an office, read minute by minute: slow, and made without any of the code it is compared with.
 */

const minute = 60_000
const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

type Reading = { readonly date: string; readonly day: (typeof days)[number]; readonly minutes: number }

type Zone = { readonly format: Intl.DateTimeFormat; readonly readings: Map<number, Reading> }

const zones = new Map<string, Zone>()

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone)
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    zones.set(timeZone, (zone = { format, readings: new Map() }))
  }
  return zone
}

/** What the clock shows at the beginning of a minute. */
function reading(at: number, { format, readings }: Zone): Reading {
  const known = readings.get(at)
  if (known) return known
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const made: Reading = {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    day: days[names.indexOf(parts['weekday'] ?? '')] ?? 'sun',
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
  readings.set(at, made)
  return made
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export function clockOf({ timeZone, week, exceptions }: WorkingCalendar) {
  const zone = zoneOf(timeZone)
  const inMinutes = (intervals: readonly WorkingInterval[]) =>
    intervals.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const)
  const usual = new Map(days.map((day) => [day, inMinutes(week[day] ?? [])]))
  const unusual = new Map(exceptions.map(({ date, intervals }) => [date, inMinutes(intervals)]))
  const isWorking = (at: number): boolean => {
    const { date, day, minutes } = reading(at, zone)
    const intervals = unusual.get(date) ?? usual.get(day) ?? []
    return intervals.some(([from, to]) => minutes >= from && minutes < to)
  }
  const isPaused = (at: number, pauses: readonly Pause[]): boolean =>
    pauses.some(({ from, to }) => at >= from && (to === null || at < to))
  const counts = (at: number, pauses: readonly Pause[]): boolean => isWorking(at) && !isPaused(at, pauses)

  return {
    /** Whether every minute of a span counts. */
    countsAll({ from, to }: Span, pauses: readonly Pause[]): boolean {
      for (let at = from; at < to; at += minute) if (!counts(at, pauses)) return false
      return true
    },
    /** null where it lies more than nine days ahead. */
    deadline(from: number, workingMinutes: number, pauses: readonly Pause[]): number | null {
      let left = workingMinutes
      for (let at = from; at < from + 9 * 24 * 60 * minute; at += minute) {
        if (left === 0) return at
        if (counts(at, pauses)) left -= 1
      }
      return null
    },
  }
}

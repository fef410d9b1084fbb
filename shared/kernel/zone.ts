import { AppError } from '../contract/result'

const DAY = 86_400_000
const localPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/u

/** Offsets of one zone, remembered per UTC day; a day with a change remembers when it happens. */
type Zone = {
  readonly format: Intl.DateTimeFormat
  readonly atDayStart: Map<number, number>
  readonly changes: Map<number, number>
}

const zones = new Map<string, Zone>()

/** Whether `name` is a time zone this machine knows by its IANA name (`Asia/Almaty`); fixed offsets are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/u.test(name)) return false
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * The instant of a local time.
 *
 * A time skipped when clocks go forward is moved forward by the gap; of a time that comes twice the first is meant.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM` or `HH:MM:SS`; without one, midnight
 * @returns epoch milliseconds
 * @throws AppError `invalid_date`, `time_zone_invalid`
 */
export function zonedToUtc(date: string, time: string | undefined, zone: string): number {
  const entry = zoneOf(zone)
  const local = localMillis(date, time ?? '00:00')
  const earlier = offsetAt(entry, local - DAY)
  const later = offsetAt(entry, local + DAY)
  const first = local - earlier
  if (earlier === later || offsetAt(entry, first) === earlier) return first
  const second = local - later
  return offsetAt(entry, second) === later ? second : first
}

/**
 * The local date and time of an instant.
 *
 * @param ms epoch milliseconds; parts of a second are cut off
 * @returns `YYYY-MM-DD` and `HH:MM:SS`
 * @throws AppError `time_zone_invalid`
 */
export function utcToZoned(ms: number, zone: string): { readonly date: string; readonly time: string } {
  const text = new Date(ms + offsetAt(zoneOf(zone), ms)).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 19) }
}

/**
 * Minutes by which local time is ahead of UTC (a fraction for local mean times before standard time).
 *
 * @throws AppError `time_zone_invalid`
 */
export function zoneOffsetMinutes(ms: number, zone: string): number {
  return offsetAt(zoneOf(zone), ms) / 60_000
}

function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known !== undefined) return known
  if (!isTimeZone(name)) throw new AppError('time_zone_invalid', { zone: name })
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone: Zone = { format, atDayStart: new Map(), changes: new Map() }
  zones.set(name, zone)
  return zone
}

function localMillis(date: string, time: string): number {
  const match = localPattern.exec(`${date}T${time}`)
  const local = match === null ? Number.NaN : Date.parse(`${date}T${time}Z`)
  // The engine rolls 30 February over to March instead of refusing it.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(match?.[3])) {
    throw new AppError('invalid_date', { value: `${date} ${time}` })
  }
  return local
}

/** Offset in milliseconds. No zone changes its clocks twice within one UTC day. */
function offsetAt(zone: Zone, ms: number): number {
  const day = Math.floor(ms / DAY) * DAY
  const before = offsetAtDayStart(zone, day)
  const after = offsetAtDayStart(zone, day + DAY)
  if (before === after) return before
  return ms < changeWithin(zone, day, before) ? before : after
}

function offsetAtDayStart(zone: Zone, day: number): number {
  const known = zone.atDayStart.get(day)
  if (known !== undefined) return known
  const offset = measureOffset(zone.format, day)
  zone.atDayStart.set(day, offset)
  return offset
}

/** First second of the day at which the offset is no longer `before`. */
function changeWithin(zone: Zone, day: number, before: number): number {
  const known = zone.changes.get(day)
  if (known !== undefined) return known
  let low = 0
  let high = DAY / 1000
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (measureOffset(zone.format, day + middle * 1000) === before) low = middle
    else high = middle
  }
  const change = day + high * 1000
  zone.changes.set(day, change)
  return change
}

function measureOffset(format: Intl.DateTimeFormat, ms: number): number {
  const parts = new Map(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const clock = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return clock - ms
}

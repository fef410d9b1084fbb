import type { WorkingInterval } from '@shared/kernel/working-time/calendar'

const intervalPattern = /^(\d{1,2})(?:[:.](\d{2}))?(?:-|to)(\d{1,2})(?:[:.](\d{2}))?$/u

const two = (digits: string) => digits.padStart(2, '0')

/**
 * Intervals as somebody typed them: `9-13, 14:00–18:00`, with any dash and any sign between them, full-width ones too.
 * Undefined where it is none.
 */
export function parseHours(text: string): readonly WorkingInterval[] | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―−~至]/gu, '-')
    .replace(/\s*-\s*/gu, '-')
    .trim()
  if (plain === '' || plain === '-') return []
  const parts = plain.split(/[\s,;、]+/u).filter((part) => part !== '')
  const intervals = parts.flatMap((part): readonly WorkingInterval[] => {
    const [, from, fromMinutes = '00', to, toMinutes = '00'] = intervalPattern.exec(part) ?? []
    if (from === undefined || to === undefined) return []
    return [[`${two(from)}:${fromMinutes}`, `${two(to)}:${toMinutes}`]]
  })
  return intervals.length === parts.length ? intervals : undefined
}

/** Intervals as they are typed; empty for none. */
export function hoursText(intervals: readonly WorkingInterval[]): string {
  return intervals.map(([from, to]) => `${from}–${to}`).join(', ')
}

/** Working minutes typed as `4:00`, `4` hours or `0:30`; null for none, undefined where it is no time. */
export function parseDuration(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  const [, hours, minutes = '0'] = /^(\d{1,4})(?::([0-5]\d))?$/u.exec(plain) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** Working minutes as they are typed. */
export function durationText(minutes: number | null): string {
  if (minutes === null) return ''
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

import type { TFunction } from 'i18next'

const minuteMs = 60_000

/** A length of time in hours and minutes, whatever its length: days of working time would be days of somebody's week. */
export function workWords(ms: number, t: TFunction<['clocks', 'common']>): string {
  const minutes = Math.round(Math.abs(ms) / minuteMs)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('common:minutes', { count: minutes })
  if (minutes % 60 === 0) return t('hours', { count: hours })
  return t('common:hoursMinutes', { hours, minutes: minutes % 60 })
}

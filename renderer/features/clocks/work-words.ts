import type { TFunction } from 'i18next'
import { weekdayOf } from '@shared/features/clocks/calendar'
import type { Format } from '../../i18n/format'

const minuteMs = 60_000

/** A length of time in hours and minutes, whatever its length: days of working time would be days of somebody's week. */
export function workWords(ms: number, t: TFunction<['clocks', 'common']>): string {
  const minutes = Math.round(Math.abs(ms) / minuteMs)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('common:minutes', { count: minutes })
  if (minutes % 60 === 0) return t('hours', { count: hours })
  return t('common:hoursMinutes', { hours, minutes: minutes % 60 })
}

/** The day of the week beside a date: Russian writes it small there. */
export function weekdayWord(date: string, t: TFunction<'clocks'>, { language }: Format): string {
  const word = t(`weekday.${weekdayOf(date)}`)
  return language === 'ru' ? word.toLocaleLowerCase('ru') : word
}

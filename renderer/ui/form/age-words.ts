import type { Format } from '../../i18n/format'

/** When something was kept: the time of day today, otherwise the date with it. */
export function ageWords(at: number, now: number, format: Format): string {
  return format.dayOf(at) === format.dayOf(now) ? format.time(at) : format.instant(at)
}

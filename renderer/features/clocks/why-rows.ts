import type { TFunction } from 'i18next'
import { dayName } from '@shared/features/clocks/holiday-names'
import type { Explanation } from '@shared/features/clocks/clocks.contract'
import type { ExplainLine } from '@shared/features/clocks/explain'
import type { Format } from '../../i18n/format'
import { weekdayWord } from './work-words'

/** One line of an explanation in words; `minutes` is empty where nothing was counted. */
export type WhyRow = {
  readonly kind: ExplainLine['kind']
  readonly when: string
  readonly what: string
  readonly minutes: string
}

const minuteMs = 60_000

/** The lines of an explanation in words, in the park's local time. */
export function whyRows({ lines }: Explanation, t: TFunction<'clocks'>, format: Format): readonly WhyRow[] {
  const minutes = (ms: number) => format.decimal(Math.round((ms / minuteMs) * 10), 1)
  const dated = (date: string) => `${format.date(date)}, ${weekdayWord(date, t, format)}`
  return lines.map((line): WhyRow => {
    switch (line.kind) {
      case 'work': {
        const name = line.day === null ? undefined : dayName(line.day, format.language)
        return {
          kind: line.kind,
          when: `${dated(format.dayOf(line.from))}, ${format.time(line.from)}–${endTime(line.to, line.from, format)}`,
          what: [t('why.work'), name].filter((part) => part !== undefined).join(' · '),
          minutes: minutes(line.to - line.from),
        }
      }
      case 'pause': {
        const from = format.instant(line.from)
        return {
          kind: line.kind,
          when: line.to === null ? t('why.lasts', { from }) : `${from} – ${format.instant(line.to)}`,
          what: t('why.pause', { reason: t(`reason.${line.reason}`), minutes: minutes(line.working) }),
          minutes: '',
        }
      }
      case 'free': {
        const day = line.day && dayName(line.day, format.language)
        return {
          kind: line.kind,
          when: line.date === line.until ? dated(line.date) : `${dated(line.date)} – ${dated(line.until)}`,
          what: [day ?? t('why.free'), line.day?.bySighting ? t('days.bySighting') : undefined]
            .filter((part) => part !== undefined)
            .join(' · '),
          minutes: '',
        }
      }
    }
  })
}

/** The end of a day is 24:00 of that day and not 00:00 of the next. */
function endTime(to: number, from: number, format: Format): string {
  return format.dayOf(to) === format.dayOf(from) ? format.time(to) : '24:00'
}

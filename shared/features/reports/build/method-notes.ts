import { notApplicable } from '../cells'
import type { ReportFigures } from '../figures'
import type { MethodNote } from '../model'
import { dateRange, localTime } from '../period-words'
import type { Words } from './words'

const keys = [
  'period',
  'cutOff',
  'tenants',
  'area',
  'employees',
  'requests',
  'turnaround',
  'onTime',
  'money',
  'incidents',
  'nothing',
  'rounding',
] as const

/** How the figures were counted; printed in every report so that it can be read years later. */
export function methodNotes(figures: ReportFigures, words: Words): readonly MethodNote[] {
  const params = {
    dates: dateRange(figures.startDate, figures.endDate, words.language),
    zone: figures.timeZone,
    time: localTime(figures.countedAt, figures.timeZone, words.language),
    none: notApplicable(words.language),
  }
  return keys.map((key) => ({
    key,
    term: words.t(`note.${key}.term`, params),
    text: words.t(`note.${key}.text`, params),
  }))
}

import type { ReportFigures } from '../figures'
import type { KeyFigure, Section } from '../model'
import { dateInWords, dayBefore } from '../period-words'
import { incidentFigures } from './incidents-section'
import { requestFigures } from './requests-section'
import { tenantFigures } from './tenants-section'
import type { Words } from './words'

/** The figures a reader looks at first, in their order. */
const shown = [
  'tenants.active',
  'tenants.leasedArea',
  'tenants.employees',
  'tenants.localRatio',
  'requests.received',
  'requests.closed',
  'requests.openAtEnd',
  'requests.turnaroundMedian',
  'requests.onTimeRatio',
  'incidents.occurred',
  'incidents.injured',
  'incidents.openAtEnd',
] as const

/** The period at a glance: what stands on the first page. */
export function summarySection(figures: ReportFigures, words: Words): Section {
  const all = [
    ...tenantFigures(figures, words),
    ...requestFigures(figures, words),
    ...incidentFigures(figures, words),
  ]
  const byKey = new Map(all.map((figure) => [figure.key, figure]))
  return {
    key: 'summary',
    title: words.t('section.summary'),
    paragraphs: paragraphs(figures, byKey, words),
    figures: shown.flatMap((key) => byKey.get(key) ?? []),
    charts: [],
    tables: [],
  }
}

function paragraphs(
  figures: ReportFigures,
  byKey: ReadonlyMap<string, KeyFigure>,
  words: Words,
): readonly string[] {
  const value = (key: string) => {
    const cell = byKey.get(key)?.value
    return cell === undefined || cell.kind === 'text'
      ? { count: 0, text: '' }
      : { count: cell.value ?? 0, text: words.text(cell) }
  }
  const { tenants, requests } = figures.current
  return [
    words.t('summary.tenants', {
      date: dateInWords(dayBefore(figures.endDate), words.language),
      count: value('tenants.active').count,
      active: value('tenants.active').text,
      area: value('tenants.leasedArea').text,
      staff: value('tenants.employees').count,
      employees: value('tenants.employees').text,
      known: tenants.localRatio === null ? 'no' : 'yes',
      ratio: value('tenants.localRatio').text,
    }),
    words.t('summary.requests', {
      count: value('requests.received').count,
      received: value('requests.received').text,
      done: value('requests.closed').count,
      closed: value('requests.closed').text,
      open: value('requests.openAtEnd').count,
      openAtEnd: value('requests.openAtEnd').text,
      known: requests.onTimeRatio === null ? 'no' : 'yes',
      ratio: value('requests.onTimeRatio').text,
      timed: requests.turnaroundMedian === null ? 'no' : 'yes',
      median: value('requests.turnaroundMedian').text,
    }),
    words.t('summary.incidents', {
      count: value('incidents.occurred').count,
      occurred: value('incidents.occurred').text,
      hurt: value('incidents.injured').count,
      injured: value('incidents.injured').text,
    }),
  ]
}

import { formatCell, type NumberCell } from '@shared/features/reports/cells'
import type { Language } from '@shared/kernel/language'
import { sum, type Expected } from './expected'
import type { Words } from './words'

/** A key figure of a section, as its label and the text beside it. */
export type FigureLine = {
  readonly section: 'tenants' | 'requests' | 'incidents'
  readonly label: string
  readonly cell: NumberCell
}
/** A number in a table: the table's title, the row's heading, the column of the number from 1. */
export type TableLine = {
  readonly title: string
  readonly row: string
  readonly column: number
  readonly cell: NumberCell
}

const integer = (value: number): NumberCell => ({ kind: 'integer', value })
const money = (value: number, currency: string): NumberCell => ({
  kind: 'money',
  value: Math.round(value * 100),
  currency,
})
const ratio = (part: number, whole: number): NumberCell => ({
  kind: 'percent',
  value: whole === 0 ? null : part / whole,
})

/** Every key figure of the report the expected figures speak of. */
export function figureLines({ report }: Expected, { t }: Words): readonly FigureLine[] {
  const { tenants, requests, incidents } = report
  const line = (section: FigureLine['section'], name: string, cell: NumberCell): FigureLine => ({
    section,
    label: t(`reports:figure.${section}.${name}`),
    cell,
  })
  return [
    line('tenants', 'active', integer(tenants.active)),
    line('tenants', 'movedIn', integer(tenants.moved_in)),
    line('tenants', 'movedOut', integer(tenants.moved_out)),
    line('tenants', 'leasedArea', { kind: 'area', value: Math.round(tenants.leased_area_m2 * 10_000) }),
    line('tenants', 'employees', integer(tenants.employees)),
    line('tenants', 'localEmployees', integer(tenants.local_employees)),
    line('tenants', 'localRatio', ratio(tenants.local_employees, tenants.employees)),
    line('requests', 'received', integer(sum(requests.received))),
    line('requests', 'closed', integer(sum(requests.closed))),
    line('requests', 'openAtEnd', integer(requests.open_at_end)),
    line('requests', 'turnaroundMedian', { kind: 'hours', value: requests.turnaround_hours_median }),
    line('requests', 'closedWithDue', integer(requests.closed_with_due)),
    line('requests', 'onTime', integer(requests.on_time)),
    line('requests', 'onTimeRatio', ratio(requests.on_time, requests.closed_with_due)),
    line('incidents', 'occurred', integer(incidents.occurred)),
    line('incidents', 'injured', integer(incidents.injured)),
    line('incidents', 'openAtEnd', integer(incidents.open_at_end)),
  ]
}

/** Every number of the report's tables the expected figures speak of. */
export function tableLines({ report }: Expected, { t, code }: Words): readonly TableLine[] {
  const { tenants, requests, incidents } = report
  const lines = (
    table: string,
    counts: Readonly<Record<string, number>>,
    rowOf: (key: string) => string,
    cellOf: (value: number, key: string) => NumberCell = integer,
    column = 1,
  ): TableLine[] =>
    Object.entries(counts).map(([key, value]) => ({
      title: t(`reports:table.${table}`),
      row: rowOf(key),
      column,
      cell: cellOf(value, key),
    }))
  const currency = (key: string) => `${capitalised(code('currency', key))}, ${key}`
  const type = (key: string) => t(`reports:type.${key}`)
  return [
    ...lines('byCountry', tenants.by_country, (key) => code('country', key)),
    ...lines('bySize', tenants.by_size, (key) => capitalised(code('tenantSize', key))),
    ...lines('byType', requests.received, type),
    ...lines('byType', requests.closed, type, integer, 3),
    ...lines('customsValue', requests.customs_value_received, currency, money),
    ...lines('bySeverity', incidents.by_severity, (key) => t(`reports:severity.${key}`)),
    ...lines('byCategory', incidents.by_category, (key) => code('incidentGroup', key)),
    ...lines('loss', incidents.loss, currency, money),
  ]
}

/** The number as every format shows it. */
export function shown(cell: NumberCell, language: Language): string {
  return formatCell(cell, language)
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}

import type { Condition, FilterInput } from '@shared/contract/page'
import type { ReportFigures } from '@shared/features/reports/figures'
import { dayBefore } from '@shared/features/reports/period-words'
import { requestTypes } from '@shared/features/requests/request'
import { categoriesOfGroup } from '@shared/kernel/code-lists'
import { monthPeriod, periodInstants } from '@shared/kernel/period'
import type { RegisterName } from '@shared/kernel/registers'
import { zonedToUtc } from '@shared/kernel/zone'

/** The rows a number of a report counts. */
export type RowsLink = { readonly register: RegisterName; readonly filter: FilterInput }

type Period = Pick<ReportFigures, 'startDate' | 'endDate' | 'timeZone'>
type Instants = { readonly from: number; readonly to: number }

/** The rows behind a key figure of the period; undefined for what is not a number of rows. */
export function rowsOfFigure(key: string, period: Period): RowsLink | undefined {
  const between = instants(period)
  const lastDay = dayBefore(period.endDate)
  const days = { from: period.startDate, to: period.endDate }
  const links: Readonly<Record<string, RowsLink>> = {
    'tenants.active': { register: 'tenants', filter: { view: 'active', viewAt: lastDay } },
    'tenants.movedIn': { register: 'tenants', filter: where({ field: 'movedIn', ...days }) },
    'tenants.movedOut': { register: 'tenants', filter: where({ field: 'movedOut', ...days }) },
    'tenants.leasesExpired': { register: 'tenants', filter: { view: 'leaseExpired', viewAt: lastDay } },
    'requests.received': { register: 'requests', filter: where({ field: 'receivedAt', ...between }) },
    'requests.closed': closed('closed', between),
    'requests.openAtEnd': { register: 'requests', filter: { view: 'openAt', viewAt: between.to } },
    'requests.onTime': closed('onTime', between),
    'requests.closedWithDue': closed('withDue', between),
    'incidents.occurred': { register: 'incidents', filter: where({ field: 'occurredAt', ...between }) },
    'incidents.openAtEnd': { register: 'incidents', filter: { view: 'openAt', viewAt: between.to } },
  }
  return links[key]
}

/**
 * The rows behind one number of a table.
 *
 * @param key of the row, such as `tenants.byCountry.KZ`
 * @param column of the number, from 0
 */
export function rowsOfCell(key: string, column: number, period: Period): RowsLink | undefined {
  const [section = '', table = '', ...rest] = key.split('.')
  const part = rest.join('.')
  if (section === 'tenants' && column === 1) return tenantRows(table, part, period)
  if (section === 'incidents' && column === 1) return incidentRows(table, part, period)
  return section === 'requests' ? requestRows(table, part, column, period) : undefined
}

function tenantRows(table: string, part: string, period: Period): RowsLink | undefined {
  const field = { byCountry: 'country', bySize: 'size', bySector: 'sector' }[table]
  // "Other sectors" gathers many; there is no one condition for them.
  if (field === undefined || part === 'others') return undefined
  const active = { view: 'active', viewAt: dayBefore(period.endDate) }
  if (part === 'total') return { register: 'tenants', filter: active }
  return {
    register: 'tenants',
    filter: { ...active, ...where({ field, in: [part === 'unstated' ? null : part] }) },
  }
}

function incidentRows(table: string, part: string, period: Period): RowsLink | undefined {
  const occurred = { field: 'occurredAt', ...instants(period) }
  const narrowed: Readonly<Record<string, Condition | undefined>> = {
    bySeverity: { field: 'severity', in: [Number(part)] },
    byCategory: { field: 'category', in: [...categoriesOfGroup(part)] },
  }
  if (part === 'total') return { register: 'incidents', filter: where(occurred) }
  const condition = narrowed[table]
  return condition === undefined ? undefined : { register: 'incidents', filter: where(occurred, condition) }
}

function requestRows(table: string, part: string, column: number, period: Period): RowsLink | undefined {
  if (table === 'byType') {
    const type: readonly Condition[] = part === 'total' ? [] : [{ field: 'type', in: [part] }]
    const between = instants(period)
    if (column === 1)
      return { register: 'requests', filter: where({ field: 'receivedAt', ...between }, ...type) }
    if (column !== 3) return undefined
    return {
      register: 'requests',
      filter: { view: 'closed', ...where({ field: 'closedAt', ...between }, ...type) },
    }
  }
  if (table !== 'trend') return undefined
  const type = requestTypes[column - 1]
  const { start, end } = periodInstants(monthPeriod(part), period.timeZone)
  const received = { field: 'receivedAt', from: start, to: end }
  if (type !== undefined)
    return { register: 'requests', filter: where(received, { field: 'type', in: [type] }) }
  return column === requestTypes.length + 1 ? { register: 'requests', filter: where(received) } : undefined
}

function closed(view: string, between: Instants): RowsLink {
  return { register: 'requests', filter: { view, ...where({ field: 'closedAt', ...between }) } }
}

function where(...conditions: readonly Condition[]): FilterInput {
  return { conditions: [...conditions] }
}

function instants({ startDate, endDate, timeZone }: Period): Instants {
  return { from: zonedToUtc(startDate, undefined, timeZone), to: zonedToUtc(endDate, undefined, timeZone) }
}

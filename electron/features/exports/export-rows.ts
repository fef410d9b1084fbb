import type { Filter } from '@shared/contract/page'
import type { FieldSpec } from '@shared/kernel/field'
import { fieldEntries, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { countRows, filteredRows, type RegisterList } from '../../data/records'
import { iterate, type ReadableDb } from '../../data/sql'
import { parkDay } from '../../platform/park-time'
import { incidentList } from '../incidents'
import { requestList } from '../requests'
import { tenantList } from '../tenants'
import type { CellStyle, ExportCell } from './export-cells'

const everything: Filter = { conditions: [], deleted: false }

/** The rows of an export in the register's order, and how many they are. Deleted rows are never among them. */
export type ExportRows = { readonly count: number; readonly rows: () => Iterable<AnyValues> }

/** The rows a filter leaves, without one the whole register. `now` (ms) and the zone are what its dated views refer to. */
export function exportRows(
  db: ReadableDb,
  register: RegisterName,
  filter: Filter | undefined,
  now: number,
  timeZone: string,
): ExportRows {
  const list = listOf(register, now, timeZone)
  const wanted = { ...(filter ?? everything), deleted: false }
  return {
    count: countRows(db, list, wanted),
    rows: () => iterate<AnyValues>(db, filteredRows(list, wanted)),
  }
}

function listOf(register: RegisterName, now: number, timeZone: string): RegisterList {
  const day = parkDay(now, timeZone)
  if (register === 'tenants') return tenantList(day.date)
  return register === 'requests' ? requestList({ now, dayEnd: day.end }) : incidentList(now)
}

type MakeCell = (spec: FieldSpec, value: AnyValues[string], style: CellStyle) => ExportCell

/** Rows as cells in the order of the register's fields. */
export function* cellRows(
  register: RegisterName,
  rows: Iterable<AnyValues>,
  make: MakeCell,
  style: CellStyle,
  onRow: (done: number) => void,
): Generator<readonly ExportCell[]> {
  const fields = fieldEntries(register)
  let done = 0
  for (const row of rows) {
    onRow(done)
    done += 1
    yield fields.map(([field, spec]) => make(spec, row[field] ?? null, style))
  }
}

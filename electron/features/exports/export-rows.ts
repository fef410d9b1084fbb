import type { Filter } from '@shared/contract/page'
import { restrictedConfidentiality } from '@shared/features/incidents/incident'
import type { FieldSpec } from '@shared/kernel/field'
import { fieldEntries, hiddenFields, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { countRows, filteredRows, type RegisterList, type Rights } from '../../data/records'
import { iterate, type ReadableDb } from '../../data/sql'
import { parkDay } from '../../platform/park-time'
import { parkSoonUntil } from '../clocks'
import { incidentList } from '../incidents'
import { requestList } from '../requests'
import { tenantList } from '../tenants'
import type { CellStyle, ExportCell } from './export-cells'

const everything: Filter = { conditions: [], deleted: false }

/** The rows of an export in the register's order, and how many they are. Deleted rows are never among them. */
export type ExportRows = {
  readonly count: number
  /** Restricted records among them. */
  readonly restricted: number
  readonly rows: () => Iterable<AnyValues>
}

/** The rows a filter leaves, without one the whole register. `now` (ms) and the zone are what its dated views refer to. */
export function exportRows(
  db: ReadableDb,
  register: RegisterName,
  filter: Filter | undefined,
  now: number,
  timeZone: string,
  rights: Rights,
): ExportRows {
  const day = parkDay(now, timeZone)
  const moment = { now, dayEnd: day.end, soonUntil: () => parkSoonUntil({ db, now: () => now }) }
  const list = {
    tenants: () => tenantList(day.date, rights),
    requests: () => requestList(moment, rights),
    incidents: () => incidentList(now, rights),
  }[register]()
  const wanted = { ...(filter ?? everything), deleted: false }
  return {
    count: countRows(db, list, wanted),
    restricted: register === 'incidents' ? countRestricted(db, list, wanted) : 0,
    rows: () => iterate<AnyValues>(db, filteredRows(list, wanted)),
  }
}

function countRestricted(db: ReadableDb, list: RegisterList, wanted: Filter): number {
  const restricted = { field: 'confidentiality', in: [...restrictedConfidentiality] }
  return countRows(db, list, { ...wanted, conditions: [...wanted.conditions, restricted] })
}

type MakeCell = (spec: FieldSpec, value: AnyValues[string], style: CellStyle) => ExportCell

/** The fields of a register that somebody may see, in order. */
export function exportFields(
  register: RegisterName,
  rights: Rights,
): readonly (readonly [string, FieldSpec])[] {
  const hidden = hiddenFields(register, rights)
  return fieldEntries(register).filter(([field]) => !hidden.includes(field))
}

/** Rows as cells in the order of the fields. */
export function* cellRows(
  fields: readonly (readonly [string, FieldSpec])[],
  rows: Iterable<AnyValues>,
  make: MakeCell,
  style: CellStyle,
  onRow: (done: number) => void,
): Generator<readonly ExportCell[]> {
  let done = 0
  for (const row of rows) {
    onRow(done)
    done += 1
    yield fields.map(([field, spec]) => make(spec, row[field] ?? null, style))
  }
}

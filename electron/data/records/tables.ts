import { AppError } from '@shared/contract/result'
import { checkRegistrationNumber, checkTransportUnit, normaliseIdentifier } from '@shared/kernel/identifiers'
import { fieldEntries, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { compareKey } from '@shared/kernel/text'
import { alias, joined, name, sql, type SqlQuery } from '../sql'
import { sortKey } from './sort-key'

type Column = string | number | null

/** How the rows of one register are stored. */
export type RecordTable = {
  readonly register: RegisterName
  /** Field names in order, and the column of each. */
  readonly fields: readonly string[]
  readonly columns: readonly string[]
  /** Columns computed from the fields: keys to sort and compare by, the outcome of a check digit. */
  readonly derivedColumns: readonly string[]
  readonly derive: (values: AnyValues) => readonly Column[]
  readonly searchTexts: (values: AnyValues) => readonly (string | null)[]
}

type Parts = Pick<RecordTable, 'derivedColumns' | 'derive' | 'searchTexts'> & {
  /** Stored and logged like fields, but set by the program alone: no form, import or export knows them. */
  readonly ownFields?: readonly string[]
}

const textOf = (values: AnyValues, field: string): string | null => {
  const value = values[field]
  return typeof value === 'string' ? value : null
}

const texts = (fields: readonly string[]) => (values: AnyValues) =>
  fields.map((field) => textOf(values, field))

/** Field name → column name: `leasedArea` → `leased_area`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The number of a tenant as it is compared; null when there is none. */
export function registrationKey(registrationNo: string | null): string | null {
  return registrationNo === null ? null : normaliseIdentifier(registrationNo) || null
}

const parts: Record<RegisterName, Parts> = {
  tenants: {
    derivedColumns: ['sort_key', 'registration_key', 'identifier_status'],
    derive: (values) => {
      const number = textOf(values, 'registrationNo')
      const country = textOf(values, 'country') ?? undefined
      const status = number === null ? null : checkRegistrationNumber(country, number).status
      return [sortKey(textOf(values, 'name') ?? ''), registrationKey(number), status]
    },
    searchTexts: texts([
      'name',
      'nameZh',
      'nameRu',
      'nameEn',
      'registrationNo',
      'unit',
      'sector',
      'contact',
      'phone',
      'note',
    ]),
  },
  requests: {
    ownFields: ['stage'],
    derivedColumns: ['reference_key', 'identifier_status'],
    derive: (values) => {
      const container = textOf(values, 'container')
      return [
        compareKey(textOf(values, 'reference') ?? ''),
        container === null ? null : checkTransportUnit(container).status,
      ]
    },
    searchTexts: texts([
      'reference',
      'subject',
      'goods',
      'hsCode',
      'container',
      'borderPoint',
      'officer',
      'note',
    ]),
  },
  incidents: {
    derivedColumns: ['reference_key'],
    derive: (values) => [compareKey(textOf(values, 'reference') ?? '')],
    searchTexts: texts(['reference', 'location', 'description']),
  },
}

function tableOf(register: RegisterName): RecordTable {
  const { ownFields = [], ...rest } = parts[register]
  const fields = [...fieldEntries(register).map(([field]) => field), ...ownFields]
  return { register, fields, columns: fields.map(columnOf), ...rest }
}

export const recordTables: Readonly<Record<RegisterName, RecordTable>> = {
  tenants: tableOf('tenants'),
  requests: tableOf('requests'),
  incidents: tableOf('incidents'),
}

const envelope = [
  ['id', 'id'],
  ['version', 'version'],
  ['created_at', 'createdAt'],
  ['created_by', 'createdBy'],
  ['updated_at', 'updatedAt'],
  ['updated_by', 'updatedBy'],
  ['deleted_at', 'deletedAt'],
] as const

/** What a row has beside its fields, by name: the name of its tenant, the outcome of a check. */
export type Extras = Readonly<Record<string, SqlQuery>>

const column = (expression: SqlQuery, name: string): SqlQuery => sql`${expression} AS ${alias(name)}`

/** `r.id AS id, r.leased_area AS leasedArea …`: a register's rows with the names the contracts use. */
function recordColumns(register: RegisterName): SqlQuery {
  const fields = recordTables[register].fields.map((field) => column(fieldColumn(field), field))
  const envelopeColumns = envelope.map(([stored, field]) => column(name(`r.${stored}`), field))
  return joined([...envelopeColumns, ...fields], ', ')
}

const fieldColumn = (field: string): SqlQuery => name(`r.${columnOf(field)}`)

/** All there is of a row. */
export function rowColumns(register: RegisterName, extras: Extras): SqlQuery {
  const more = Object.entries(extras).map(([field, expression]) => column(expression, field))
  return joined([recordColumnLists[register], ...more], ', ')
}

/** Of a row its id and these fields. Errors: `invalid_input` for a field there is not. */
export function chosenColumns(register: RegisterName, extras: Extras, fields: readonly string[]): SqlQuery {
  const known = recordTables[register].fields
  const chosen = [...new Set(fields)].map((field) => {
    const expression = known.includes(field) ? fieldColumn(field) : extras[field]
    if (!expression) throw new AppError('invalid_input', { field })
    return column(expression, field)
  })
  return joined([sql`r.id AS id`, ...chosen], ', ')
}

/** Column lists of all registers, made once. */
export const recordColumnLists: Readonly<Record<RegisterName, SqlQuery>> = {
  tenants: recordColumns('tenants'),
  requests: recordColumns('requests'),
  incidents: recordColumns('incidents'),
}

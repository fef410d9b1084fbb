import type { FieldValue } from '../../kernel/field'
import { fieldOf, type RegisterName } from '../../kernel/registers'
import type { Cell } from './cell'
import { headingUnit } from './heading-unit'
import type { RejectReason } from './import'
import type { ColumnFields } from './map-columns'
import { cellReader, isEmpty, plainText, type CellReader, type FileHabits } from './read-cell'

/** One thing wrong with a row; `field` null when it is not one cell's. */
export type RowProblem = { readonly reason: RejectReason; readonly field: string | null }

/** A row's cells as values: only what the row gives. A tenant stands as the text that names it. */
export type RowReading = {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly problems: readonly RowProblem[]
}

export type RowReader = {
  readonly read: (cells: readonly Cell[]) => RowReading
  /** Column of a field, null where the file has none. */
  readonly columnOf: (field: string) => number | null
  /** The text of a field's cell as the file has it. */
  readonly textOf: (cells: readonly Cell[], field: string) => string | null
}

type Column = { readonly index: number; readonly field: string; readonly read: CellReader }

const nameFields = ['nameZh', 'nameRu', 'nameEn']

/**
 * Prepares the reading of a file's rows.
 *
 * @param headings the header's cells; units and currencies in them hold for their column
 * @param fields the field of each column, null for columns left out
 */
export function rowReader(
  register: RegisterName,
  headings: readonly string[],
  fields: ColumnFields,
  habits: FileHabits,
): RowReader {
  const columns: Column[] = []
  const currencies = new Map<string, string>()
  fields.forEach((field, index) => {
    const spec = field === null ? undefined : fieldOf(register, field)
    if (field === null || spec === undefined) return
    const unit = headingUnit(headings[index] ?? '')
    columns.push({ index, field, read: cellReader(spec, unit, habits) })
    if (spec.kind === 'money' && unit?.currency != null) currencies.set(field, unit.currency)
  })
  const indexes = new Map(columns.map(({ field, index }) => [field, index]))
  const nameFromLanguages = register === 'tenants' && !indexes.has('name')

  return {
    read(cells) {
      const { values, problems } = readColumns(columns, cells)
      if (nameFromLanguages) takeFirstName(values)
      takeHeadingCurrency(register, values, currencies)
      return { values, problems }
    },
    columnOf: (field) => indexes.get(field) ?? null,
    textOf: (cells, field) => {
      const cell = cells[indexes.get(field) ?? -1]
      return isEmpty(cell) ? null : plainText(cell)
    },
  }
}

function readColumns(columns: readonly Column[], cells: readonly Cell[]) {
  const values: Record<string, FieldValue> = {}
  const problems: RowProblem[] = []
  for (const { index, field, read } of columns) {
    const cell = cells[index]
    if (isEmpty(cell)) continue
    const reading = read(cell)
    if ('reason' in reading) problems.push({ reason: reading.reason, field })
    else if (reading.value !== '') values[field] = reading.value
  }
  return { values, problems }
}

/** Where a file has names by language only, the first of them is the tenant's name. */
function takeFirstName(values: Record<string, FieldValue>): void {
  const first = nameFields.map((field) => values[field]).find((name) => name != null)
  if (first !== undefined) values['name'] = first
}

/** `Стоимость, USD`: the heading names the currency where the row itself does not. */
function takeHeadingCurrency(
  register: RegisterName,
  values: Record<string, FieldValue>,
  currencies: ReadonlyMap<string, string>,
): void {
  for (const [field, currency] of currencies) {
    const spec = fieldOf(register, field)
    if (spec?.kind !== 'money' || values[field] === undefined) continue
    values[spec.currencyField] ??= currency
  }
}

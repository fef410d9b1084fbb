import { fieldWords } from '../../kernel/field-labels'
import { languages } from '../../kernel/language'
import { fieldOf, type RegisterName } from '../../kernel/registers'
import { headerKey } from '../../kernel/text'
import type { FileRow } from './cell'
import { requiredFields } from './check-row'
import type { ColumnFields } from './map-columns'
import { cellReader, isEmpty, type FileHabits } from './read-cell'

/** So many values of a column must be there before anything is concluded from them. */
const enoughValues = 5
/** The first names of a field in each language leave no doubt what a column is meant to be. */
const surestNames = 3

/**
 * Takes columns out again whose less usual heading suggested a field, but none of whose values can be one: a column
 * `Progress` of percentages is no status. A column with one of a field's first names, or of a
 * required field, stays, right or wrong.
 */
export function plausibleFields(
  register: RegisterName,
  headings: readonly string[],
  fields: ColumnFields,
  rows: readonly FileRow[],
  habits: FileHabits,
): ColumnFields {
  return fields.map((field, column) => {
    const spec = field === null ? undefined : fieldOf(register, field)
    if (field === null || spec === undefined || mustStay(register, field, headings[column] ?? ''))
      return field
    const read = cellReader(spec, undefined, habits)
    let values = 0
    for (const row of rows) {
      const cell = row.cells[column]
      if (isEmpty(cell)) continue
      values += 1
      if ('value' in read(cell)) return field
    }
    return values < enoughValues ? field : null
  })
}

function mustStay(register: RegisterName, field: string, heading: string): boolean {
  if (requiredFields[register].includes(field)) return true
  const words = fieldWords(register, field)
  const surest = languages.flatMap((language) => words?.[language].slice(0, surestNames) ?? [])
  return surest.some((word) => headerKey(word) === headerKey(heading))
}

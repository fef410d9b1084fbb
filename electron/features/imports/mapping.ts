import { AppError } from '@shared/contract/result'
import type { Header } from '@shared/features/imports/find-header'
import type { ColumnFields } from '@shared/features/imports/map-columns'
import { fieldOf } from '@shared/kernel/registers'
import { headerKey } from '@shared/kernel/text'
import type { ReadableDb } from '../../data/sql'
import { profileFor } from './profiles.repo'

/** Column index → field; a column that is not listed is left out. */
export type Mapping = Readonly<Record<string, string>>
/** Heading → field, or null to leave the column out; other columns keep what was recognised. */
export type Overrides = Readonly<Record<string, string | null>>

/**
 * Which field each column goes to: the given mapping, or else that of a kept profile with the same headings, or else
 * what was recognised; then the overrides. Errors: `mapping_invalid`.
 */
export function chosenFields(
  db: ReadableDb,
  header: Header,
  mapping: Mapping | undefined,
  overrides: Overrides = {},
): { readonly fields: ColumnFields; readonly profile: string | null } {
  const profile = mapping === undefined ? profileFor(db, header.register, header.headings) : undefined
  const chosen = mapping ?? profile?.mapping
  const fields = chosen === undefined ? [...header.fields] : fieldsOf(chosen, header.headings.length)
  override(fields, header.headings, overrides)
  mustBeValid(fields, header)
  return { fields, profile: profile?.name ?? null }
}

function fieldsOf(mapping: Mapping, columns: number): (string | null)[] {
  const fields: (string | null)[] = Array.from({ length: columns }, () => null)
  for (const [index, field] of Object.entries(mapping)) {
    if (!(Number(index) < columns)) throw new AppError('mapping_invalid', { detail: `${index} → ${field}` })
    fields[Number(index)] = field
  }
  return fields
}

function override(fields: (string | null)[], headings: readonly string[], overrides: Overrides): void {
  for (const [heading, field] of Object.entries(overrides)) {
    const column = headings.findIndex((known) => headerKey(known) === headerKey(heading))
    if (column < 0) throw new AppError('mapping_invalid', { detail: heading })
    const other = field === null ? -1 : fields.indexOf(field)
    if (other >= 0) fields[other] = null
    fields[column] = field
  }
}

function mustBeValid(fields: ColumnFields, header: Header): void {
  const given = new Set<string>()
  fields.forEach((field, column) => {
    if (field === null) return
    if (fieldOf(header.register, field) === undefined || given.has(field)) {
      throw new AppError('mapping_invalid', { detail: `${header.headings[column]} → ${field}` })
    }
    given.add(field)
  })
}

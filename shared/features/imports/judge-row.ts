import { normaliseIdentifier } from '../../kernel/identifiers'
import type { AnyValues, RegisterName } from '../../kernel/registers'
import { compareKey } from '../../kernel/text'
import type { Cell } from './cell'
import { failedCheckDigit } from './check-digits'
import { changedFields, checkRow, firstProblem, withDefaults } from './check-row'
import type { RowProblem, RowReader, RowReading } from './parse-row'

/** What an import asks the register. */
export type Lookups = {
  /** The row a file's row is about, by its key: a reference, a registration number or else a name. */
  readonly storedRow: (values: AnyValues) => { readonly id: string; readonly values: AnyValues } | undefined
  /** The id of a tenant named in any language or by its number. */
  readonly tenantId: (text: string) => string | undefined
}

/** What becomes of a row. `warning` names the field whose check digit fails. */
export type Verdict =
  | { readonly kind: 'rejected'; readonly problem: RowProblem }
  | { readonly kind: 'created'; readonly values: AnyValues; readonly warning: string | null }
  | {
      readonly kind: 'updated'
      readonly id: string
      readonly patch: AnyValues
      readonly warning: string | null
    }
  | { readonly kind: 'unchanged'; readonly warning: string | null }

/** Judges the rows of one file in their order; it remembers their keys to find duplicates. */
export function rowJudge(
  register: RegisterName,
  reader: RowReader,
  lookups: Lookups,
): (cells: readonly Cell[]) => Verdict {
  const seen = new Set<string>()
  const mapped = (field: string) => reader.columnOf(field) !== null

  return (cells) => {
    const { reading, unknownTenant } = resolveTenant(reader.read(cells), lookups)
    const stored = lookups.storedRow(reading.values)
    const problems = [...checkRow(register, reading, stored?.values, mapped)]
    if (unknownTenant) problems.push({ reason: 'unknown_reference', field: 'tenantId' })
    const keys = rowKeys(register, reading.values)
    const repeated = keys.find(([, key]) => seen.has(key))
    if (repeated !== undefined) problems.push({ reason: 'duplicate', field: repeated[0] })
    const problem = firstProblem(problems)
    if (problem !== undefined) return { kind: 'rejected', problem }
    for (const [, key] of keys) seen.add(key)
    return accept(register, reading.values, stored)
  }
}

function resolveTenant(
  reading: RowReading,
  lookups: Lookups,
): { readonly reading: RowReading; readonly unknownTenant: boolean } {
  const text = reading.values['tenantId']
  if (typeof text !== 'string') return { reading, unknownTenant: false }
  const id = lookups.tenantId(text)
  const values = { ...reading.values, tenantId: id ?? text }
  return { reading: { ...reading, values }, unknownTenant: id === undefined }
}

/** `[field, key]` of everything that may stand only once in a file. */
function rowKeys(register: RegisterName, values: AnyValues): readonly (readonly [string, string])[] {
  const keys: (readonly [string, string])[] = []
  const add = (field: string, key: (text: string) => string) => {
    const value = values[field]
    if (typeof value === 'string' && key(value) !== '') keys.push([field, `${field}:${key(value)}`])
  }
  if (register === 'tenants') {
    add('registrationNo', normaliseIdentifier)
    add('name', compareKey)
  } else add('reference', compareKey)
  return keys
}

function accept(register: RegisterName, given: AnyValues, stored: ReturnType<Lookups['storedRow']>): Verdict {
  if (stored === undefined) {
    const values = withDefaults(register, given)
    return { kind: 'created', values, warning: failedCheckDigit(register, values) }
  }
  const patch = changedFields(register, stored.values, keepName(given, stored.values))
  const warning = failedCheckDigit(register, { ...stored.values, ...patch })
  return Object.keys(patch).length === 0
    ? { kind: 'unchanged', warning }
    : { kind: 'updated', id: stored.id, patch, warning }
}

/** A file that calls a tenant by its name in another language does not rename it. */
function keepName(given: AnyValues, stored: AnyValues): AnyValues {
  const name = given['name']
  if (typeof name !== 'string') return given
  const others = [stored['nameZh'], stored['nameRu'], stored['nameEn']]
  const known = others.some((other) => typeof other === 'string' && compareKey(other) === compareKey(name))
  if (!known) return given
  return Object.fromEntries(Object.entries(given).filter(([field]) => field !== 'name'))
}

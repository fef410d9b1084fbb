import type { FieldProblem } from '@shared/contract/result'
import type { FieldValue } from '@shared/kernel/field'
import { fieldEntries, type RegisterName } from '@shared/kernel/registers'
import { readRaw, type RawValues } from './raw-values'

export type FormReading = {
  /** Stored values of the fields that differ from what the form began with. */
  readonly changed: Readonly<Record<string, FieldValue>>
  readonly problems: readonly FieldProblem[]
}

/**
 * What saving a form would store. Fields nobody touched are left out, so that a record keeps what the form cannot show
 * exactly and its history names only what was meant.
 */
export function readForm(
  register: RegisterName,
  values: RawValues,
  before: RawValues,
  zone: string,
): FormReading {
  const changed: Record<string, FieldValue> = {}
  const problems: FieldProblem[] = []
  for (const [name, spec] of fieldEntries(register)) {
    const raw = values[name] ?? ''
    const reading = readRaw(register, name, spec, raw, zone)
    if (!reading.ok) problems.push(reading.problem)
    else if (raw.trim() !== (before[name] ?? '').trim()) changed[name] = reading.value
  }
  return { changed, problems: [...problems, ...missingCurrency(register, values)] }
}

/** An amount without its currency says nothing. */
function missingCurrency(register: RegisterName, values: RawValues): readonly FieldProblem[] {
  return fieldEntries(register).flatMap(([name, spec]) => {
    if (spec.kind !== 'money' || (values[name] ?? '') === '' || (values[spec.currencyField] ?? '') !== '')
      return []
    return [{ path: spec.currencyField, code: 'required' as const }]
  })
}

import type { ErrorParams } from '../../contract/result'
import type { FieldValue } from '../../kernel/field'
import type { AnyValues } from '../../kernel/registers'
import type { NumberProblem } from './numbers'

/** What findings say; each has its words (`finding.…`), `shape` and `date` with the form that would be right. */
export type FindingCode =
  | 'required'
  | 'shape'
  | 'date'
  | 'checkDigit'
  | 'order'
  | 'netAboveGross'
  | 'sum'
  | 'product'
  | 'duplicate'
  | 'milestoneOrder'

/**
 * Something to say about a field, at the place where the contract has it: `head.releasedAt`,
 * `lines.goodsLines.0.netWeight`. What is `refused` cannot be saved; the rest is for somebody to look at.
 */
export type Finding = {
  readonly path: string
  readonly code: FindingCode
  readonly refused: boolean
  readonly params?: ErrorParams
}

/** A text that stands in a field; empty where there is none. */
export function textIn(values: AnyValues, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** A number that stands in a field; null where there is none. */
export function numberIn(values: AnyValues, field: string): number | null {
  const value = values[field]
  return typeof value === 'number' ? value : null
}

/** Something to look at. */
export function hint(path: string, code: FindingCode, params?: Finding['params']): Finding {
  return { path, code, refused: false, params }
}

/** Something that cannot be stored. */
export function refusal(path: string, code: FindingCode, params?: Finding['params']): Finding {
  return { path, code, refused: true, params }
}

/** What is wrong with the number in a field, if there is one. */
export function numberHint(
  values: AnyValues,
  place: string,
  field: string,
  check: (raw: string) => NumberProblem | undefined,
): Finding[] {
  const text = textIn(values, field)
  const found = text === '' ? undefined : check(text)
  if (found === undefined) return []
  const params: ErrorParams =
    found.problem === 'checkDigit' ? { expected: found.expected } : { allowed: found.allowed }
  return [hint(`${place}.${field}`, found.problem, params)]
}

/** A field that must not be empty because of another one. */
export function needed(values: AnyValues, place: string, field: string, by: string): Finding[] {
  const value: FieldValue = values[field] ?? null
  return value === null ? [refusal(`${place}.${field}`, 'required', { other: by })] : []
}

import { fieldOf, type RegisterName } from '../../kernel/registers'
import { headerKey } from '../../kernel/text'
import { fieldIndex } from './field-words'
import { splitHeading, type HeadingUnit } from './heading-unit'
import { similarity } from './similarity'

/** The field of each column, null for a column that is not recognised. */
export type ColumnFields = readonly (string | null)[]

/** From here on a heading that is no known name counts as a variant of one; chosen so that one differing word of two does not. */
const alikeEnough = 0.78

type Candidate = { readonly column: number; readonly field: string; readonly cost: number }

/**
 * Assigns columns to fields by their headings: first by known names in any language (with or without a unit), then by
 * likeness. A field is never given twice; of two columns with its names the more usual name wins.
 */
export function mapColumns(register: RegisterName, headings: readonly string[]): ColumnFields {
  const mapped = mapByName(register, headings)
  mapByLikeness(register, headings, mapped)
  return mapped
}

/** How many columns of a row carry known names; what a header row is found by. */
export function namedColumns(register: RegisterName, headings: readonly string[]): ColumnFields {
  return mapByName(register, headings)
}

function mapByName(register: RegisterName, headings: readonly string[]): (string | null)[] {
  const mapped: (string | null)[] = headings.map(() => null)
  const candidates: Candidate[] = []
  headings.forEach((heading, column) => {
    const found = wordOf(register, heading)
    if (found !== undefined) candidates.push({ column, ...found })
  })
  assign(candidates, mapped)
  return mapped
}

type Found = { readonly field: string; readonly cost: number }

function wordOf(register: RegisterName, heading: string): Found | undefined {
  return wholeWord(register, heading) ?? partWord(register, heading)
}

function wholeWord(register: RegisterName, heading: string): Found | undefined {
  const key = headerKey(heading)
  if (key === '') return undefined
  const { byKey } = fieldIndex(register)
  const whole = byKey.get(key)
  if (whole !== undefined) return { field: whole.field, cost: whole.rank }
  const { base, unit } = splitHeading(heading)
  const word = unit === undefined ? undefined : byKey.get(headerKey(base))
  return word !== undefined && unit !== undefined && mayCarry(register, word.field, unit)
    ? { field: word.field, cost: 1000 + word.rank }
    : undefined
}

/** Headings in two languages, with remarks in brackets, or numbered: `企业名称 / Company`, `3. Тип (код)`. */
const partBorder =
  /[/|\n()[\]（）【】;；:：]|^\s*\d+[.)、]|(?<=\p{Script=Han})\s+(?=[^\p{Script=Han}])|(?<=[^\p{Script=Han}\s])\s+(?=\p{Script=Han})/u

function partWord(register: RegisterName, heading: string): Found | undefined {
  const parts = heading.split(partBorder).filter((part) => part.trim() !== '')
  const found = parts.flatMap((part) => wholeWord(register, part) ?? [])
  const [first] = found
  // Parts that name different fields contradict each other; then nothing is certain.
  if (first === undefined || found.some(({ field }) => field !== first.field)) return undefined
  return { field: first.field, cost: 2000 + first.cost }
}

function mayCarry(register: RegisterName, field: string, unit: HeadingUnit): boolean {
  const spec = fieldOf(register, field)
  if (spec?.kind === 'money') return unit.kind === 'money'
  return spec?.kind === 'decimal' && unit.kind === (spec.unit === 'kg' ? 'mass' : 'area')
}

function mapByLikeness(register: RegisterName, headings: readonly string[], mapped: (string | null)[]): void {
  const candidates: Candidate[] = []
  headings.forEach((heading, column) => {
    if (mapped[column] !== null || headerKey(heading).length < 2) return
    const base = splitHeading(heading).base
    const best = bestLikeness(register, base)
    // A likeness to a field another column names outright is a hint that this column is something else.
    if (best !== undefined && !mapped.includes(best.field)) {
      candidates.push({ column, field: best.field, cost: 1 - best.score })
    }
  })
  assign(candidates, mapped)
}

function bestLikeness(register: RegisterName, heading: string): { field: string; score: number } | undefined {
  let best: { field: string; score: number } | undefined
  for (const word of fieldIndex(register).words) {
    const score = similarity(heading, word.text)
    if (score >= alikeEnough && score > (best?.score ?? 0)) best = { field: word.field, score }
  }
  return best
}

function assign(candidates: readonly Candidate[], mapped: (string | null)[]): void {
  const taken = new Set<string>()
  for (const { column, field } of [...candidates].sort((a, b) => a.cost - b.cost || a.column - b.column)) {
    if (taken.has(field)) continue
    taken.add(field)
    mapped[column] = field
  }
}

import type { Right } from '../../contract/rights'
import type { FieldSpec, FieldSpecs, FieldValue } from '../../kernel/field'
import type { AnyValues } from '../../kernel/registers'
import type { FieldChanges } from '../history/history.contract'
import { linesOf, specOf, type Line, type ListName, type PartContent, type PartSpec } from './part'
import { partNames, parts } from './parts'

/**
 * How the log names a change of a part: `declaration.procedure`, `goodsLines[2].grossWeight` (2 is the line's number for
 * good), and `goodsLines.order` with the numbers of all lines in their order, wherever that changed. A line that was
 * added or removed is named with every value it has, so that the part as it was can be made from the part as it is.
 */
export type ChangePlace = {
  readonly part: PartSpec
  /** Undefined: of the head. */
  readonly list: ListName | undefined
  readonly line: number | undefined
  /** `order` of a list where `spec` is undefined. */
  readonly field: string
  readonly spec: FieldSpec | undefined
}

type Changes = Record<string, readonly [FieldValue, FieldValue]>

const orderOf = (lines: readonly Line[]) => lines.map(({ line }) => line).join(',') || null

function addDifferences(changes: Changes, prefix: string, specs: FieldSpecs, old: AnyValues, now: AnyValues) {
  for (const field of Object.keys(specs)) {
    const [from, to] = [old[field] ?? null, now[field] ?? null]
    if (from !== to) changes[`${prefix}.${field}`] = [from, to]
  }
}

/** Old and new value of everything that differs between two contents of a part. */
export function contentChanges(part: PartSpec, old: PartContent, now: PartContent): FieldChanges {
  const changes: Changes = {}
  addDifferences(changes, part.name, part.head, old.head, now.head)
  for (const { name, fields } of part.lists) {
    const [before, after] = [linesOf(old, name), linesOf(now, name)]
    const valuesOf = (lines: readonly Line[]) => new Map(lines.map(({ line, values }) => [line, values]))
    const [was, is] = [valuesOf(before), valuesOf(after)]
    for (const line of [...new Set([...was.keys(), ...is.keys()])].sort((one, other) => one - other)) {
      addDifferences(changes, `${name}[${line}]`, fields, was.get(line) ?? {}, is.get(line) ?? {})
    }
    const [from, to] = [orderOf(before), orderOf(after)]
    if (from !== to) changes[`${name}.order`] = [from, to]
  }
  return changes
}

const place = /^(?<owner>[a-zA-Z]+)(?:\[(?<line>\d+)\])?\.(?<field>[a-zA-Z]+)$/u

/** What an entry of the log names; undefined where it is nothing of a part. */
export function changePlace(key: string): ChangePlace | undefined {
  const { owner, line, field } = place.exec(key)?.groups ?? {}
  if (owner === undefined || field === undefined) return undefined
  for (const name of partNames) {
    const part = parts[name]
    if (line === undefined && owner === name) {
      const spec = specOf(part.head, field)
      return spec && { part, list: undefined, line: undefined, field, spec }
    }
    const list = part.lists.find((each) => each.name === owner)
    if (list === undefined) continue
    if (line === undefined) {
      return field === 'order'
        ? { part, list: list.name, line: undefined, field, spec: undefined }
        : undefined
    }
    const spec = specOf(list.fields, field)
    return spec && { part, list: list.name, line: Number(line), field, spec }
  }
  return undefined
}

/** Whether an entry of the log names something that needs a right somebody does not have. */
export function isHiddenChange(key: string, rights: ReadonlySet<Right>): boolean {
  const right = changePlace(key)?.spec?.right
  return right !== undefined && !rights.has(right)
}

/** The content a part had before changes that led to the one given: what an undo would save. */
export function contentBefore(part: PartSpec, now: PartContent, changes: FieldChanges): PartContent {
  const head = { ...now.head }
  const lines = Object.fromEntries(
    part.lists.map(({ name }) => [name, new Map(linesOf(now, name).map((line) => [line.line, line.values]))]),
  )
  const orders = Object.fromEntries(
    part.lists.map(({ name }) => [name, linesOf(now, name).map(({ line }) => line)]),
  )
  for (const [key, [old]] of Object.entries(changes)) {
    const at = changePlace(key)
    if (at?.part.name !== part.name) continue
    if (at.list === undefined) head[at.field] = old
    else if (at.line === undefined) orders[at.list] = old === null ? [] : String(old).split(',').map(Number)
    else lines[at.list]?.set(at.line, { ...lines[at.list]?.get(at.line), [at.field]: old })
  }
  const before = part.lists.map(({ name, fields }) => [
    name,
    (orders[name] ?? []).map((line) => ({ line, values: withEvery(fields, lines[name]?.get(line)) })),
  ])
  return { head, lines: Object.fromEntries(before) as PartContent['lines'] }
}

function withEvery(specs: FieldSpecs, values: AnyValues = {}): AnyValues {
  return Object.fromEntries(Object.keys(specs).map((field) => [field, values[field] ?? null]))
}

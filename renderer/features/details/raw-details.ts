import type { FieldProblem } from '@shared/contract/result'
import {
  linesOf,
  specEntries,
  type ListName,
  type PartContent,
  type PartSpec,
} from '@shared/features/details/part'
import { unitTypeList } from '@shared/features/details/shipment'
import type { FieldSpec, FieldSpecs, FieldValue } from '@shared/kernel/field'
import type { AnyValues } from '@shared/kernel/registers'
import { rawText, readValue, type RawValues } from '../../ui/form/raw-values'

/** A line as it stands in the form; `key` tells it from the others while it has no number. */
export type RawLine = { readonly key: string; readonly line: number | null; readonly values: RawValues }

/** A part as it stands in the form, every value as text. */
export type RawDetails = {
  readonly head: RawValues
  readonly lists: Readonly<Record<string, readonly RawLine[]>>
}

/** The lines of a list of the form. */
export function rawLines({ lists }: RawDetails, list: ListName): readonly RawLine[] {
  return lists[list] ?? []
}

/** A new line with nothing but what is given. */
export function newLine(values: RawValues = {}): RawLine {
  return { key: crypto.randomUUID(), line: null, values }
}

function rawOf(specs: FieldSpecs, values: AnyValues, zone: string): RawValues {
  const entries = specEntries(specs).map(([field, spec]) => [
    field,
    rawText(spec, values[field] ?? null, zone),
  ])
  return Object.fromEntries(entries.filter(([, text]) => text !== '')) as RawValues
}

/** A content as it stands in the form. */
export function rawDetails(part: PartSpec, content: PartContent, zone: string): RawDetails {
  const lists = part.lists.map(({ name, fields }) => [
    name,
    linesOf(content, name).map(({ line, values }) => ({
      key: crypto.randomUUID(),
      line,
      values: rawOf(fields, values, zone),
    })),
  ])
  return {
    head: rawOf(part.head, content.head, zone),
    lists: Object.fromEntries(lists) as RawDetails['lists'],
  }
}

/** The same in one row of texts, as drafts are kept: `head.procedure`, `goodsLines.0.hsCode`, `goodsLines.0.#`. */
export function flattened({ head, lists }: RawDetails): RawValues {
  const flat: Record<string, string> = {}
  for (const [field, text] of Object.entries(head)) if (text !== '') flat[`head.${field}`] = text
  for (const [list, lines] of Object.entries(lists)) {
    lines.forEach(({ line, values }, index) => {
      flat[`${list}.${index}.#`] = line === null ? 'new' : String(line)
      for (const [field, text] of Object.entries(values)) {
        if (text !== '') flat[`${list}.${index}.${field}`] = text
      }
    })
  }
  return flat
}

/** What a draft holds, as it stood in the form. */
export function unflattened(part: PartSpec, flat: RawValues): RawDetails {
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(flat)
        .filter(([key]) => key.startsWith(prefix) && !key.endsWith('.#'))
        .map(([key, text]) => [key.slice(prefix.length), text]),
    )
  const linesIn = (list: string): RawLine[] => {
    const lines: RawLine[] = []
    for (let index = 0; flat[`${list}.${index}.#`] !== undefined; index += 1) {
      const line = Number(flat[`${list}.${index}.#`])
      lines.push({ ...newLine(under(`${list}.${index}.`)), line: Number.isInteger(line) ? line : null })
    }
    return lines
  }
  return {
    head: under('head.'),
    lists: Object.fromEntries(part.lists.map(({ name }) => [name, linesIn(name)])),
  }
}

/** The declaration of a cell: the type of a unit is taken from the list of its kind. */
export function cellSpec(list: ListName, field: string, spec: FieldSpec, values: RawValues): FieldSpec {
  return list === 'transportUnits' && field === 'type' && spec.kind === 'code'
    ? { ...spec, list: unitTypeList(values) }
    : spec
}

/** Whether nothing was entered into a line; the kind a new one begins with is nothing. */
export function isBlank({ line, values }: RawLine): boolean {
  return (
    line === null && Object.entries(values).every(([field, text]) => field === 'kind' || text.trim() === '')
  )
}

export type DetailsReading = {
  /** What can be read, as far as somebody may see it; what cannot is empty. Blank lines are left out. */
  readonly content: {
    readonly head: AnyValues
    readonly lines: Readonly<Record<string, readonly ReadLine[]>>
  }
  /** What cannot be read, at its place in the form. */
  readonly problems: readonly FieldProblem[]
  /** The place in the form of a place in the content: blank lines shift those behind them. */
  readonly inForm: (path: string) => string
}
export type ReadLine = { readonly line: number | null; readonly values: AnyValues }

/** What reading depends on; kept as one object for as long as that is the same, for lines are read once for each. */
export type Readers = {
  readonly zone: string
  readonly isHidden: (specs: FieldSpecs, field: string) => boolean
}

type ValuesReading = { readonly values: AnyValues; readonly problems: readonly FieldProblem[] }

/** The fields of a head or a line; problems name the field alone. */
function readFields(specs: FieldSpecs, raw: RawValues, { zone, isHidden }: Readers): ValuesReading {
  const problems: FieldProblem[] = []
  const values: Record<string, FieldValue> = {}
  for (const [field, spec] of specEntries(specs)) {
    if (isHidden(specs, field)) continue
    const reading = readValue(spec, raw[field] ?? '', { path: field, required: spec.required === true, zone })
    values[field] = reading.ok ? reading.value : null
    if (!reading.ok) problems.push(reading.problem)
  }
  return { values, problems }
}

const knownLines = new WeakMap<Readers, WeakMap<RawLine, ValuesReading>>()

/** Of hundreds of lines one changes at a key; the others stay the same objects and are not read again. */
function readLine(specs: FieldSpecs, line: RawLine, readers: Readers): ValuesReading {
  let known = knownLines.get(readers)
  if (known === undefined) knownLines.set(readers, (known = new WeakMap()))
  let reading = known.get(line)
  if (reading === undefined) known.set(line, (reading = readFields(specs, line.values, readers)))
  return reading
}

/** What a form stands for. */
export function readDetails(part: PartSpec, raw: RawDetails, readers: Readers): DetailsReading {
  const head = readFields(part.head, raw.head, readers)
  const at = (place: string) => (problem: FieldProblem) => ({ ...problem, path: `${place}.${problem.path}` })
  const lists = part.lists.map(({ name, fields }) => ({
    name,
    kept: rawLines(raw, name).flatMap((line, index) =>
      isBlank(line) ? [] : [{ line: line.line, index, ...readLine(fields, line, readers) }],
    ),
  }))
  const inLines = lists.flatMap(({ name, kept }) =>
    kept.flatMap(({ index, problems }) => problems.map(at(`lines.${name}.${index}`))),
  )
  const lines = lists.map(({ name, kept }) => [name, kept.map(({ line, values }) => ({ line, values }))])
  return {
    content: { head: head.values, lines: Object.fromEntries(lines) as DetailsReading['content']['lines'] },
    problems: [...head.problems.map(at('head')), ...inLines],
    inForm: (path) => {
      const [first = '', list = '', index = '', ...rest] = path.split('.')
      const place = lists.find(({ name }) => name === list)?.kept[Number(index)]?.index
      return first === 'lines' && place !== undefined ? [first, list, place, ...rest].join('.') : path
    },
  }
}

/** The content as rules look at it: every line with a number. */
export function asContent({ content }: DetailsReading): PartContent {
  const lines = Object.entries(content.lines).map(([name, all]) => [
    name,
    all.map(({ values }, index) => ({ line: index + 1, values })),
  ])
  return { head: content.head, lines: Object.fromEntries(lines) as PartContent['lines'] }
}

import type { FieldSpec, FieldSpecs } from '../../kernel/field'
import type { AnyValues } from '../../kernel/registers'
import type { RequestType } from '../requests/request'

export const partNames = ['declaration', 'shipment', 'matter'] as const
export type PartName = (typeof partNames)[number]

export const listNames = ['goodsLines', 'transportUnits', 'cargoLines', 'milestones'] as const
export type ListName = (typeof listNames)[number]

/** Lines that a part has any number of: the goods of a declaration, the containers of a shipment. */
export type LinesSpec = {
  /** As the contract, the log and the words name them. */
  readonly name: ListName
  readonly table: string
  readonly fields: FieldSpecs
  /** Most lines of one request. */
  readonly most: number
}

/** What a request of one type carries beyond the fields of the register: one row, and lists of lines. */
export type PartSpec = {
  readonly name: PartName
  readonly type: RequestType
  readonly table: string
  readonly head: FieldSpecs
  readonly lists: readonly LinesSpec[]
}

/** A stored line; `line` is its number for good, which of two lines stands first is a matter of their order. */
export type Line = { readonly line: number; readonly values: AnyValues }

/** All there is of a part: every field and every line, nothing absent. */
export type PartContent = {
  readonly head: AnyValues
  readonly lines: Readonly<Record<string, readonly Line[]>>
}

/** A part with nothing in it. */
export function emptyContent(part: PartSpec): PartContent {
  const head = Object.fromEntries(Object.keys(part.head).map((field) => [field, null]))
  return { head, lines: Object.fromEntries(part.lists.map(({ name }) => [name, []])) }
}

/** The lines of a list; none where there is no such list. */
export function linesOf({ lines }: PartContent, list: string): readonly Line[] {
  return lines[list] ?? []
}

/** `[name, declaration]` of every field, in order. */
export function specEntries(specs: FieldSpecs): readonly (readonly [string, FieldSpec])[] {
  return Object.entries(specs)
}

/** A field's declaration by name, or undefined where there is none such. */
export function specOf(specs: FieldSpecs, name: string): FieldSpec | undefined {
  return Object.hasOwn(specs, name) ? specs[name] : undefined
}

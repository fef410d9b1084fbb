import type { z } from 'zod'
import type { Right } from './rights'

/** Where an operation runs: beside the database, or in the main process that owns windows and dialogs. */
export type Place = 'data' | 'main'

export type Kind = 'query' | 'command'

export type Operation<I extends z.ZodType = z.ZodType, O = unknown, K extends Kind = Kind> = {
  readonly kind: K
  readonly place: Place
  readonly right: Right
  /** Further rights that one input asks for: those of the register it names, for instance. */
  readonly also?: (input: z.output<I>) => readonly Right[]
  readonly input: I
  /** Only a type: what the operation answers. */
  readonly output: OutputType<O>
}

declare const outputType: unique symbol
type OutputType<O> = { readonly [outputType]?: O }

/** Names the type an operation answers with; nothing of it exists at run time. */
export function answers<O>(): OutputType<O> {
  return {}
}

type Parts<I extends z.ZodType, O> = {
  readonly right: Right
  readonly also?: (input: z.output<I>) => readonly Right[]
  readonly input: I
  readonly output: OutputType<O>
  readonly place?: Place
}

/** An operation that reads and changes nothing. */
export function query<I extends z.ZodType, O>(parts: Parts<I, O>): Operation<I, O, 'query'> {
  return { kind: 'query', place: 'data', ...parts }
}

/** An operation that changes something. */
export function command<I extends z.ZodType, O>(parts: Parts<I, O>): Operation<I, O, 'command'> {
  return { kind: 'command', place: 'data', ...parts }
}

export type FeatureContract = Readonly<Record<string, Operation>>
export type InputOf<T> = T extends Operation<infer I, unknown> ? z.input<I> : never
export type ParsedOf<T> = T extends Operation<infer I, unknown> ? z.output<I> : never
export type OutputOf<T> = T extends Operation<z.ZodType, infer O> ? O : never

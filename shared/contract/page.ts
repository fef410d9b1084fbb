import { z } from 'zod'

/** Longest list of rows one page may hold. */
export const maximumPage = 500

export const sortDirection = z.enum(['asc', 'desc'])

const conditionValue = z.union([z.string().max(300), z.number()])

/**
 * One condition on one field. `in` lists accepted values (null: empty is accepted), `from` is inclusive and `to`
 * exclusive, both in the field's stored form.
 */
export const conditionSchema = z.strictObject({
  field: z.string().max(60),
  in: z
    .array(z.union([conditionValue, z.null()]))
    .max(100)
    .optional(),
  from: conditionValue.optional(),
  to: conditionValue.optional(),
})

/** How the parts of a group are put together; `none`: rows for which no part is true. */
export const groupMatches = ['all', 'any', 'none'] as const

/** Conditions and groups of conditions put together, for what a plain list of conditions cannot say. */
const groupSchema = z.strictObject({
  match: z.enum(groupMatches),
  conditions: z.array(conditionSchema).max(20).default([]),
  get groups() {
    return z.array(groupSchema).max(10).default([])
  },
})
export type ConditionGroup = z.output<typeof groupSchema>

/** Groups within groups go no deeper. */
export const deepestGroup = 4

/** How many groups lie within each other, the outermost counted. */
export function groupDepth({ groups }: ConditionGroup): number {
  return 1 + Math.max(0, ...groups.map(groupDepth))
}

/** What a register shows: a text search, a named view, conditions on fields, and whether deleted rows are meant. */
export const filterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  view: z.string().max(40).optional(),
  /** The day (`YYYY-MM-DD`) or instant (ms) a dated view refers to; without it, now. */
  viewAt: z.union([z.string().max(10), z.number()]).optional(),
  conditions: z.array(conditionSchema).max(20).default([]),
  group: groupSchema.refine((group) => groupDepth(group) <= deepestGroup).optional(),
  batchId: z.string().max(40).optional(),
  deleted: z.boolean().default(false),
})

export const pageSchema = z.strictObject({
  filter: filterSchema.default({ conditions: [], deleted: false }),
  sort: z.strictObject({ field: z.string().max(60), direction: sortDirection }).optional(),
  cursor: z.string().max(600).nullable().default(null),
  /** Of every row, beside its id, only these fields; without them all of it. */
  fields: z.array(z.string().max(60)).max(80).optional(),
  limit: z.number().int().min(1).max(maximumPage),
})

export type Condition = z.output<typeof conditionSchema>
export type Filter = z.output<typeof filterSchema>
export type FilterInput = z.input<typeof filterSchema>
export type PageRequest = z.output<typeof pageSchema>

/** One page of rows; `next` is the cursor of the page after it, null at the end. */
export type Page<T> = { readonly rows: readonly T[]; readonly next: string | null }

declare const packedRow: unique symbol

/**
 * A page of a register as it crosses the bridge: the names once, then the values of each row. Half the text of a list of
 * objects, which is most of what a page costs on its way.
 */
export type PackedPage<T> = {
  readonly columns: readonly string[]
  readonly cells: readonly (readonly unknown[])[]
  readonly next: string | null
  readonly [packedRow]?: T
}

/** The rows of a packed page as objects. */
export function unpackPage<T>({ columns, cells, next }: PackedPage<T>): Page<T> {
  const rows = cells.map((values) => {
    const row: Record<string, unknown> = {}
    columns.forEach((column, index) => {
      row[column] = values[index]
    })
    return row as T
  })
  return { rows, next }
}

import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { registerNames, type RegisterName } from '../../kernel/registers'

/** What somebody typed and has not saved. `recordId` null: a record that does not exist yet. */
export type Draft = {
  readonly id: string
  readonly register: RegisterName
  readonly recordId: string | null
  readonly values: Readonly<Record<string, unknown>>
  readonly updatedAt: number
}

const valuesSchema = z.record(
  z.string().max(60),
  z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
)

export const draftsContract = {
  list: query({ right: 'signedIn', input: z.strictObject({}), output: answers<readonly Draft[]>() }),
  find: query({
    right: 'signedIn',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({ register: z.enum(registerNames), recordId: z.uuid().nullable() }),
    output: answers<Draft | null>(),
  }),
  keep: command({
    right: 'signedIn',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({
      register: z.enum(registerNames),
      recordId: z.uuid().nullable(),
      values: valuesSchema,
    }),
    output: answers<Draft>(),
  }),
  discard: command({
    right: 'signedIn',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({ register: z.enum(registerNames), recordId: z.uuid().nullable() }),
    output: answers<null>(),
  }),
}

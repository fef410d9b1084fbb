import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { Right } from '../../contract/rights'
import { registerNames } from '../../kernel/registers'

/** Forms whose drafts are kept: that of a record of a register, and that of a request's details. */
export const draftForms = [...registerNames, 'details'] as const
export type DraftForm = (typeof draftForms)[number]

/** The right that somebody needs to see a draft of a form at all. */
export function rightOfDraft({ register }: { readonly register: DraftForm }): Right {
  return register === 'details' ? 'requests.read' : `${register}.read`
}

/** What somebody typed and has not saved. `recordId` null: a record that does not exist yet. */
export type Draft = {
  readonly id: string
  readonly register: DraftForm
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
    also: (place) => [rightOfDraft(place)],
    input: z.strictObject({ register: z.enum(draftForms), recordId: z.uuid().nullable() }),
    output: answers<Draft | null>(),
  }),
  keep: command({
    right: 'signedIn',
    also: (place) => [rightOfDraft(place)],
    input: z.strictObject({
      register: z.enum(draftForms),
      recordId: z.uuid().nullable(),
      values: valuesSchema,
    }),
    output: answers<Draft>(),
  }),
  discard: command({
    right: 'signedIn',
    also: (place) => [rightOfDraft(place)],
    input: z.strictObject({ register: z.enum(draftForms), recordId: z.uuid().nullable() }),
    output: answers<null>(),
  }),
}

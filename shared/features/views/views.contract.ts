import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { filterSchema, sortDirection } from '../../contract/page'
import { registerNames } from '../../kernel/registers'
import { sanitiseLine } from '../../kernel/text'
import type { SavedView } from './view'

const register = z.enum(registerNames)
const versioned = { id: z.uuid(), version: z.number().int().min(1) }

const content = {
  register,
  name: z.string().transform(sanitiseLine).pipe(z.string().min(1).max(60)),
  shared: z.boolean(),
  filter: filterSchema,
  sort: z.strictObject({ field: z.string().max(60), direction: sortDirection }).nullable(),
}

const ofRegister = ({ register: name }: { readonly register: (typeof registerNames)[number] }) =>
  [`${name}.read`] as const

/** A view for everybody is changed by those who may write the register. */
const whoSaves = (input: { readonly register: (typeof registerNames)[number]; readonly shared: boolean }) =>
  input.shared ? ([`${input.register}.read`, `${input.register}.write`] as const) : ofRegister(input)

export const viewsContract = {
  list: query({
    right: 'signedIn',
    also: ofRegister,
    input: z.strictObject({ register }),
    output: answers<readonly SavedView[]>(),
  }),
  /** Keeps a new view, or changes one by its id. */
  save: command({
    right: 'signedIn',
    also: whoSaves,
    input: z.strictObject({ ...content, stored: z.strictObject(versioned).nullable() }),
    output: answers<SavedView>(),
  }),
  remove: command({
    right: 'signedIn',
    also: ofRegister,
    input: z.strictObject({ register, ...versioned }),
    output: answers<null>(),
  }),
}

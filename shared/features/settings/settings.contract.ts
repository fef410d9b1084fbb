import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { codesOf } from '../../kernel/code-lists'
import { languageSchema } from '../../kernel/language-schema'
import { registerNames } from '../../kernel/registers'
import { themes, type Park, type Preferences } from './settings'

export const parkSchema = z.strictObject({
  nameZh: z.string().trim().min(1).max(200).nullable(),
  nameRu: z.string().trim().min(1).max(200).nullable(),
  nameEn: z.string().trim().min(1).max(200).nullable(),
  timeZone: z.string().min(1).max(60),
  currency: z.enum(codesOf('currency')),
  country: z.enum(codesOf('country')).nullable().default(null),
})

export const preferencesSchema = z.strictObject({ language: languageSchema, theme: z.enum(themes) })

/** How one register is shown: which columns in which order and how wide, and the sort. */
const layoutSchema = z.strictObject({
  columns: z
    .array(z.strictObject({ field: z.string().max(60), width: z.number().int().min(40).max(1200) }))
    .max(60),
  hidden: z.array(z.string().max(60)).max(60),
  sort: z.strictObject({ field: z.string().max(60), direction: z.enum(['asc', 'desc']) }).optional(),
})
export type RegisterLayout = z.output<typeof layoutSchema>

export const settingsContract = {
  park: query({ right: 'settings.read', input: z.strictObject({}), output: answers<Park>() }),
  /** Names alone, for the screen before anybody has signed in. */
  parkNames: query({
    right: 'public',
    input: z.strictObject({}),
    output: answers<Pick<Park, 'nameZh' | 'nameRu' | 'nameEn'>>(),
  }),
  savePark: command({ right: 'settings.write', input: parkSchema, output: answers<Park>() }),
  preferences: query({ right: 'public', input: z.strictObject({}), output: answers<Preferences>() }),
  savePreferences: command({ right: 'public', input: preferencesSchema, output: answers<Preferences>() }),
  layout: query({
    right: 'signedIn',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({ register: z.enum(registerNames) }),
    output: answers<RegisterLayout | null>(),
  }),
  saveLayout: command({
    right: 'signedIn',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({ register: z.enum(registerNames), layout: layoutSchema.nullable() }),
    output: answers<null>(),
  }),
}

import { z } from 'zod'
import { answers, command } from '../../contract/define'
import { filterSchema } from '../../contract/page'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { languageSchema } from '../../kernel/language-schema'
import { registerNames } from '../../kernel/registers'

export const exportFormats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportsContract = {
  /** Writes the rows of a filter (or the whole register) to a file; importing it again changes nothing. */
  run: command({
    right: 'exports.run',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({
      jobId: jobIdSchema,
      register: z.enum(registerNames),
      format: z.enum(exportFormats),
      language: languageSchema,
      file: fileTokenSchema,
      filter: filterSchema.optional(),
    }),
    output: answers<{ readonly rows: number; readonly fileName: string }>(),
  }),
}

import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { languageSchema } from '../../kernel/language-schema'
import type { ReportFigures } from './figures'

export const reportKinds = ['monthly', 'quarterly', 'annual'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportFormats = ['pdf', 'xlsx', 'docx', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const periodInput = { kind: z.enum(reportKinds), period: z.string().max(10) }

export const reportsContract = {
  /** The figures of a period and of the one before it. Everything a report shows is made of them. */
  figures: query({
    right: 'reports.read',
    input: z.strictObject({ jobId: jobIdSchema, ...periodInput }),
    output: answers<ReportFigures>(),
  }),
  /** Writes the report into a chosen folder, a file per language and format; answers the file names. */
  save: command({
    right: 'reports.read',
    input: z.strictObject({
      jobId: jobIdSchema,
      ...periodInput,
      languages: z.array(languageSchema).min(1).max(3),
      formats: z.array(z.enum(reportFormats)).min(1).max(5),
      folder: fileTokenSchema,
    }),
    output: answers<{ readonly files: readonly string[] }>(),
  }),
}

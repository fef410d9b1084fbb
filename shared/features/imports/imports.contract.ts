import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { languageSchema } from '../../kernel/language-schema'
import { registerNames, wholeRegisterRights, type RegisterName } from '../../kernel/registers'
import type { FileInspection, ImportBatch, ImportOutcome, ImportProblem, MappingProfile } from './import'

/** Column index (from 0) → field name; a column that is not listed is left out. */
export const mappingSchema = z.record(z.string().regex(/^\d{1,3}$/), z.string().max(60))

export const readingSchema = z.strictObject({
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(3).optional(),
  sheet: z.string().max(200).optional(),
  /** Row number of the header as the file shows it, 0 for the names of records; found by its names when absent. */
  headerRow: z.number().int().min(0).max(200).optional(),
})

const source = {
  jobId: jobIdSchema,
  register: z.enum(registerNames),
  file: fileTokenSchema,
  reading: readingSchema.default({}),
  mapping: mappingSchema.optional(),
}

/** A workbook may bring any field and any row, so whoever takes one in must be allowed all of the register. */
const writeAll = ({ register }: { readonly register: RegisterName }) => wholeRegisterRights(register, 'write')

export const importsContract = {
  /** Reads the beginning of a file: sheets, encoding, header, how its columns map, first rows. */
  inspect: query({
    right: 'imports.run',
    input: z.strictObject({
      jobId: jobIdSchema,
      file: fileTokenSchema,
      register: z.enum(registerNames).optional(),
      reading: readingSchema.default({}),
    }),
    output: answers<FileInspection>(),
  }),
  /** Checks every row and writes nothing. */
  dryRun: query({
    right: 'imports.run',
    also: writeAll,
    input: z.strictObject(source),
    output: answers<ImportOutcome>(),
  }),
  /** Takes the file in: all of it or, when stopped or failed, nothing. */
  run: command({
    right: 'imports.run',
    also: writeAll,
    input: z.strictObject(source),
    output: answers<ImportOutcome>(),
  }),
  /** Problems of the last dry run or import of this job, in file order. */
  problems: query({
    right: 'imports.run',
    input: z.strictObject({
      jobId: jobIdSchema,
      after: z.number().int().min(-1).default(-1),
      limit: z.number().int().min(1).max(500),
      severity: z.enum(['rejected', 'warning']).optional(),
    }),
    output: answers<{ readonly rows: readonly ImportProblem[]; readonly total: number }>(),
  }),
  /** Writes the rejected rows with a reason column. */
  saveRejects: command({
    right: 'imports.run',
    input: z.strictObject({
      jobId: jobIdSchema,
      file: fileTokenSchema,
      /** Of the words for the reasons. */
      language: languageSchema.default('en'),
    }),
    output: answers<{ readonly rows: number }>(),
  }),
  batches: query({
    right: 'imports.run',
    input: z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }),
    output: answers<readonly ImportBatch[]>(),
  }),
  /** Takes a whole import back: what it created is deleted, what it changed gets its old values again. */
  undo: command({
    right: 'imports.run',
    input: z.strictObject({ batchId: z.uuid() }),
    output: answers<ImportBatch>(),
  }),
  profiles: query({
    right: 'imports.run',
    also: writeAll,
    input: z.strictObject({ register: z.enum(registerNames) }),
    output: answers<readonly MappingProfile[]>(),
  }),
  /** Keeps how the columns of files with this header map; used by itself the next time. */
  saveProfile: command({
    right: 'imports.run',
    also: writeAll,
    input: z.strictObject({
      register: z.enum(registerNames),
      name: z.string().trim().min(1).max(80),
      headers: z.array(z.string().max(300)).max(500),
      mapping: mappingSchema,
    }),
    output: answers<MappingProfile>(),
  }),
  removeProfile: command({
    right: 'imports.run',
    input: z.strictObject({ id: z.uuid() }),
    output: answers<null>(),
  }),
}

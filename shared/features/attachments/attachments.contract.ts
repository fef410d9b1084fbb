import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { Right } from '../../contract/rights'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { registerNames, type RegisterName } from '../../kernel/registers'
import type { Attachment } from './attachment'

const ofRecord = { register: z.enum(registerNames), recordId: z.uuid() }
const one = { ...ofRecord, id: z.uuid() }

type Input = { readonly register: RegisterName }
const reading = ({ register }: Input): readonly Right[] => [`${register}.read`]
const writing = ({ register }: Input): readonly Right[] => [`${register}.read`, `${register}.write`]

/** Files that belong to a record. */
export const attachmentsContract = {
  /** Those of a record in the order in which they came, the ones in the bin included. */
  list: query({
    right: 'signedIn',
    also: reading,
    input: z.strictObject(ofRecord),
    output: answers<readonly Attachment[]>(),
  }),
  /**
   * Errors: `attachment_kind_refused`, `attachment_mismatch`, `attachment_macros`, `attachment_too_large`,
   * `attachment_exists`, `attachments_full`, `attachments_too_many`, and what keeps a file from being read.
   */
  add: command({
    right: 'signedIn',
    also: writing,
    input: z.strictObject({ ...ofRecord, jobId: jobIdSchema, file: fileTokenSchema }),
    output: answers<Attachment>(),
  }),
  /** Puts it into the bin of its record. */
  remove: command({
    right: 'signedIn',
    also: writing,
    input: z.strictObject(one),
    output: answers<Attachment>(),
  }),
  restore: command({
    right: 'signedIn',
    also: writing,
    input: z.strictObject(one),
    output: answers<Attachment>(),
  }),
  /** Writes a copy to a file the user chose. Errors: `attachment_missing`, `attachment_damaged`. */
  save: command({
    right: 'signedIn',
    also: reading,
    input: z.strictObject({ ...one, jobId: jobIdSchema, file: fileTokenSchema }),
    output: answers<{ readonly fileName: string }>(),
  }),
  /** The content of a file that Parkdesk shows by itself, in Base64. Errors: as `save`, `attachment_no_program`, `attachment_too_large`. */
  preview: command({
    right: 'signedIn',
    also: reading,
    input: z.strictObject({ ...one, jobId: jobIdSchema }),
    output: answers<{ readonly content: string }>(),
  }),
  /** Has the system's own program show a copy. Errors: as `save`, and `attachment_no_program`. */
  open: command({
    right: 'signedIn',
    also: reading,
    input: z.strictObject({ ...one, jobId: jobIdSchema }),
    output: answers<null>(),
  }),
}

import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { Page } from '../../contract/page'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { languageSchema } from '../../kernel/language-schema'
import type { FieldChanges } from '../history/history.contract'
import { auditActions, auditSubjects, type AuditAction, type AuditSubject, type ChainCheck } from './audit'

export type AuditEntry = {
  readonly sequence: number
  readonly at: number
  readonly actor: string
  readonly workstation: string
  readonly action: AuditAction
  readonly subject: AuditSubject
  readonly recordId: string
  /** Number or name of the record, where there is one still. */
  readonly title: string | null
  readonly changes: FieldChanges
  /** The clock of the workstation had been set back when this was written. */
  readonly clockBack: boolean
}

export const auditFilterSchema = z.strictObject({
  actor: z.string().max(60).optional(),
  action: z.array(z.enum(auditActions)).max(auditActions.length).optional(),
  subject: z.array(z.enum(auditSubjects)).max(auditSubjects.length).optional(),
  /** Instants in ms; `from` inclusive, `to` exclusive. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** Words in the changed values, or a record's number. */
  text: z.string().max(200).optional(),
})
export type AuditFilter = z.output<typeof auditFilterSchema>

/** What walking the log found, and whether the file of anchors beside the database is there and can be read. */
export type AuditCheck = ChainCheck & {
  readonly file: { readonly found: boolean; readonly spoiled: number }
}

export const auditContract = {
  entries: query({
    right: 'audit.read',
    input: z.strictObject({
      filter: auditFilterSchema.default({}),
      cursor: z.string().max(40).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: answers<Page<AuditEntry>>(),
  }),
  actors: query({ right: 'audit.read', input: z.strictObject({}), output: answers<readonly string[]>() }),
  /** Walks the whole log. `anchor` is one from a report or a backup, `123456:9f2c…` as printed. */
  check: query({
    right: 'audit.read',
    input: z.strictObject({ jobId: jobIdSchema, anchor: z.string().max(100).optional() }),
    output: answers<AuditCheck>(),
  }),
  /** Writes the entries of a filter as CSV or XLSX, newest first. */
  save: command({
    right: 'audit.read',
    input: z.strictObject({
      jobId: jobIdSchema,
      filter: auditFilterSchema.default({}),
      format: z.enum(['csv', 'xlsx']),
      language: languageSchema,
      file: fileTokenSchema,
    }),
    output: answers<{ readonly rows: number; readonly fileName: string }>(),
  }),
}

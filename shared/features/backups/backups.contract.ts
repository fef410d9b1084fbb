import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import type { Backup, BackupStatus, DrillResult, RestorePreview } from './backups'

const nothing = z.strictObject({})
const idSchema = z.string().max(120)

/** A backup of the park's own folder by its id, or a file somebody chose. */
const sourceSchema = z.union([z.strictObject({ id: idSchema }), z.strictObject({ file: fileTokenSchema })])

/**
 * Who vouches for a restore where the present data cannot say who may: an administrator of the backup by name and
 * password, or the recovery key; the key also opens a backup of another machine.
 */
export const authoritySchema = z.strictObject({
  name: z.string().max(200).optional(),
  password: z.string().max(1000).optional(),
  recoveryKey: z.string().max(200).optional(),
})

export const backupsContract = {
  status: query({ right: 'storage.manage', input: nothing, output: answers<BackupStatus>() }),
  /** Only how many days old the last good backup is and whether something is wrong, for the status line. */
  alarms: query({
    right: 'signedIn',
    input: nothing,
    output: answers<Pick<BackupStatus, 'alarms' | 'lastVerifiedAt' | 'lastElsewhereAt'>>(),
  }),
  /** A backup in the park's own folder, now. */
  make: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<Backup>(),
  }),
  /** A verified backup as a file somewhere else, on another device. */
  saveTo: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema, file: fileTokenSchema }),
    output: answers<{ readonly fileName: string; readonly bytes: number; readonly elsewhere: boolean }>(),
  }),
  /** A folder on another device that every daily backup is copied to as well; null for none. */
  setElsewhere: command({
    right: 'storage.manage',
    input: z.strictObject({ folder: fileTokenSchema.nullable() }),
    output: answers<BackupStatus>(),
  }),
  /** Opens the newest backup in a scratch folder, checks everything in it, and throws the copy away. */
  drill: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<DrillResult>(),
  }),
  /** Checks a backup and says what going back to it would lose. Errors: `backup_key_needed`, `backup_invalid`, … */
  preview: query({
    right: 'storage.manage',
    input: z.strictObject({
      jobId: jobIdSchema,
      source: sourceSchema,
      authority: authoritySchema.default({}),
    }),
    output: answers<RestorePreview>(),
  }),
  restore: command({
    right: 'storage.manage',
    input: z.strictObject({
      jobId: jobIdSchema,
      source: sourceSchema,
      authority: authoritySchema.default({}),
      /** Said by whoever restores a backup of another park. */
      otherPark: z.boolean().default(false),
    }),
    output: answers<null>(),
  }),
  /** Undoes a restore: what it moved aside comes back. */
  bringBack: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema, id: idSchema }),
    output: answers<null>(),
  }),
  /** Where the data cannot be opened or there is none: the backups of the folder, newest first. */
  rescueList: query({ right: 'public', input: nothing, output: answers<readonly Backup[]>() }),
  rescuePreview: query({
    right: 'public',
    input: z.strictObject({
      jobId: jobIdSchema,
      source: sourceSchema,
      authority: authoritySchema.default({}),
    }),
    output: answers<RestorePreview>(),
  }),
  /** Only while the data cannot be opened or there is none. */
  rescue: command({
    right: 'public',
    input: z.strictObject({
      jobId: jobIdSchema,
      source: sourceSchema,
      authority: authoritySchema.default({}),
    }),
    output: answers<null>(),
  }),
}

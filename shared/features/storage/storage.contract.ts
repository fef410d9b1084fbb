import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { authoritySchema } from '../backups/backups.contract'
import { parkSchema } from '../settings/settings.contract'
import type { SalvagePreview, SampleSize, StorageStatus, Verification } from './storage'

export const storageContract = {
  /** Where the data is and how it stands; answers before a park exists, too. */
  status: query({ right: 'public', input: z.strictObject({}), output: answers<StorageStatus>() }),
  /** Makes the park of an empty data folder. */
  createPark: command({ right: 'public', input: parkSchema, output: answers<StorageStatus>() }),
  /** Fills an empty park with the sample park. */
  addSample: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<SampleSize>(),
  }),
  /** Takes the sample park out again; what was entered besides stays. */
  removeSample: command({
    right: 'storage.manage',
    input: z.strictObject({}),
    output: answers<SampleSize>(),
  }),
  /** Checks everything, and keeps the result for the status. */
  verify: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<Verification>(),
  }),
  /** Tries again to open data that cannot be; `takeOver`: from another machine that has long been silent. */
  reopen: command({
    right: 'public',
    input: z.strictObject({ takeOver: z.boolean().default(false) }),
    output: answers<StorageStatus>(),
  }),
  /** Reads what can still be read of a damaged file into a new one beside it; nothing is exchanged yet. */
  salvagePreview: command({
    right: 'public',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<SalvagePreview>(),
  }),
  /** Puts what was read in the place of the damaged file, which is moved aside. Only where the file is damaged. */
  salvage: command({
    right: 'public',
    input: z.strictObject({ jobId: jobIdSchema, authority: authoritySchema.default({}) }),
    output: answers<StorageStatus>(),
  }),
  /** Sizes, versions and checks as a file for whoever helps; not a word of any record. */
  saveSupport: command({
    right: 'public',
    input: z.strictObject({ file: fileTokenSchema }),
    output: answers<{ readonly fileName: string }>(),
  }),
}

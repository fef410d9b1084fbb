import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { parkSchema } from '../settings/settings.contract'
import type { SampleSize, StorageStatus, Verification } from './storage'

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
  backup: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema, file: fileTokenSchema }),
    output: answers<{ readonly fileName: string; readonly bytes: number }>(),
  }),
  restore: command({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema, file: fileTokenSchema }),
    output: answers<StorageStatus>(),
  }),
  verify: query({
    right: 'storage.manage',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<Verification>(),
  }),
}

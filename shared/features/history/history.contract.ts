import { z } from 'zod'
import { answers, query } from '../../contract/define'
import type { Page } from '../../contract/page'
import type { FieldValue } from '../../kernel/field'
import { registerNames, type RegisterName } from '../../kernel/registers'
import { timelineKinds, type TimelineEntry } from './timeline'

/** What can happen to a record itself. */
export const changeActions = ['created', 'updated', 'deleted', 'restored', 'erased'] as const
export type ChangeAction = (typeof changeActions)[number]

/** Old and new value of every field a change touched. */
export type FieldChanges = Readonly<Record<string, readonly [FieldValue, FieldValue]>>

export type HistoryEntry = {
  readonly sequence: number
  readonly at: number
  readonly actor: string
  readonly workstation: string
  readonly action: ChangeAction
  readonly register: RegisterName
  readonly recordId: string
  readonly batchId: string | null
  /** Name of the imported file, where the change came with an import. */
  readonly batchFile: string | null
  readonly changes: FieldChanges
}

export const historyContract = {
  ofRecord: query({
    right: 'signedIn',
    also: ({ register }) => [`${register}.read`],
    input: z.strictObject({
      register: z.enum(registerNames),
      id: z.uuid(),
      cursor: z.string().max(40).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: answers<Page<HistoryEntry>>(),
  }),
  /** Everything that happened around a request, the newest first; without `kinds` all of it. */
  timeline: query({
    right: 'requests.read',
    input: z.strictObject({
      id: z.uuid(),
      kinds: z.array(z.enum(timelineKinds)).min(1).max(timelineKinds.length).optional(),
      cursor: z.string().max(40).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: answers<Page<TimelineEntry>>(),
  }),
}

import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fieldSchema } from '../../kernel/record-schema'
import { sanitiseLine, sanitiseParagraphs } from '../../kernel/text'
import { requestFields } from '../requests/request'
import type { RequestRow } from '../requests/requests.contract'
import type { Stage } from './flows'
import { moveKinds, type Move } from './moves'
import { reassignSource, type ReassignPreview, type Workload } from './reassign'

/** Why something was done, in somebody's own words. */
export const reasonSchema = z.string().transform(sanitiseParagraphs).pipe(z.string().min(1).max(1000))

const officerSchema = z
  .string()
  .transform(sanitiseLine)
  .pipe(z.string().min(1).max(requestFields.officer.maxLength))

/** A stage of a request's way; `at` (ms) is when it last came there, null where it has not, or where nobody noted it. */
export type Step = { readonly stage: Stage; readonly at: number | null }

/** Where a request stands and where it can go. */
export type Way = {
  readonly version: number
  readonly stage: Stage
  readonly steps: readonly Step[]
  readonly moves: readonly Move[]
  /** Required papers that are neither accepted nor declared unnecessary: closing then asks why. */
  readonly openItems: number
  /** Numbers of the open requests that this one waits for. */
  readonly blockedBy: readonly string[]
}

const oneId = z.strictObject({ id: z.uuid() })

/** The way of a request through the stages of its type. */
export const workflowContract = {
  way: query({ right: 'requests.read', input: oneId, output: answers<Way>() }),
  /**
   * Moves a request on, back or out. `values` fills in what the stage asks for. Errors: `move_not_offered`,
   * `checklist_open` without an `override` that says why, `invalid_input` with what is missing, `changed_meanwhile`.
   */
  move: command({
    right: 'requests.write',
    input: z.strictObject({
      id: z.uuid(),
      version: z.number().int().min(1),
      kind: z.enum(moveKinds),
      to: z.string().max(40).optional(),
      reason: reasonSchema.nullable().default(null),
      override: reasonSchema.nullable().default(null),
      values: z
        .strictObject({
          officer: fieldSchema(requestFields.officer).optional(),
          direction: fieldSchema(requestFields.direction).optional(),
          transportMode: fieldSchema(requestFields.transportMode).optional(),
          closedAt: fieldSchema(requestFields.closedAt).optional(),
        })
        .default({}),
    }),
    output: answers<RequestRow>(),
  }),
  /** How much everybody has to do, those with the least first. */
  workload: query({
    right: 'requests.read',
    input: z.strictObject({}),
    output: answers<readonly Workload[]>(),
  }),
  reassignPreview: query({
    right: 'requests.write',
    input: z.strictObject({ source: reassignSource, to: officerSchema }),
    output: answers<ReassignPreview>(),
  }),
  /** Gives open requests to an officer, all or none. Errors: `changed_meanwhile` where they are not `expected` ones any more. */
  reassign: command({
    right: 'requests.write',
    input: z.strictObject({
      source: reassignSource,
      to: officerSchema,
      expected: z.number().int().min(0),
    }),
    output: answers<{ readonly total: number; readonly changed: number }>(),
  }),
}

import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { ManyPreview } from '../../contract/many'
import { filterSchema, pageSchema, type PackedPage } from '../../contract/page'
import type { IdentifierStatus } from '../../kernel/identifiers'
import { recordInputs } from '../../kernel/record-schema'
import type { ServiceRequest } from './request'

/**
 * Named views of the request register. `viewAt` is an instant (default: now): `openAt` received before it and not
 * cancelled or closed before it; `onTime` needs conditions on `closedAt` beside it.
 */
export const requestViews = [
  'open',
  'overdue',
  'dueToday',
  'dueSoon',
  'waiting',
  'openAt',
  'closed',
  'onTime',
  'withDue',
] as const

/** A row of the register: the request, its tenant's name and how its container number stands its check. */
export type RequestRow = ServiceRequest & {
  readonly tenantName: string
  /** Where the work stands, see `workflow`; null where nobody ever noted it. */
  readonly stage: string | null
  readonly containerStatus: IdentifierStatus | null
}

const inputs = recordInputs('requests')

export const requestsContract = {
  page: query({ right: 'requests.read', input: pageSchema, output: answers<PackedPage<RequestRow>>() }),
  count: query({ right: 'requests.read', input: filterSchema, output: answers<number>() }),
  /** Rows in each view, and `all`. */
  viewCounts: query({
    right: 'requests.read',
    input: z.strictObject({}),
    output: answers<Readonly<Record<string, number>>>(),
  }),
  get: query({ right: 'requests.read', input: inputs.id, output: answers<RequestRow>() }),
  create: command({ right: 'requests.write', input: inputs.create, output: answers<RequestRow>() }),
  update: command({ right: 'requests.write', input: inputs.update, output: answers<RequestRow>() }),
  remove: command({ right: 'requests.write', input: inputs.versioned, output: answers<RequestRow>() }),
  restore: command({ right: 'requests.write', input: inputs.versioned, output: answers<RequestRow>() }),
  previewMany: query({
    right: 'requests.write',
    input: inputs.previewMany,
    output: answers<ManyPreview>(),
  }),
  /** All of them or none; answers how many. */
  updateMany: command({ right: 'requests.write', input: inputs.updateMany, output: answers<number>() }),
}

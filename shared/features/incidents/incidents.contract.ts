import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { ManyPreview } from '../../contract/many'
import { filterSchema, pageSchema, type PackedPage } from '../../contract/page'
import { recordInputs } from '../../kernel/record-schema'
import type { Incident } from './incident'

/** Named views of the incident register; `viewAt` is an instant (default: now). */
export const incidentViews = ['open', 'openAt', 'severe', 'closed'] as const

/** A row of the register: the incident, its tenant's name, and the report key its category falls under. */
export type IncidentRow = Incident & { readonly tenantName: string | null }

const inputs = recordInputs('incidents')

export const incidentsContract = {
  page: query({ right: 'incidents.read', input: pageSchema, output: answers<PackedPage<IncidentRow>>() }),
  count: query({ right: 'incidents.read', input: filterSchema, output: answers<number>() }),
  viewCounts: query({
    right: 'incidents.read',
    input: z.strictObject({}),
    output: answers<Readonly<Record<string, number>>>(),
  }),
  get: query({ right: 'incidents.read', input: inputs.id, output: answers<IncidentRow>() }),
  create: command({ right: 'incidents.write', input: inputs.create, output: answers<IncidentRow>() }),
  update: command({ right: 'incidents.write', input: inputs.update, output: answers<IncidentRow>() }),
  remove: command({ right: 'incidents.write', input: inputs.versioned, output: answers<IncidentRow>() }),
  restore: command({ right: 'incidents.write', input: inputs.versioned, output: answers<IncidentRow>() }),
  previewMany: query({
    right: 'incidents.write',
    input: inputs.previewMany,
    output: answers<ManyPreview>(),
  }),
  /** All of them or none; answers how many. */
  updateMany: command({ right: 'incidents.write', input: inputs.updateMany, output: answers<number>() }),
}

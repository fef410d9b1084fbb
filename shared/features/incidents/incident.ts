import type { FieldSpecs, ValuesOf } from '../../kernel/field'
import type { RecordEnvelope } from '../../kernel/registers'

/** Fields of a security incident (roles of ISO 22320 come with its investigation). Money in minor units. */
export const incidentFields = {
  reference: { kind: 'text', maxLength: 64, required: true },
  category: { kind: 'choice', list: 'incidentCategory', required: true },
  severity: { kind: 'integer', min: 1, max: 5, required: true },
  occurredAt: { kind: 'instant', required: true },
  reportedAt: { kind: 'instant' },
  location: { kind: 'text', maxLength: 200 },
  tenantId: { kind: 'tenant' },
  description: { kind: 'text', maxLength: 4000, long: true },
  injured: { kind: 'integer', min: 0, max: 100_000 },
  loss: { kind: 'money', currencyField: 'currency' },
  currency: { kind: 'choice', list: 'currency' },
  status: { kind: 'choice', list: 'incidentStatus', required: true },
  closedAt: { kind: 'instant' },
  confidentiality: { kind: 'choice', list: 'confidentiality' },
} as const satisfies FieldSpecs

export type IncidentValues = ValuesOf<typeof incidentFields>
export type Incident = RecordEnvelope & IncidentValues

/** Prefix of the incident number series: `INC-2026-0042`. */
export const incidentSeries = 'INC'

/** Who may not `incidents.restricted` sees nothing of incidents marked so: not in lists, sums of rows, search or exports. */
export const restrictedConfidentiality = ['restricted', 'confidential', 'strict'] as const

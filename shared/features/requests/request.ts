import type { FieldSpecs, ValuesOf } from '../../kernel/field'
import type { RecordEnvelope } from '../../kernel/registers'

/** Fields of a service request. Weights in grams, money in minor units. */
export const requestFields = {
  reference: { kind: 'text', maxLength: 64, required: true },
  type: { kind: 'choice', list: 'requestType', required: true },
  tenantId: { kind: 'tenant', required: true },
  subject: { kind: 'text', maxLength: 300 },
  receivedAt: { kind: 'instant', required: true },
  dueAt: { kind: 'instant' },
  firstDueAt: { kind: 'instant' },
  firstResponseAt: { kind: 'instant' },
  closedAt: { kind: 'instant' },
  status: { kind: 'choice', list: 'requestStatus', required: true },
  priority: { kind: 'choice', list: 'priority', required: true },
  officer: { kind: 'text', maxLength: 120 },
  direction: { kind: 'choice', list: 'direction' },
  hsCode: { kind: 'text', maxLength: 13, codes: 'hs' },
  goods: { kind: 'text', maxLength: 300 },
  grossWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  declaredValue: { kind: 'money', currencyField: 'currency', right: 'requests.finance' },
  currency: { kind: 'choice', list: 'currency', right: 'requests.finance' },
  borderPoint: { kind: 'text', maxLength: 120 },
  transportMode: { kind: 'choice', list: 'transportMode' },
  container: { kind: 'text', maxLength: 40 },
  note: { kind: 'text', maxLength: 4000, long: true },
} as const satisfies FieldSpecs

export type RequestValues = ValuesOf<typeof requestFields>
export type ServiceRequest = RecordEnvelope & RequestValues

export const requestTypes = ['customs', 'logistics', 'legal', 'other'] as const
export type RequestType = (typeof requestTypes)[number]

/** Prefix of the number series of each type: `CUS-2026-000123`. */
export const requestSeries: Readonly<Record<RequestType, string>> = {
  customs: 'CUS',
  logistics: 'LOG',
  legal: 'LEX',
  other: 'OTH',
}

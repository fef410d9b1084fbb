import type { FieldSpecs } from '../../kernel/field'
import type { PartSpec } from './part'

const head = {
  category: { kind: 'code', list: 'legalCategory' },
  lawyer: { kind: 'text', maxLength: 120 },
  conflictCheck: { kind: 'choice', list: 'yesNo' },
  confidentiality: { kind: 'choice', list: 'confidentiality' },
  counterparty: { kind: 'text', maxLength: 200 },
  counterpartyCountry: { kind: 'choice', list: 'country' },
  governingLaw: { kind: 'text', maxLength: 120 },
  forum: { kind: 'text', maxLength: 120 },
  currency: { kind: 'choice', list: 'currency', right: 'requests.finance' },
  amount: { kind: 'money', currencyField: 'currency', right: 'requests.finance' },
  limitationExpires: { kind: 'date' },
  hearingAt: { kind: 'instant' },
  outcome: { kind: 'text', maxLength: 4000, long: true },
} as const satisfies FieldSpecs

/** A legal request: what it is about, with whom, and which days must not be missed. */
export const matter = {
  name: 'matter',
  type: 'legal',
  table: 'request_matters',
  head,
  lists: [],
} as const satisfies PartSpec

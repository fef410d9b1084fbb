import type { FieldSpecs, ValuesOf } from '../../kernel/field'
import type { RecordEnvelope } from '../../kernel/registers'

/** Fields of a tenant (an enterprise admitted to the park). Areas in cm², money in minor units. */
export const tenantFields = {
  name: { kind: 'text', maxLength: 200, required: true },
  nameZh: { kind: 'text', maxLength: 200 },
  nameRu: { kind: 'text', maxLength: 200 },
  nameEn: { kind: 'text', maxLength: 200 },
  registrationNo: { kind: 'text', maxLength: 40 },
  country: { kind: 'choice', list: 'country' },
  sector: { kind: 'text', maxLength: 120 },
  size: { kind: 'choice', list: 'tenantSize' },
  movedIn: { kind: 'date' },
  movedOut: { kind: 'date' },
  unit: { kind: 'text', maxLength: 60 },
  leasedArea: { kind: 'decimal', scale: 4, unit: 'm2' },
  leaseStart: { kind: 'date' },
  leaseEnd: { kind: 'date' },
  rent: { kind: 'money', currencyField: 'rentCurrency', right: 'tenants.finance' },
  rentCurrency: { kind: 'choice', list: 'currency', right: 'tenants.finance' },
  employees: { kind: 'integer', min: 0, max: 1_000_000 },
  localEmployees: { kind: 'integer', min: 0, max: 1_000_000 },
  contact: { kind: 'text', maxLength: 120 },
  phone: { kind: 'text', maxLength: 60 },
  note: { kind: 'text', maxLength: 4000, long: true },
} as const satisfies FieldSpecs

export type TenantValues = ValuesOf<typeof tenantFields>
export type Tenant = RecordEnvelope & TenantValues

/** A dated return of head-counts; from `asOf` on it replaces the tenant's undated figures. */
export type Headcount = { readonly asOf: string; readonly employees: number; readonly localEmployees: number }

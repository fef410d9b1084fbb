import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { ManyPreview } from '../../contract/many'
import { filterSchema, pageSchema, type PackedPage } from '../../contract/page'
import type { IdentifierStatus } from '../../kernel/identifiers'
import { recordInputs } from '../../kernel/record-schema'
import type { Headcount, Tenant } from './tenant'

/** Named views of the tenant register; `viewAt` is the day they refer to (default: today). */
export const tenantViews = ['active', 'movedIn', 'movedOut', 'leaseExpired', 'leaseExpiring'] as const

/** A row of the register: the tenant and how its registration number stands its check. */
export type TenantRow = Tenant & { readonly registrationStatus: IdentifierStatus | null }
/** What a pick list shows of a tenant. */
export type TenantOption = {
  readonly id: string
  readonly name: string
  readonly registrationNo: string | null
}
export type TenantDetail = {
  readonly tenant: TenantRow
  readonly headcounts: readonly Headcount[]
  readonly requestsOpen: number
  readonly requestsTotal: number
  readonly incidentsOpen: number
  readonly incidentsTotal: number
}
export type ViewCounts = Readonly<Record<string, number>>

const inputs = recordInputs('tenants')

export const tenantsContract = {
  page: query({ right: 'tenants.read', input: pageSchema, output: answers<PackedPage<TenantRow>>() }),
  count: query({ right: 'tenants.read', input: filterSchema, output: answers<number>() }),
  viewCounts: query({ right: 'tenants.read', input: z.strictObject({}), output: answers<ViewCounts>() }),
  get: query({ right: 'tenants.read', input: inputs.id, output: answers<TenantDetail>() }),
  /** Tenants whose name in any language, pinyin or number begins with or holds the text; for pick lists. */
  lookup: query({
    right: 'tenants.read',
    input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) }),
    output: answers<readonly TenantOption[]>(),
  }),
  create: command({ right: 'tenants.write', input: inputs.create, output: answers<TenantRow>() }),
  update: command({ right: 'tenants.write', input: inputs.update, output: answers<TenantRow>() }),
  remove: command({ right: 'tenants.write', input: inputs.versioned, output: answers<TenantRow>() }),
  restore: command({ right: 'tenants.write', input: inputs.versioned, output: answers<TenantRow>() }),
  previewMany: query({
    right: 'tenants.write',
    input: inputs.previewMany,
    output: answers<ManyPreview>(),
  }),
  /** All of them or none; answers how many. */
  updateMany: command({ right: 'tenants.write', input: inputs.updateMany, output: answers<number>() }),
  /** Records (or, with `employees: null`, takes back) the head-count return of one day. */
  setHeadcount: command({
    right: 'tenants.write',
    input: z.strictObject({
      id: z.uuid(),
      asOf: z.iso.date(),
      employees: z.number().int().min(0).max(1_000_000).nullable(),
      localEmployees: z.number().int().min(0).max(1_000_000).nullable(),
    }),
    output: answers<readonly Headcount[]>(),
  }),
}

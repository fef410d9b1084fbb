import { AppError } from '@shared/contract/result'
import { tenantProblems } from '@shared/features/tenants/tenant.rules'
import type { TenantRow } from '@shared/features/tenants/tenants.contract'
import type { AnyValues } from '@shared/kernel/registers'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { countRows, create, readPage, remove, restore, update, type RecordRules } from '../../data/records'
import type { ReadableDb } from '../../data/sql'
import { parkDay } from '../../platform/park-time'
import { readPark } from '../settings'
import { findTenant, lookupTenants, tenantHeadcounts, tenantList, tenantTotals } from './tenants.repo'
import { setHeadcount } from './headcounts'

const rules: RecordRules = {
  register: 'tenants',
  problems: tenantProblems,
  complete: (_db, values) => values,
}

function registerOf({ db, now }: QueryContext) {
  return tenantList(parkDay(now(), readPark(db).timeZone).date)
}

function mustFind(db: ReadableDb, id: string): TenantRow {
  const tenant = findTenant(db, id)
  if (!tenant) throw new AppError('not_found', { register: 'tenants' })
  return tenant
}

function viewCounts(context: QueryContext) {
  const register = registerOf(context)
  const count = (view?: string) =>
    countRows(context.db, register, { conditions: [], deleted: false, ...(view ? { view } : {}) })
  return {
    all: count(),
    active: count('active'),
    leaseExpired: count('leaseExpired'),
    leaseExpiring: count('leaseExpiring'),
    movedOut: count('movedOut'),
  }
}

export const tenantsHandlers: Handlers<'tenants'> = {
  page: (request, context) => readPage(context.db, registerOf(context), request),
  count: (filter, context) => countRows(context.db, registerOf(context), filter),
  viewCounts: (_input, context) => viewCounts(context),
  get: ({ id }, { db }) => ({
    tenant: mustFind(db, id),
    headcounts: tenantHeadcounts(db, id),
    ...tenantTotals(db, id),
  }),
  lookup: ({ text, limit }, { db }) => lookupTenants(db, text, limit),
  create: ({ values }, context: CommandContext) =>
    mustFind(context.db, create(context, rules, values as AnyValues)),
  update: ({ id, version, values }, context) => {
    update(context, rules, { id, version }, values as AnyValues)
    return mustFind(context.db, id)
  },
  remove: (target, context) => {
    remove(context, rules, target)
    return mustFind(context.db, target.id)
  },
  restore: (target, context) => {
    restore(context, rules, target)
    return mustFind(context.db, target.id)
  },
  setHeadcount: (input, context) => setHeadcount(context, input),
}

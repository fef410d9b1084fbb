import { tenantProblems } from '@shared/features/tenants/tenant.rules'
import type { Handlers, QueryContext } from '../../data/handlers'
import {
  countRows,
  mustFind,
  readPage,
  manyCommands,
  recordCommands,
  shown,
  type RecordRules,
} from '../../data/records'
import { parkDay } from '../../platform/park-time'
import { readPark } from '../settings'
import { findTenant, lookupTenants, tenantHeadcounts, tenantList, tenantTotals } from './tenants.repo'
import { setHeadcount } from './headcounts'

const rules: RecordRules = {
  register: 'tenants',
  problems: tenantProblems,
  complete: (_db, values) => values,
}

function registerOf({ db, now, session }: QueryContext) {
  return tenantList(parkDay(now(), readPark(db).timeZone).date, session.rights)
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
  get: ({ id }, { db, session }) => ({
    tenant: shown('tenants', mustFind(findTenant(db, id), 'tenants'), session.rights),
    headcounts: tenantHeadcounts(db, id),
    ...tenantTotals(db, id, session.rights),
  }),
  lookup: ({ text, limit }, { db }) => lookupTenants(db, text, limit),
  ...recordCommands(rules, findTenant),
  ...manyCommands(rules, registerOf),
  setHeadcount: (input, context) => setHeadcount(context, input),
}

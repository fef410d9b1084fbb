import fc from 'fast-check'
import { createRecord, removeRecord } from '../../../electron/data/records'
import { createInMemory } from '../../../electron/data/connection'
import { inTransaction, run, sql, type WritableDb } from '../../../electron/data/sql'
import { writePark } from '../../../electron/features/settings'
import type { AnyValues } from '@shared/kernel/registers'

export const zone = 'Asia/Almaty'
const write = { actor: 'tester', workstation: 'bench', now: Date.UTC(2026, 10, 2), batchId: null }

/** 1 October 2026 in Almaty (UTC+5 since 2024). */
export const octoberStart = Date.UTC(2026, 8, 30, 19)
export const octoberEnd = Date.UTC(2026, 9, 31, 19)

// Instants crowd around the period's edges, where mistakes are.
const instant = fc.oneof(
  fc.constantFrom(
    octoberStart,
    octoberEnd,
    octoberStart - 1,
    octoberEnd - 1,
    octoberStart + 1,
    octoberEnd + 1,
  ),
  fc.integer({ min: octoberStart - 40 * 86_400_000, max: octoberEnd + 20 * 86_400_000 }),
)
const date = fc.constantFrom(
  '2020-01-31',
  '2026-08-31',
  '2026-09-30',
  '2026-10-01',
  '2026-10-15',
  '2026-10-30',
  '2026-10-31',
  '2026-11-01',
)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const amount = fc.integer({ min: 0, max: 99_999_999 })
const currency = fc.constantFrom('CNY', 'KZT', 'USD')

export const tenantArbitrary = fc.record({
  movedIn: optional(date),
  movedOut: optional(date),
  country: optional(fc.constantFrom('CN', 'KZ', 'RU')),
  size: optional(fc.constantFrom('micro', 'small', 'medium', 'large')),
  sector: optional(fc.constantFrom('Logistics', '农业机械')),
  leasedArea: optional(amount),
  leaseEnd: optional(date),
  employees: optional(fc.integer({ min: 0, max: 5_000 })),
  localEmployees: optional(fc.integer({ min: 0, max: 5_000 })),
  headcounts: fc.uniqueArray(
    fc.record({
      asOf: date,
      employees: fc.integer({ min: 10, max: 900 }),
      localEmployees: fc.integer({ min: 0, max: 10 }),
    }),
    { selector: (row) => row.asOf, maxLength: 3 },
  ),
  removed: fc.boolean(),
})
export const requestArbitrary = fc.record({
  type: fc.constantFrom('customs', 'logistics', 'legal', 'other'),
  receivedAt: instant,
  closedAt: optional(instant),
  dueAt: optional(instant),
  cancelled: fc.boolean(),
  declaredValue: optional(amount),
  currency: optional(currency),
  removed: fc.boolean(),
})
export const incidentArbitrary = fc.record({
  category: fc.constantFrom('theft', 'A02', 'fire', 'C07', 'J03'),
  severity: fc.integer({ min: 1, max: 5 }),
  occurredAt: instant,
  closedAt: optional(instant),
  injured: optional(fc.integer({ min: 0, max: 4 })),
  loss: optional(amount),
  currency: optional(currency),
  removed: fc.boolean(),
})
export const parkArbitrary = fc.record({
  tenants: fc.array(tenantArbitrary, { minLength: 1, maxLength: 12 }),
  requests: fc.array(requestArbitrary, { maxLength: 40 }),
  incidents: fc.array(incidentArbitrary, { maxLength: 15 }),
})
type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never
export type RandomPark = ValueOf<typeof parkArbitrary>

/** An empty park in memory. */
export function emptyPark(): WritableDb {
  const db = createInMemory()
  writePark(db, {
    nameZh: '霍尔果斯国际合作产业园',
    nameRu: 'Индустриальный парк «Хоргос»',
    nameEn: 'Khorgos Industrial Park',
    timeZone: zone,
    currency: 'KZT',
    country: 'KZ',
  })
  return db
}

/** The park in memory, written the way the program writes. */
export function storedPark(park: RandomPark): WritableDb {
  const db = emptyPark()
  inTransaction(db, () => {
    const add = (register: 'tenants' | 'requests' | 'incidents', values: AnyValues, removed: boolean) => {
      const id = createRecord(db, register, values, write)
      if (removed) removeRecord(db, register, id, 1, write)
      return id
    }
    const ids = park.tenants.map(({ headcounts, removed, ...values }, index) => {
      const id = add('tenants', { name: `Tenant ${index}`, ...values }, removed)
      for (const row of headcounts)
        run(
          db,
          sql`INSERT INTO headcounts (tenant_id, as_of, employees, local_employees)
            VALUES (${id}, ${row.asOf}, ${row.employees}, ${row.localEmployees})`,
        )
      return id
    })
    park.requests.forEach(({ cancelled, removed, ...values }, index) => {
      const status = cancelled ? 'cancelled' : values.closedAt === null ? 'in_progress' : 'closed'
      const tenantId = ids[index % ids.length] ?? null
      add('requests', { reference: `R${index}`, tenantId, status, priority: 'normal', ...values }, removed)
    })
    park.incidents.forEach(({ removed, ...values }, index) => {
      const status = values.closedAt === null ? 'reported' : 'closed'
      add('incidents', { reference: `I${index}`, status, ...values }, removed)
    })
  })
  return db
}

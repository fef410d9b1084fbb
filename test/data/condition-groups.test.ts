import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepestGroup, type ConditionGroup } from '@shared/contract/page'
import { addRequest, addTenant, memoryPark } from '../support/park'
import { bridge } from '../support/router'

const officers = [null, 'Li Wei', 'Anna'] as const
const priorities = ['low', 'normal', 'urgent'] as const
const rows = officers.flatMap((officer) => priorities.map((priority) => ({ officer, priority })))
type Row = (typeof rows)[number]

const condition = fc.oneof(
  fc.subarray([...officers]).map((values) => ({ field: 'officer', in: values })),
  fc.subarray([...priorities]).map((values) => ({ field: 'priority', in: values })),
)

const { group } = fc.letrec<{ group: ConditionGroup }>((tie) => ({
  group: fc.record({
    match: fc.constantFrom('all', 'any', 'none'),
    conditions: fc.array(condition, { maxLength: 3 }),
    groups: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.constant<ConditionGroup[]>([]),
      fc.array(tie('group'), { maxLength: 2 }),
    ),
  }),
}))

/** The same, reckoned row by row without any SQL. */
function fits(row: Row, { match, conditions, groups }: ConditionGroup): boolean {
  const parts = [
    ...conditions.map(({ field, in: values = [] }) => values.includes(row[field as keyof Row])),
    ...groups.map((inner) => fits(row, inner)),
  ]
  if (parts.length === 0) return true
  if (match === 'all') return parts.every(Boolean)
  return match === 'any' ? parts.some(Boolean) : !parts.some(Boolean)
}

const depth = ({ groups }: ConditionGroup): number => 1 + Math.max(0, ...groups.map(depth))

test('conditions put together by and, or and not leave the rows that they name', async () => {
  const db = memoryPark()
  const tenantId = addTenant(db)
  rows.forEach((row, serial) => addRequest(db, tenantId, { ...row, reference: `R-${serial}` }))
  const { ask } = bridge(db)
  await fc.assert(
    fc.asyncProperty(group, async (given) => {
      fc.pre(depth(given) <= deepestGroup)
      const count = await ask('requests.count', { group: given })
      expect(count).toBe(rows.filter((row) => fits(row, given)).length)
    }),
    { numRuns: 300 },
  )
})

test('groups within groups without end are refused, as is a field nobody knows', async () => {
  const { fail } = bridge(memoryPark())
  const nested = (levels: number): object =>
    levels === 0 ? { match: 'all' } : { match: 'all', groups: [nested(levels - 1)] }
  expect((await fail('requests.count', { group: nested(deepestGroup) })).code).toBe('invalid_input')
  const unknown = { match: 'any', conditions: [{ field: 'secret', in: ['x'] }] }
  expect((await fail('requests.count', { group: unknown })).code).toBe('invalid_input')
})

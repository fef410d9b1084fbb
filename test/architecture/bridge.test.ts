import { expect, test } from 'vitest'
import { allOperations } from '@shared/contract/contract'
import type { Place } from '@shared/contract/define'

/** The operations by place and feature. */
function reachable(): unknown {
  const places: Record<Place, Record<string, string[]>> = { data: {}, main: {} }
  for (const [name, { place }] of allOperations()) {
    const [feature = '', operation = ''] = name.split('.')
    const operations = (places[place][feature] ??= [])
    operations.push(operation)
    operations.sort()
  }
  return places
}

/** The preload script reads the list this compares with; an end-to-end test finds the same in a real window. */
test('what a page can reach is what somebody looked at and committed', async () => {
  // After a look at what is new: `vitest run test/architecture/bridge.test.ts --update`.
  await expect(`${JSON.stringify(reachable(), undefined, 2)}\n`).toMatchFileSnapshot(
    '../../electron/preload/operations.json',
  )
})

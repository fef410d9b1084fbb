import { expect, test } from 'vitest'
import { contract } from '@shared/contract/contract'

/** `feature: operation operation …`, one feature a line; an end-to-end test finds the same in a real window. */
test('what a page can reach is what somebody looked at and committed', async () => {
  const lines = Object.entries(contract)
    .map(([feature, operations]) => `${feature}: ${Object.keys(operations).sort().join(' ')}`)
    .sort()
  // After a look at what is new: `vitest run test/architecture/bridge.test.ts --update`.
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('bridge.snapshot.txt')
})

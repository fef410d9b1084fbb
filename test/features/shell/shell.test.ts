import { expect, test } from 'vitest'
import { memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

test('cancelling reaches the job by its id', async () => {
  const cancelled: string[] = []
  const { ask, fail } = bridge(memoryPark(), { cancelJob: (jobId) => void cancelled.push(jobId) })
  const jobId = '00000000-0000-4000-8000-000000000001'
  await ask('shell.cancelJob', { jobId })
  expect(cancelled).toEqual([jobId])
  expect((await fail('shell.cancelJob', { jobId: '../../x' })).code).toBe('invalid_input')
})

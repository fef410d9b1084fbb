import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Jobs } from '../../electron/data/jobs'
import { setWorkerFile } from '../../electron/data/run-task'
import { buildCli } from '../cli/built-cli'
import { sampleFile } from '../features/imports/import-job'
import { parkFolder } from '../support/park'

let built: Awaited<ReturnType<typeof buildCli>>
beforeAll(async () => {
  built = await buildCli()
  setWorkerFile(pathToFileURL(join(dirname(built.program), 'worker.js')))
}, 120_000)
afterAll(() => built.remove())

function jobsOf(folder: string) {
  const steps: string[] = []
  const jobs = new Jobs({
    folder,
    log: () => undefined,
    progress: ({ jobId }) => void steps.push(jobId),
  })
  return { jobs, steps }
}

const input = (jobId: string) => ({ jobId, register: 'tenants', path: sampleFile('en', 'tenants') }) as const

test('of two imports at once the second waits for the first, so that neither finds the park locked', async () => {
  const { jobs, steps } = jobsOf(parkFolder())
  const [first, second] = [randomUUID(), randomUUID()]
  const [one, two] = await Promise.all([
    jobs.run('operator', 'imports.run', first, input(first)),
    jobs.run('operator', 'imports.run', second, input(second)),
  ])
  expect(one.created).toBeGreaterThan(0)
  expect(two).toMatchObject({ created: 0, unchanged: one.created + one.updated })
  expect(steps.lastIndexOf(first)).toBeLessThan(steps.indexOf(second))
}, 60_000)

test('a job that waits for another can be cancelled, and the next one has its turn', async () => {
  const { jobs } = jobsOf(parkFolder())
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  const one = jobs.run('operator', 'imports.run', first, input(first))
  const two = jobs.run('operator', 'imports.run', second, input(second))
  const three = jobs.run('operator', 'imports.run', third, input(third))
  jobs.cancel(second)
  await expect(two).rejects.toThrow('cancelled')
  expect((await one).created).toBeGreaterThan(0)
  expect(await three).toMatchObject({ created: 0 })
  expect(jobs.busy()).toBe(false)
}, 60_000)

import { onTestFinished } from 'vitest'
import type { CommandContext } from '../../electron/data/handlers'
import { OpenPark } from '../../electron/data/park'
import { tasks, type TaskInput, type TaskName, type TaskOutput } from '../../electron/data/tasks'
import type { Task } from '../../electron/data/task'
import { stranger } from '@shared/contract/rights'
import { memoryPark, taskContext } from './park'
import { bridge } from './router'

/** A data folder as the data process opens it; tasks run in the test's own thread. Every chosen file is `target`. */
export function openFolder(folder: string, target: string, changes: Partial<CommandContext> = {}) {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  const context: Partial<CommandContext> = {
    park,
    folder,
    pathOf: () => target,
    targetOf: () => target,
    runTask: async <N extends TaskName>(name: N, _jobId: string, input: TaskInput<N>) =>
      (await (tasks[name] as Task<unknown, unknown>)(input, taskContext(folder))) as TaskOutput<N>,
    ...changes,
  }
  const withDb = Object.defineProperty(context, 'db', { get: () => park.db, enumerable: true })
  // Nobody has signed in to a park that cannot be opened.
  const session = park.state().state === 'damaged' ? stranger() : undefined
  return { park, ...bridge(memoryPark(), withDb, session) }
}

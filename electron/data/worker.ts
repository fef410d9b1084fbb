import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { JobPhase } from '@shared/kernel/job'
import { AppError } from '@shared/contract/result'
import { backupBeforeMigration } from '../features/backups'
import { setBeforeMigration } from './before-migration'
import { toAppError } from './sqlite-errors'
import { tasks, type TaskName } from './tasks'
import type { FromWorker, WorkerOrder } from './run-task'

// Long jobs give way to the window and to whoever is typing. Only Linux has priorities for threads; elsewhere this would
// hold back the whole data process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// What libraries call that Node would rather not have called is nothing for whoever reads standard error.
process.noDeprecation = true

setBeforeMigration(backupBeforeMigration)

const order = workerData as WorkerOrder
const cancelFlag = new Int32Array(order.cancel)

function send(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function checkCancelled(): void {
  if (Atomics.load(cancelFlag, 0) === 1) throw new AppError('cancelled')
}

const progressInterval = 50
let lastProgress = { at: 0, phase: '' }

function progress(phase: JobPhase, done: number, total: number | null): void {
  const now = Date.now()
  if (phase === lastProgress.phase && now - lastProgress.at < progressInterval) return
  lastProgress = { at: now, phase }
  send({ kind: 'progress', phase, done, total })
}

function causeOf(failure: AppError): string {
  return failure.cause instanceof Error ? (failure.cause.stack ?? failure.cause.message) : ''
}

async function work(): Promise<void> {
  const task = tasks[order.name as TaskName] as (input: unknown, context: unknown) => unknown
  const context = { folder: order.folder, actor: order.actor, progress, checkCancelled }
  try {
    send({ kind: 'done', value: await task(order.input, context) })
  } catch (error) {
    const failure = toAppError(error)
    send({ kind: 'failed', failure: failure.toFailure(), cause: causeOf(failure) })
  }
}

void work()

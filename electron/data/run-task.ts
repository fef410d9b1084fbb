import { Worker } from 'node:worker_threads'
import type { JobPhase } from '@shared/kernel/job'
import { AppError, type Failure } from '@shared/contract/result'
import type { TaskInput, TaskName, TaskOutput } from './tasks'

/** What a worker thread is started with. */
export type WorkerOrder = {
  readonly name: string
  readonly input: unknown
  readonly folder: string
  readonly actor: string
  readonly cancel: SharedArrayBuffer
}

export type FromWorker =
  | {
      readonly kind: 'progress'
      readonly phase: JobPhase
      readonly done: number
      readonly total: number | null
    }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly cause: string }

export type TaskOptions = {
  readonly folder: string
  readonly actor: string
  readonly onProgress?: (phase: JobPhase, done: number, total: number | null) => void
  /** Told what went wrong inside, for the program's log; never shown. */
  readonly onInternal?: (cause: string) => void
  readonly signal?: AbortSignal
}

/** A hostile file may fill this much memory before its worker is stopped. */
const heapLimitMb = 1024

let workerFile: URL | undefined

/** Where the built worker lies; set once by each entry of the program. */
export function setWorkerFile(file: URL): void {
  workerFile = file
}

/**
 * Runs a task in a worker thread of its own: it blocks nobody, and a file that eats all its memory takes down the thread
 * and nothing else (its transaction is rolled back). Errors: the task's own, `cancelled`, `import_worker_stopped`.
 */
export function runTask<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  options: TaskOptions,
): Promise<TaskOutput<N>> {
  const file = workerFile
  if (!file) throw new Error('no worker file set')
  return new Promise((resolve, reject) => {
    const cancel = new SharedArrayBuffer(4)
    const order: WorkerOrder = { name, input, folder: options.folder, actor: options.actor, cancel }
    const worker = new Worker(file, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
    })
    const stop = () => Atomics.store(new Int32Array(cancel), 0, 1)
    options.signal?.addEventListener('abort', stop, { once: true })
    if (options.signal?.aborted) stop()
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') options.onProgress?.(message.phase, message.done, message.total)
      else if (message.kind === 'done') resolve(message.value as TaskOutput<N>)
      else {
        if (message.cause !== '') options.onInternal?.(message.cause)
        reject(new AppError(message.failure.code, message.failure.params, message.failure.fields))
      }
    })
    worker.on('error', (error) => {
      options.onInternal?.(String(error))
      reject(new AppError('import_worker_stopped', { task: name }))
    })
    worker.on('exit', () => {
      options.signal?.removeEventListener('abort', stop)
      reject(new AppError('import_worker_stopped', { task: name }))
    })
  })
}

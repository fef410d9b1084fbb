import type { JobProgress } from '@shared/kernel/job'
import { runTask } from './run-task'
import type { TaskInput, TaskName, TaskOutput } from './tasks'

type JobsParts = {
  readonly folder: string
  readonly progress: (progress: JobProgress) => void
  readonly log: (line: string) => void
}

/** Tasks that write to the park; while one is writing, commands wait for it. */
const writingTasks: ReadonlySet<string> = new Set([
  'attachments.add',
  'clocks.save',
  'imports.run',
  'imports.undo',
  'storage.demo',
])

/** The long jobs that are running. */
export class Jobs {
  readonly #parts: JobsParts
  readonly #running = new Map<string, AbortController>()
  readonly #ends = new Set<Promise<void>>()
  #writing: Promise<void> | null = null
  /** Ends when the last of the tasks that write has ended; the next one begins then. */
  #lastWriter: Promise<unknown> = Promise.resolve()

  constructor(parts: JobsParts) {
    this.#parts = parts
  }

  /** Runs a task for somebody (as the change log names them); those that write run one after the other. Errors: the task's own, `cancelled`. */
  readonly run = <N extends TaskName>(
    actor: string,
    name: N,
    jobId: string,
    input: TaskInput<N>,
  ): Promise<TaskOutput<N>> => {
    const controller = new AbortController()
    this.#running.set(jobId, controller)
    if (!writingTasks.has(name)) return this.#kept(this.#start(actor, name, jobId, input, controller.signal))
    const job = this.#lastWriter.then(() => this.#start(actor, name, jobId, input, controller.signal))
    // How it ends is told to whoever started it.
    this.#lastWriter = job.catch(() => undefined)
    return this.#kept(job)
  }

  #kept<T>(job: Promise<T>): Promise<T> {
    const ended = job.then(
      () => undefined,
      () => undefined,
    )
    this.#ends.add(ended)
    void ended.then(() => this.#ends.delete(ended))
    return job
  }

  /** Cancels everything that is running; resolves when the last of it has ended, or after `limitMs` without it. */
  readonly stop = async (limitMs: number): Promise<void> => {
    for (const controller of this.#running.values()) controller.abort()
    const limit = new Promise((resolve) => setTimeout(resolve, limitMs).unref())
    await Promise.race([Promise.all(this.#ends), limit])
  }

  async #start<N extends TaskName>(
    actor: string,
    name: N,
    jobId: string,
    input: TaskInput<N>,
    signal: AbortSignal,
  ): Promise<TaskOutput<N>> {
    let written: (() => void) | undefined
    const closeGate = () => {
      if (written || !writingTasks.has(name)) return
      this.#writing = new Promise((resolve) => (written = resolve))
    }
    try {
      return await runTask(name, input, {
        folder: this.#parts.folder,
        actor,
        signal,
        onInternal: this.#parts.log,
        onProgress: (phase, done, total) => {
          if (phase === 'writing') closeGate()
          this.#parts.progress({ jobId, phase, done, total })
        },
      })
    } finally {
      this.#running.delete(jobId)
      if (written) {
        this.#writing = null
        written()
      }
    }
  }

  readonly cancel = (jobId: string): void => {
    this.#running.get(jobId)?.abort()
  }

  /** Resolves once no job is writing. */
  readonly writable = async (): Promise<void> => {
    while (this.#writing) await this.#writing
  }

  readonly isWriting = (): boolean => this.#writing !== null

  busy(): boolean {
    return this.#running.size > 0
  }
}

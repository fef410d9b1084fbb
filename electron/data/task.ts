import type { JobPhase } from '@shared/kernel/job'

/** What a long piece of work is given. It runs in a worker thread that can be stopped at any moment. */
export type TaskContext = {
  /** The data folder; a task opens the connections it needs itself. */
  readonly folder: string
  readonly actor: string
  readonly progress: (phase: JobPhase, done: number, total: number | null) => void
  /** Throws AppError `cancelled` once the user has pressed cancel; to be called between steps. */
  readonly checkCancelled: () => void
}

/** A long piece of work: input and result are plain data. */
export type Task<I, O> = (input: I, context: TaskContext) => O | Promise<O>

import type { CommandContext } from './handlers'
import type { TaskInput, TaskName, TaskOutput } from './tasks'

/** What work that nobody asked for is given: only while the park can be opened. */
export type HousekeepingContext = Pick<
  CommandContext,
  'db' | 'folder' | 'now' | 'workstation' | 'enter' | 'changed'
> & {
  /** Runs a long task as the program itself. */
  readonly runTask: <N extends TaskName>(name: N, input: TaskInput<N>) => Promise<TaskOutput<N>>
  /** Whether somebody's long job is running. */
  readonly busy: () => boolean
  readonly log: (line: string) => void
}

/** What a feature does by itself. Whatever goes wrong is logged and shown by the feature, and stops nobody. */
export type Housekeeping = {
  /** Some seconds after a park has been opened, made or restored. */
  readonly opened?: (context: HousekeepingContext) => void | Promise<void>
  /** Every hour, the first time an hour after that. */
  readonly hourly?: (context: HousekeepingContext) => void | Promise<void>
  /** Before the park is closed at the end of work; the end waits for it. */
  readonly closing?: (context: HousekeepingContext) => void | Promise<void>
}

type Moment = keyof Housekeeping

type Parts = {
  readonly features: readonly Housekeeping[]
  /** Undefined while there is no park to look after. */
  readonly context: () => HousekeepingContext | undefined
  readonly log: (line: string) => void
}

/** Long enough for the first screen to have got all its answers. */
const afterOpeningMs = 5_000
const hourMs = 60 * 60 * 1000

/** Calls the features at their moments. */
export class Housekeeper {
  readonly #parts: Parts
  #timers: NodeJS.Timeout[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A park has been opened, or another one is in its place. */
  begin(): void {
    this.#stop()
    this.#timers = [
      setTimeout(() => void this.#run('opened'), afterOpeningMs),
      setInterval(() => void this.#run('hourly'), hourMs),
    ]
  }

  /** The end of work; resolves when every feature has done its last. */
  async end(): Promise<void> {
    this.#stop()
    await this.#run('closing')
  }

  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers = []
  }

  async #run(moment: Moment): Promise<void> {
    for (const feature of this.#parts.features) {
      const context = this.#parts.context()
      if (!context) return
      try {
        await feature[moment]?.(context)
      } catch (error) {
        this.#parts.log(
          `housekeeping (${moment}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        )
      }
    }
  }
}

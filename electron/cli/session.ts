import { resolve } from 'node:path'
import type { OperationName } from '@shared/contract/contract'
import { stranger, type Session } from '@shared/contract/rights'
import type { JobPhase } from '@shared/kernel/job'
import type { Language } from '@shared/kernel/language'
import type { RegisterName } from '@shared/kernel/registers'
import type { LogEntry } from '../data/change-log'
import { runTask } from '../data/run-task'
import type { TaskInput, TaskName, TaskOutput } from '../data/tasks'
import { translator, type Translator } from '../platform/i18n'
import { defaultDataFolder } from '../platform/paths'
import { admitted, enterEntry } from './admission'
import { credentialsReader, type CredentialOptions, type Credentials } from './credentials'

/** What a command line runs in: its outlets, and how HTML becomes PDF there. */
export type Surroundings = {
  /** Standard output. */
  readonly out: (text: string) => void
  /** Standard error. */
  readonly message: (text: string) => void
  /** Whether somebody watches standard error; progress is for people only. */
  readonly watched: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Every line of standard input. */
  readonly readLines: () => Promise<readonly string[]>
  readonly printPdfs: (documents: readonly string[]) => Promise<readonly Uint8Array[]>
  readonly signal: AbortSignal
}

/** Options every command has. */
export type CommonOptions = CredentialOptions & {
  readonly json?: boolean
  readonly data?: string
  readonly lang?: string
}

/** One run of one command. */
export type CliSession = {
  readonly folder: string
  readonly language: Language
  readonly t: Translator
  readonly surroundings: Surroundings
  /** Standard output: one JSON object, or the lines for people. */
  readonly answer: (value: unknown, lines: readonly string[]) => void
  readonly message: (text: string) => void
  /** Who the caller says to be. */
  readonly credentials: () => Promise<Credentials>
  /** Asks who calls and whether they may do what an operation does; comes before everything else. */
  readonly admit: (name: OperationName, register?: RegisterName) => Promise<Session>
  /** For the ways around a park that cannot be opened, which ask the backup who may. */
  readonly admitRescuer: () => void
  /** Whoever was admitted, as the change log names them. */
  readonly actor: string
  /** Enters in the change log what whoever was admitted did and no record shows. */
  readonly enter: (entry: LogEntry) => void
  /** Runs a task for whoever was admitted. */
  readonly runTask: <N extends TaskName>(name: N, input: TaskInput<N>) => Promise<TaskOutput<N>>
}

/** What a command works with: its data folder, language and outlets, from its common options. */
export function cliSession(
  options: CommonOptions,
  language: Language,
  surroundings: Surroundings,
): CliSession {
  const folder = options.data === undefined ? defaultDataFolder() : resolve(options.data)
  const t = translator(language)
  const { out, message, signal } = surroundings
  const credentials = credentialsReader(options, surroundings)
  let who: Session | undefined
  const actor = (): string => {
    if (!who) throw new Error('nobody has been admitted')
    return who.actor
  }
  return {
    folder,
    language,
    t,
    surroundings,
    answer: (value, lines) =>
      out(options.json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join('')),
    message: (text) => message(`${text}\n`),
    credentials,
    admit: async (name, register) => (who = await admitted(folder, credentials, name, register)),
    admitRescuer: () => {
      who = stranger()
    },
    get actor() {
      return actor()
    },
    enter: (entry) => enterEntry(folder, actor(), entry),
    runTask: (name, input) => {
      const progress = progressLine(t, surroundings)
      return runTask(name, input, {
        folder,
        actor: actor(),
        signal,
        onProgress: progress.show,
        onInternal: (cause) => message(`${cause}\n`),
      }).finally(progress.end)
    },
  }
}

/** One line on a terminal that is written over again and again. */
function progressLine(t: Translator, { message, watched }: Surroundings) {
  let shown = false
  return {
    show: (phase: JobPhase, done: number, total: number | null) => {
      if (!watched) return
      const share = total === null || total === 0 ? '' : ` ${Math.floor((100 * done) / total)} %`
      message(`\r\u001b[K${t(`cli:progress.${phase}`)}${share}`)
      shown = true
    },
    end: () => {
      if (shown) message('\r\u001b[K')
      shown = false
    },
  }
}

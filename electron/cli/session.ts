import { resolve } from 'node:path'
import { soleOperator } from '@shared/contract/rights'
import type { JobPhase } from '@shared/kernel/job'
import type { Language } from '@shared/kernel/language'
import { runTask } from '../data/run-task'
import type { TaskInput, TaskName, TaskOutput } from '../data/tasks'
import { translator, type Translator } from '../platform/i18n'
import { defaultDataFolder } from '../platform/paths'

/** What a command line runs in: its outlets, and how HTML becomes PDF there. */
export type Surroundings = {
  /** Standard output. */
  readonly out: (text: string) => void
  /** Standard error. */
  readonly message: (text: string) => void
  /** Whether somebody watches standard error; progress is for people only. */
  readonly watched: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly printPdfs: (documents: readonly string[]) => Promise<readonly Uint8Array[]>
  readonly signal: AbortSignal
}

/** Options every command has. */
export type CommonOptions = { readonly json?: boolean; readonly data?: string; readonly lang?: string }

/** One run of one command. */
export type CliSession = {
  readonly folder: string
  readonly actor: string
  readonly language: Language
  readonly t: Translator
  readonly surroundings: Surroundings
  /** Standard output: one JSON object, or the lines for people. */
  readonly answer: (value: unknown, lines: readonly string[]) => void
  readonly message: (text: string) => void
  readonly runTask: <N extends TaskName>(name: N, input: TaskInput<N>) => Promise<TaskOutput<N>>
}

/** What a command works with: its data folder, language and outlets, from its common options. */
export function cliSession(
  options: CommonOptions,
  language: Language,
  surroundings: Surroundings,
): CliSession {
  const folder = options.data === undefined ? defaultDataFolder() : resolve(options.data)
  const actor = soleOperator().actor
  const t = translator(language)
  const { out, message, signal } = surroundings
  return {
    folder,
    actor,
    language,
    t,
    surroundings,
    answer: (value, lines) =>
      out(options.json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join('')),
    message: (text) => message(`${text}\n`),
    runTask: (name, input) => {
      const progress = progressLine(t, surroundings)
      return runTask(name, input, {
        folder,
        actor,
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

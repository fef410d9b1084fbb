import { Command, CommanderError } from 'commander'
import { languages, type Language } from '@shared/kernel/language'
import { setBeforeMigration } from '../data/before-migration'
import { toAppError } from '../data/sqlite-errors'
import { backupBeforeMigration } from '../features/backups'
import { translator, type Translator } from '../platform/i18n'
import { addAccounts, addRecover } from './commands/accounts'
import { addBackup, addRestore } from './commands/backup'
import { addDeadline } from './commands/deadline'
import { addDemo } from './commands/demo'
import { addExport } from './commands/export'
import { addImport } from './commands/import'
import { addInit } from './commands/init'
import { addReport } from './commands/report'
import { addSearch } from './commands/search'
import { addVerify } from './commands/storage'
import { errorText } from './error-text'
import { exitStatus } from './exit-status'
import { oneOf, withCommonOptions } from './options'
import { cliSession, type CliSession, type CommonOptions, type Surroundings } from './session'
import { usageError } from './usage-error'

/** What a command does; its answer is the exit status, 0 where it says nothing. */
export type Action<O> = (
  session: CliSession,
  options: O,
  args: readonly string[],
) => number | void | Promise<number | void>

/** Ties a command to what it does. */
export type Run = <O>(command: Command, action: Action<O>) => void

/** Declares one command. */
export type CommandMaker = (program: Command, t: Translator, run: Run) => void

const makers: readonly CommandMaker[] = [
  addInit,
  addImport,
  addReport,
  addExport,
  addSearch,
  addBackup,
  addRestore,
  addVerify,
  addDemo,
  addAccounts,
  addRecover,
  addDeadline,
]

/** Carries out one command line (without the program's own name) and answers its exit status. Never throws. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  setBeforeMigration(backupBeforeMigration)
  const language = interfaceLanguage(args, surroundings.env)
  const t = translator(language)
  let status = 0
  const program = new Command('parkdesk').description(t('cli:help.program')).exitOverride()
  program.configureOutput({ writeOut: surroundings.out, writeErr: () => undefined })
  withCommonOptions(program, t)
  const run: Run = (command, action) => {
    withCommonOptions(command, t).action(async (...given: unknown[]) => {
      const options = command.optsWithGlobals<CommonOptions & Parameters<typeof action>[1]>()
      // Only a report may be wanted in several languages at once; it looks at them itself.
      if (options.lang !== undefined && command.name() !== 'report') {
        oneOf(languages, options.lang, '--lang', t)
      }
      const session = cliSession(options, language, surroundings)
      status = (await action(session, options, given.slice(0, -2).flatMap(asTexts))) ?? 0
    })
  }
  for (const add of makers) add(program, t, run)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.help') {
      // Called without a command.
      surroundings.message(program.helpInformation())
      return 2
    }
    return failed(error, args.includes('--json'), language, surroundings)
  }
}

function asTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? [value] : []
}

/** The language of messages: `--lang` where it names one, else that of the system. */
function interfaceLanguage(args: readonly string[], env: Surroundings['env']): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const named = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return (
    languages.find((known) => known === named) ?? languages.find((known) => system.startsWith(known)) ?? 'en'
  )
}

function failed(error: unknown, json: boolean, language: Language, { out, message }: Surroundings): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const failure =
    error instanceof CommanderError ? usageError(error, translator(language)) : toAppError(error)
  const text = errorText(failure, language)
  message(`${text}\n`)
  // Not for most people, but whoever looks after the computer may need it.
  if (exitStatus(failure.code) === 1 && failure.params['detail'] !== undefined) {
    message(`${failure.params['detail']}\n`)
  }
  if (failure.cause instanceof Error) message(`${failure.cause.stack ?? failure.cause.message}\n`)
  if (json) out(`${JSON.stringify({ error: { code: failure.code, message: text, ...failure.params } })}\n`)
  return exitStatus(failure.code)
}

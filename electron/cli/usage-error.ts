import type { CommanderError } from 'commander'
import { AppError } from '@shared/contract/result'
import type { Translator } from '../platform/i18n'
import { commandNames } from './command-names'

/** What is wrong with a call, in the language of whoever called; the parser of arguments knows English only. */
export function usageError({ code, message }: CommanderError, t: Translator): AppError {
  const plain = message.replace(/^error: /u, '')
  // The parser puts what it means between quotes: an argument's name, an option with the name of its value.
  const named = /'([^']*)'/u.exec(plain)?.[1] ?? ''
  switch (code) {
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
      return new AppError('usage', { detail: t('cli:usage.missing', { option: named }) })
    case 'commander.unknownCommand': {
      const allowed = commandNames.join(', ')
      return new AppError('usage', {
        detail: t('cli:usage.option', { option: 'COMMAND', value: named, allowed }),
      })
    }
    case 'commander.unknownOption':
      return new AppError('usage', { detail: t('cli:usage.unknown', { option: named }) })
    case 'commander.excessArguments':
      return new AppError('usage', { detail: t('cli:usage.excess') })
    default:
      return new AppError('usage', { detail: plain })
  }
}

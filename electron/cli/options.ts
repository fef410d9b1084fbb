import type { Command } from 'commander'
import { AppError } from '@shared/contract/result'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import type { Translator } from '../platform/i18n'

/** The options every command takes, also behind its arguments. */
export function withCommonOptions(command: Command, t: Translator): Command {
  return command
    .option('--json', t('cli:option.json'))
    .option('--data <dir>', t('cli:option.data'))
    .option('--lang <language>', t('cli:option.lang'))
    .option('--user <name>', t('cli:option.user'))
    .option('--password-stdin', t('cli:option.passwordStdin'))
}

/** A value that must be one of a list. Errors: `usage`. */
export function oneOf<T extends string>(
  allowed: readonly T[],
  value: string,
  option: string,
  t: Translator,
): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) {
    throw new AppError('usage', {
      detail: t('cli:usage.option', { option, value, allowed: allowed.join(', ') }),
    })
  }
  return found
}

/** A list of values with commas between them, none twice. Errors: `usage`. */
export function someOf<T extends string>(
  allowed: readonly T[],
  values: string,
  option: string,
  t: Translator,
): readonly [T, ...T[]] {
  const [first = '', ...rest] = new Set(values.split(',').map((value) => value.trim()))
  return [oneOf(allowed, first, option, t), ...rest.map((value) => oneOf(allowed, value, option, t))]
}

/** The register of a name. Errors: `usage`. */
export function registerNamed(value: string, t: Translator): RegisterName {
  return oneOf(registerNames, value, 'REGISTER', t)
}

/** A whole number. Errors: `usage`. */
export function wholeNumber(
  value: string,
  option: string,
  range: readonly [number, number],
  t: Translator,
): number {
  const number = /^\d+$/u.test(value) ? Number(value) : Number.NaN
  if (number >= range[0] && number <= range[1]) return number
  const allowed = `${range[0]}–${range[1]}`
  throw new AppError('usage', { detail: t('cli:usage.option', { option, value, allowed }) })
}

import type { Command } from 'commander'
import { AppError } from '@shared/contract/result'
import { codesOf } from '@shared/kernel/code-lists'
import { createPark } from '../../features/storage'
import { oneOf } from '../options'
import type { CommandMaker } from '../program'

type Options = {
  readonly timeZone?: string
  readonly nameZh?: string
  readonly nameRu?: string
  readonly nameEn?: string
  readonly currency: string
  readonly country?: string
  readonly admin?: string
}

/** `init`: makes an empty park. */
export const addInit: CommandMaker = (program, t, run) => {
  const command: Command = program.command('init').description(t('cli:help.init'))
  command
    .option('--time-zone <zone>', t('cli:option.timeZone'))
    .option('--name-zh <name>', t('cli:option.name'))
    .option('--name-ru <name>', t('cli:option.name'))
    .option('--name-en <name>', t('cli:option.name'))
    .option('--currency <code>', t('cli:option.currency'), 'CNY')
    .option('--country <code>', t('cli:option.country'))
    .option('--admin <name>', t('cli:option.admin'))
  run<Options>(command, (session, options) => {
    if (options.admin !== undefined)
      throw new AppError('usage', { detail: session.t('cli:usage.noAccounts') })
    const missing = (option: string) =>
      new AppError('usage', { detail: session.t('cli:usage.missing', { option }) })
    if (options.timeZone === undefined) throw missing('--time-zone')
    const park = {
      nameZh: nameOf(options.nameZh),
      nameRu: nameOf(options.nameRu),
      nameEn: nameOf(options.nameEn),
      timeZone: options.timeZone,
      currency: oneOf(codesOf('currency'), options.currency.toUpperCase(), '--currency', session.t),
      country: options.country === undefined ? null : countryOf(options.country, session.t),
    }
    if (park.nameZh === null && park.nameRu === null && park.nameEn === null) {
      throw missing('--name-zh, --name-ru, --name-en')
    }
    createPark(session.folder, park).close()
    session.message(session.t('cli:init.noAccounts'))
    session.answer({ folder: session.folder, park, accounts: false }, [
      session.t('cli:init.done', { folder: session.folder }),
    ])
  })
}

function nameOf(text: string | undefined): string | null {
  const name = text?.trim() ?? ''
  return name === '' ? null : name.slice(0, 200)
}

function countryOf(code: string, t: Parameters<typeof oneOf>[3]): string {
  return oneOf(codesOf('country'), code.toUpperCase(), '--country', t)
}

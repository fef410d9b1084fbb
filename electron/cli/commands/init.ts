import type { Command } from 'commander'
import { AppError } from '@shared/contract/result'
import { codesOf } from '@shared/kernel/code-lists'
import type { Park } from '@shared/features/settings/settings'
import { soleOperator } from '@shared/contract/rights'
import {
  mustBeGoodAdministrators,
  newRecoveryKey,
  oneTimePassword,
  switchAccountsOn,
  type Administrator,
} from '../../features/accounts'
import { createPark } from '../../features/storage'
import { cliWrite } from '../admission'
import { oneOf } from '../options'
import type { CommandMaker } from '../program'
import type { CliSession } from '../session'

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
  run<Options>(command, async (session, options) => {
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
    if (options.admin !== undefined) return makeWithAccounts(session, park, options.admin)
    createPark(session.folder, park).close()
    session.message(session.t('cli:init.noAccounts'))
    session.answer({ folder: session.folder, park, accounts: false }, [
      session.t('cli:init.done', { folder: session.folder }),
    ])
  })
}

/** The second administrator has a password that nobody chose, to be sealed until it is needed. */
function administratorsOf(name: string, password: string): readonly [Administrator, Administrator] {
  const second = `${name}-2`
  return [
    { name, displayName: name, password },
    { name: second, displayName: second, password: oneTimePassword(), sealed: true },
  ]
}

async function makeWithAccounts(session: CliSession, park: Park, admin: string): Promise<void> {
  const { folder, t } = session
  const { password } = await session.credentials()
  if (password === undefined)
    throw new AppError('usage', { detail: t('cli:usage.missing', { option: '--password-stdin' }) })
  const administrators = administratorsOf(admin, password)
  mustBeGoodAdministrators(park, administrators)
  const recoveryKey = newRecoveryKey()
  const db = createPark(folder, park)
  try {
    const given = { administrators, recoveryKey, confirmed: false }
    await switchAccountsOn(db, folder, given, cliWrite(db, folder, soleOperator().actor))
  } finally {
    db.close()
  }
  const [{ name }, sealed] = administrators
  const second = { name: sealed.name, password: sealed.password }
  session.answer(
    { folder, park, accounts: true, administrators: [name, second.name], sealed: second, recoveryKey },
    [
      t('cli:init.done', { folder }),
      t('cli:init.accounts', { name, second: second.name }),
      t('cli:init.sealed', second),
      t('cli:init.recoveryKey', { recoveryKey }),
    ],
  )
}

function nameOf(text: string | undefined): string | null {
  const name = text?.trim() ?? ''
  return name === '' ? null : name.slice(0, 200)
}

function countryOf(code: string, t: Parameters<typeof oneOf>[3]): string {
  return oneOf(codesOf('country'), code.toUpperCase(), '--country', t)
}

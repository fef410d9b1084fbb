import type { Account } from '@shared/features/accounts/accounts'
import { AppError } from '@shared/contract/result'
import { openReadable, openWritable } from '../../data/connection'
import { allAccounts, recoverAccount, toAccount } from '../../features/accounts'
import { cliWrite } from '../admission'
import { oneOf } from '../options'
import type { CommandMaker } from '../program'

/** `accounts list`: who may sign in. */
export const addAccounts: CommandMaker = (program, t, run) => {
  const command = program.command('accounts <action>').description(t('cli:help.accounts'))
  run(command, async (session, _options, [action = '']) => {
    oneOf(['list'], action, 'ACTION', session.t)
    await session.admit('accounts.list')
    const db = openReadable(session.folder)
    try {
      const accounts = allAccounts(db).map(toAccount)
      session.answer({ accounts }, [
        ...accounts.map((account) => lineOf(account, session.t(`cli:accounts.${stateOf(account)}`))),
        session.t('cli:accounts.total', { count: accounts.length }),
      ])
    } finally {
      db.close()
    }
  })
}

function stateOf({ disabled, mustChangePassword }: Account): 'closed' | 'oneTime' | 'open' {
  if (disabled) return 'closed'
  return mustChangePassword ? 'oneTime' : 'open'
}

const lineOf = ({ name, displayName, roleId }: Account, state: string) =>
  [name, displayName, roleId, state].join('\t')

/** `recover --user NAME`: a new password for an administrator by the recovery key on paper, where there is no window. */
export const addRecover: CommandMaker = (program, t, run) => {
  const command = program.command('recover').description(t('cli:help.recover'))
  command.option('--recovery-key-stdin', t('cli:option.recoveryKey'))
  run(command, async (session) => {
    const { name, password, recoveryKey } = await session.credentials()
    const missing = (option: string) =>
      new AppError('usage', { detail: session.t('cli:usage.missing', { option }) })
    if (name === undefined) throw missing('--user')
    if (recoveryKey === undefined) throw missing('--recovery-key-stdin')
    if (password === undefined) throw missing('--password-stdin')
    const db = openWritable(session.folder)
    try {
      const given = { name, newPassword: password, recoveryKey }
      const done = await recoverAccount(db, session.folder, given, cliWrite(db, session.folder, ''))
      session.answer({ account: done.account.name, recoveryKey: done.recoveryKey }, [
        session.t('cli:recover.done', { name: done.account.name }),
        session.t('cli:recover.key', { recoveryKey: done.recoveryKey }),
      ])
    } finally {
      db.close()
    }
  })
}

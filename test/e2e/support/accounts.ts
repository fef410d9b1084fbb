import type { OwnRole } from '@shared/features/accounts/roles'
import type { Parkdesk } from './parkdesk'

/** Of every account a test makes. */
export const accountPassword = 'long enough for the plain steppe'

const person = (name: string) => ({ name, displayName: `${name} of the park`, password: accountPassword })

/** Switches accounts on in a park without any; answers the sign-in name of the administrator who is then signed in. */
export async function switchAccountsOn(parkdesk: Parkdesk): Promise<string> {
  const { recoveryKey } = await parkdesk.call<{ recoveryKey: string }>('accounts.newRecoveryKey', {
    password: '',
  })
  const administrators = [person('aigul'), person('sergei')]
  await parkdesk.call('accounts.switchOn', { administrators, recoveryKey })
  return 'aigul'
}

type OneTime = { readonly account: { readonly name: string }; readonly oneTimePassword: string }

/** Somebody who has an account and its one-time password. */
export type Newcomer = { readonly name: string; readonly oneTimePassword: string }

/** Makes an account of a role, as the administrator who is signed in. */
export async function addAccount(parkdesk: Parkdesk, role: OwnRole): Promise<Newcomer> {
  const { account, oneTimePassword } = await parkdesk.call<OneTime>('accounts.create', {
    name: `person-${role}`.toLowerCase(),
    displayName: role,
    roleId: role,
    password: accountPassword,
  })
  return { name: account.name, oneTimePassword }
}

/** Signs somebody in for the first time, with the password of tests from then on. */
export async function signInFirst(parkdesk: Parkdesk, { name, oneTimePassword }: Newcomer): Promise<void> {
  await parkdesk.call('accounts.signIn', { name, password: oneTimePassword })
  await parkdesk.call('accounts.changePassword', { current: oneTimePassword, next: accountPassword })
}

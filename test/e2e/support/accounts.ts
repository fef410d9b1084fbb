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

/**
 * Makes an account of a role, as the administrator who is signed in, and gives it the password of tests; that
 * administrator is signed in again afterwards. Answers the sign-in name.
 */
export async function addAccount(parkdesk: Parkdesk, role: OwnRole): Promise<string> {
  const name = `person-${role}`.toLowerCase()
  const { oneTimePassword } = await parkdesk.call<OneTime>('accounts.create', {
    name,
    displayName: role,
    roleId: role,
    password: accountPassword,
  })
  await parkdesk.call('accounts.signOut')
  await parkdesk.call('accounts.signIn', { name, password: oneTimePassword })
  await parkdesk.call('accounts.changePassword', { current: oneTimePassword, next: accountPassword })
  await parkdesk.call('accounts.signOut')
  await parkdesk.call('accounts.signIn', { name: 'aigul', password: accountPassword })
  return name
}

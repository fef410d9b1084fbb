import { useTranslation } from 'react-i18next'
import type { Role } from '@shared/features/accounts/accounts'
import { ownRoleNames } from '@shared/features/accounts/roles'

/** How a role is called: one of Parkdesk's own in the interface's words, one of the park's as it was named. */
export function useRoleName(): (id: string, name: string | null) => string {
  const { t } = useTranslation('accounts')
  return (id, name) => {
    const own = ownRoleNames.find((each) => each === id)
    return own === undefined ? (name ?? id) : t(`role.${own}`)
  }
}

/** Whether a role is one the park made and may change. */
export function isParkRole(role: Role): boolean {
  return role.name !== null
}

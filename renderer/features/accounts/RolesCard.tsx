import { Button } from 'antd'
import { Check, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Right } from '@shared/contract/rights'
import type { Role } from '@shared/features/accounts/accounts'
import { grantableRights } from '@shared/features/accounts/roles'
import { useApiQuery } from '../../api/client'
import { Card, ErrorState, IconButton, Skeleton } from '../../ui'
import { isParkRole, useRoleName } from './role-words'
import { RemoveRoleDialog, RoleDialog } from './RoleDialog'

type Open = { readonly kind: 'edit' | 'remove'; readonly role: Role } | { readonly kind: 'new' }

/** Which role may do what, in words; the park's own roles can be changed. */
export function RolesCard() {
  const { t } = useTranslation('accounts')
  const roles = useApiQuery('accounts', 'roles', {})
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Card
      title={t('roles.title')}
      extra={
        <Button
          icon={<Plus size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => setOpen({ kind: 'new' })}
        >
          {t('roles.create')}
        </Button>
      }
    >
      {roles.isPending && <Skeleton lines={6} />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data !== undefined && <RoleTable roles={roles.data} onOpen={setOpen} />}
      {open?.kind === 'new' && <RoleDialog of={null} onClose={close} />}
      {open?.kind === 'edit' && <RoleDialog of={open.role} onClose={close} />}
      {open?.kind === 'remove' && <RemoveRoleDialog of={open.role} onClose={close} />}
    </Card>
  )
}

type TableProps = { readonly roles: readonly Role[]; readonly onOpen: (open: Open) => void }

function RoleTable({ roles, onOpen }: TableProps) {
  const { t } = useTranslation('accounts')
  const roleName = useRoleName()
  return (
    <div className="accounts-scroll">
      <table className="accounts-table roles-table">
        <thead>
          <tr>
            <th scope="col">{t('roles.right')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {roleName(role.id, role.name)}
                {isParkRole(role) && <RoleActions of={role} onOpen={onOpen} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grantableRights.map((right) => (
            <tr key={right}>
              <th scope="row">{t(`right.${right}`)}</th>
              {roles.map((role) => (
                <RightCell key={role.id} of={role} right={right} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RightCell({ of: role, right }: { readonly of: Role; readonly right: Right }) {
  const { t } = useTranslation('common')
  const granted = role.rights.includes(right)
  return (
    <td>
      {granted && <Check size={16} strokeWidth={1.8} aria-hidden className="roles-granted" />}
      <span className="visually-hidden">{granted ? t('yes') : t('no')}</span>
    </td>
  )
}

function RoleActions({ of: role, onOpen }: { readonly of: Role; readonly onOpen: TableProps['onOpen'] }) {
  const { t } = useTranslation('accounts')
  const name = role.name ?? ''
  return (
    <span className="roles-actions">
      <IconButton
        icon={Pencil}
        label={t('roles.edit', { name })}
        onClick={() => onOpen({ kind: 'edit', role })}
      />
      <IconButton
        icon={Trash2}
        label={t('roles.remove', { name })}
        onClick={() => onOpen({ kind: 'remove', role })}
      />
    </span>
  )
}

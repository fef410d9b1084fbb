import { Button } from 'antd'
import { KeyRound, Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, Role } from '@shared/features/accounts/accounts'
import type { OneTime } from '@shared/features/accounts/accounts.contract'
import { useApiQuery } from '../../api/client'
import { useMe } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, IconButton, Skeleton, Tag } from '../../ui'
import { AccountDialog } from './AccountDialog'
import { OneTimeDialog } from './OneTimeDialog'
import { ResetDialog } from './ResetDialog'
import { useRoleName } from './role-words'

type Open =
  | { readonly kind: 'edit'; readonly account: Account | null }
  | { readonly kind: 'reset'; readonly account: Account }
  | { readonly kind: 'oneTime'; readonly made: OneTime }

/** Every account, and the ways to make, change and rescue one. */
export function AccountList() {
  const { t } = useTranslation('accounts')
  const accounts = useApiQuery('accounts', 'list', {})
  const roles = useApiQuery('accounts', 'roles', {}).data ?? []
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const showOneTime = (made: OneTime) => setOpen({ kind: 'oneTime', made })
  return (
    <Card
      title={t('list.title')}
      extra={
        <Button
          type="primary"
          icon={<UserPlus size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => setOpen({ kind: 'edit', account: null })}
        >
          {t('list.create')}
        </Button>
      }
    >
      {accounts.isPending && <Skeleton lines={4} />}
      {accounts.isError && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data !== undefined && (
        <AccountTable accounts={accounts.data} roles={roles} onOpen={setOpen} />
      )}
      {open?.kind === 'edit' && (
        <AccountDialog account={open.account} roles={roles} onClose={close} onMade={showOneTime} />
      )}
      {open?.kind === 'reset' && <ResetDialog account={open.account} onClose={close} onReset={showOneTime} />}
      {open?.kind === 'oneTime' && <OneTimeDialog made={open.made} onClose={close} />}
    </Card>
  )
}

type TableProps = {
  readonly accounts: readonly Account[]
  readonly roles: readonly Role[]
  readonly onOpen: (open: Open) => void
}

function AccountTable({ accounts, roles, onOpen }: TableProps) {
  const { t } = useTranslation('accounts')
  return (
    <div className="accounts-scroll">
      <table className="accounts-table">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('displayName')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('list.lastSignIn')}</th>
            <th scope="col">{t('list.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('list.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} roles={roles} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AccountRow({
  account,
  roles,
  onOpen,
}: Omit<TableProps, 'accounts'> & { readonly account: Account }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const roleName = useRoleName()
  const isOwn = useMe()?.name === account.name
  const role = roles.find(({ id }) => id === account.roleId)
  const { name } = account
  return (
    <tr className={account.disabled ? 'accounts-off' : undefined}>
      <th scope="row">{name}</th>
      <td>
        {account.displayName} {isOwn && <Tag tone="accent">{t('list.own')}</Tag>}
      </td>
      <td>{roleName(account.roleId, role?.name ?? null)}</td>
      <td className="numeric">
        {account.lastSignInAt === null ? t('list.never') : format.instant(account.lastSignInAt)}
      </td>
      <td>
        <StateTag account={account} />
      </td>
      <td className="accounts-actions">
        <IconButton
          icon={Pencil}
          label={t('list.edit', { name })}
          onClick={() => onOpen({ kind: 'edit', account })}
        />
        {!isOwn && (
          <IconButton
            icon={KeyRound}
            label={t('list.reset', { name })}
            disabled={account.disabled}
            onClick={() => onOpen({ kind: 'reset', account })}
          />
        )}
      </td>
    </tr>
  )
}

function StateTag({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts')
  if (account.disabled) return <Tag>{t('state.disabled')}</Tag>
  if (account.mustChangePassword) return <Tag tone="attention">{t('state.oneTime')}</Tag>
  return <Tag tone="good">{t('state.active')}</Tag>
}

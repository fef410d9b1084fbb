import { Checkbox, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameMaximum, type Account, type Role } from '@shared/features/accounts/accounts'
import type { OneTime } from '@shared/features/accounts/accounts.contract'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import { useNotify } from '../../ui'
import { useRoleName } from './role-words'
import { SureDialog } from './SureDialog'
import { TextField } from './TextField'

type Props = {
  /** Null: a new one. */
  readonly account: Account | null
  readonly roles: readonly Role[]
  readonly onClose: () => void
  readonly onMade: (made: OneTime) => void
}

const shortestName = 3

/** A new account, or the name, role and state of one there is. Nobody changes the own role. */
export function AccountDialog({ account, roles, onClose, onMade }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const notify = useNotify()
  const isOwn = useMe()?.name === account?.name
  const [name, setName] = useState(account?.name ?? '')
  const [displayName, setDisplayName] = useState(account?.displayName ?? '')
  const [roleId, setRoleId] = useState(account?.roleId ?? null)
  const [disabled, setDisabled] = useState(account?.disabled ?? false)
  const save = async (password: string) => {
    if (roleId === null) return
    if (account === null) return onMade(await api.accounts.create({ name, displayName, roleId, password }))
    const { id, version } = account
    await api.accounts.update({ id, version, displayName, roleId, disabled, password })
    notify.show({ tone: 'good', text: t('edit.saved') })
    onClose()
  }
  return (
    <SureDialog
      title={account === null ? t('edit.create') : t('edit.title', { name: account.name })}
      submit={account === null ? t('edit.make') : t('common:save')}
      ready={name.trim().length >= shortestName && displayName.trim() !== '' && roleId !== null}
      onClose={onClose}
      onSure={save}
    >
      {account === null && (
        <TextField
          label={t('name')}
          hint={t('edit.nameHint')}
          value={name}
          maxLength={nameMaximum}
          onChange={setName}
        />
      )}
      <TextField label={t('displayName')} value={displayName} maxLength={120} onChange={setDisplayName} />
      <RolePick roles={roles} value={roleId} disabled={isOwn} onChange={setRoleId} />
      {account !== null && !isOwn && (
        <Checkbox checked={disabled} onChange={(event) => setDisabled(event.target.checked)}>
          {t('edit.disabled')}
        </Checkbox>
      )}
      {account === null && <p className="ui-quiet">{t('edit.oneTimeHint')}</p>}
    </SureDialog>
  )
}

type PickProps = {
  readonly roles: readonly Role[]
  readonly value: string | null
  readonly disabled: boolean
  readonly onChange: (id: string) => void
}

function RolePick({ roles, value, disabled, onChange }: PickProps) {
  const { t } = useTranslation('accounts')
  const roleName = useRoleName()
  const id = useId()
  return (
    <div className="password-field">
      <label htmlFor={id}>{t('role')}</label>
      <Select
        id={id}
        value={value}
        disabled={disabled}
        placeholder={t('edit.chooseRole')}
        getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
        options={roles.map((role) => ({ value: role.id, label: roleName(role.id, role.name) }))}
        onChange={onChange}
      />
      {disabled && <p className="password-note password-hint">{t('edit.ownRole')}</p>}
    </div>
  )
}

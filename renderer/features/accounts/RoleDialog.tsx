import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '@shared/features/accounts/accounts'
import { grantableRights } from '@shared/features/accounts/roles'
import { api } from '../../api/client'
import { useNotify } from '../../ui'
import { SureDialog } from './SureDialog'
import { TextField } from './TextField'

type Grantable = (typeof grantableRights)[number]

/** What a new role of the park begins with: everybody at work sees which park it is. */
const usual: readonly Grantable[] = ['settings.read']

type Props = {
  /** Null: a new one. */
  readonly of: Role | null
  readonly onClose: () => void
}

/** A role of the park's own: its name and what it may do. */
export function RoleDialog({ of: role, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const notify = useNotify()
  const [name, setName] = useState(role?.name ?? '')
  const [granted, setGranted] = useState<readonly Grantable[]>(
    role === null ? usual : grantableRights.filter((right) => role.rights.includes(right)),
  )
  const save = async (password: string) => {
    const { id = null, version = null } = role ?? {}
    await api.accounts.saveRole({ id, version, name, rights: [...granted], password })
    notify.show({ tone: 'good', text: t('roles.saved') })
    onClose()
  }
  return (
    <SureDialog
      title={role === null ? t('roles.create') : t('roles.edit', { name: role.name ?? '' })}
      submit={t('common:save')}
      ready={name.trim() !== '' && granted.length > 0}
      onClose={onClose}
      onSure={save}
    >
      <TextField label={t('roles.name')} value={name} maxLength={80} onChange={setName} />
      <fieldset className="role-rights">
        <legend>{t('roles.may')}</legend>
        <Checkbox.Group<Grantable>
          value={[...granted]}
          options={grantableRights.map((right) => ({ value: right, label: t(`right.${right}`) }))}
          onChange={setGranted}
        />
      </fieldset>
    </SureDialog>
  )
}

/** Takes a role of the park's own away; nobody may have it any more. */
export function RemoveRoleDialog({ of: role, onClose }: { readonly of: Role; readonly onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const notify = useNotify()
  return (
    <SureDialog
      title={t('roles.remove', { name: role.name ?? '' })}
      submit={t('common:remove')}
      danger
      onClose={onClose}
      onSure={async (password) => {
        await api.accounts.removeRole({ id: role.id, version: role.version, password })
        notify.show({ tone: 'good', text: t('roles.removed') })
        onClose()
      }}
    >
      <p className="ui-words">{t('roles.removeText')}</p>
    </SureDialog>
  )
}

import { useTranslation } from 'react-i18next'
import type { Account } from '@shared/features/accounts/accounts'
import type { OneTime } from '@shared/features/accounts/accounts.contract'
import { api } from '../../api/client'
import { SureDialog } from './SureDialog'

type Props = {
  readonly account: Account
  readonly onClose: () => void
  readonly onReset: (made: OneTime) => void
}

/** Somebody has lost the password: a new one for a single use. */
export function ResetDialog({ account, onClose, onReset }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <SureDialog
      title={t('reset.title', { name: account.name })}
      submit={t('reset.submit')}
      onClose={onClose}
      onSure={async (password) => onReset(await api.accounts.resetPassword({ id: account.id, password }))}
    >
      <p className="ui-words">{t('reset.text')}</p>
    </SureDialog>
  )
}

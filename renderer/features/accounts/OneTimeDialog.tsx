import { Button } from 'antd'
import { Copy, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OneTime } from '@shared/features/accounts/accounts.contract'
import { api } from '../../api/client'
import { Dialog, Paper, useCopy, useNotify } from '../../ui'

type Props = { readonly made: OneTime; readonly onClose: () => void }

/** The one-time password of an account, shown this once. */
export function OneTimeDialog({ made, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const notify = useNotify()
  const { account, oneTimePassword } = made
  const copy = useCopy()
  return (
    <Dialog
      title={t('oneTime.title', { name: account.name })}
      onClose={onClose}
      footer={
        <>
          <Button
            icon={<Copy size={16} strokeWidth={1.6} aria-hidden />}
            onClick={() => copy(oneTimePassword, t('oneTime.copied'))}
          >
            {t('oneTime.copy')}
          </Button>
          <Button
            icon={<Printer size={16} strokeWidth={1.6} aria-hidden />}
            onClick={() => void api.shell.print({}).catch(notify.failed)}
          >
            {t('common:print')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('oneTime.done')}
          </Button>
        </>
      }
    >
      <output className="key-shown" aria-label={t('oneTime.password')}>
        <span>{oneTimePassword}</span>
      </output>
      <p className="ui-words">{t('oneTime.text')}</p>
      <Paper>
        <h1>{t('oneTime.title', { name: account.name })}</h1>
        <dl>
          <dt>{t('displayName')}</dt>
          <dd>{account.displayName}</dd>
          <dt>{t('name')}</dt>
          <dd>{account.name}</dd>
        </dl>
        <p className="paper-secret">{oneTimePassword}</p>
        <p>{t('oneTime.text')}</p>
      </Paper>
    </Dialog>
  )
}

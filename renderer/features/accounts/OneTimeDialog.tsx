import { Button } from 'antd'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OneTime } from '@shared/features/accounts/accounts.contract'
import { Dialog, Paper, useCopy, PrintButton } from '../../ui'

type Props = { readonly made: OneTime; readonly onClose: () => void }

/** The one-time password of an account, shown this once. */
export function OneTimeDialog({ made, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
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
          <PrintButton>{t('common:print')}</PrintButton>
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

import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/session'
import { Card } from '../../ui'

/** In the settings: whether the park has accounts, what it means not to have them, and the way to them. */
export function AccountsCard() {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const isOn = useMe()?.state === 'signedIn'
  return (
    <Card title={t('title')}>
      <div className="ui-card-body">
        {!isOn && <strong>{t('none.title')}</strong>}
        <p>{isOn ? t('card.on') : t('none.text')}</p>
        <div className="ui-actions">
          <Button onClick={() => void navigate({ to: '/accounts' })}>
            {isOn ? t('card.open') : t('card.switchOn')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

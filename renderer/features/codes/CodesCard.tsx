import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui'

/** In the settings: what the code lists are, and the way to them. */
export function CodesCard() {
  const { t } = useTranslation('codes')
  const navigate = useNavigate()
  return (
    <Card title={t('title')}>
      <div className="ui-card-body">
        <p>{t('text')}</p>
        <div className="ui-actions">
          <Button onClick={() => void navigate({ to: '/codes' })}>{t('open')}</Button>
        </div>
      </div>
    </Card>
  )
}

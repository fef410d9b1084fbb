import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui'

/** In the settings: what working time is for, and the way to it. */
export function WorkingTimeCard() {
  const { t } = useTranslation('clocks')
  const navigate = useNavigate()
  return (
    <Card title={t('title')}>
      <div className="ui-card-body">
        <p>{t('settings.text')}</p>
        <div className="ui-actions">
          <Button onClick={() => void navigate({ to: '/working-time' })}>{t('settings.open')}</Button>
        </div>
      </div>
    </Card>
  )
}

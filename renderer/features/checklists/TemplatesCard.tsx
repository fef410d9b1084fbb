import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui'

/** In the settings: what checklist templates are, and the way to them. */
export function TemplatesCard() {
  const { t } = useTranslation('checklists')
  const navigate = useNavigate()
  return (
    <Card title={t('templates.title')}>
      <div className="ui-card-body">
        <p>{t('templates.card')}</p>
        <div className="ui-actions">
          <Button onClick={() => void navigate({ to: '/checklists' })}>{t('templates.open')}</Button>
        </div>
      </div>
    </Card>
  )
}

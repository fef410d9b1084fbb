import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui'

/** In an empty park: how to fill it. */
export function NothingYet() {
  const { t } = useTranslation('overview')
  const navigate = useNavigate()
  return (
    <Card className="overview-empty">
      <div>
        <h2>{t('emptyTitle')}</h2>
        <p>{t('emptyText')}</p>
      </div>
      <Button type="primary" onClick={() => void navigate({ to: '/import' })}>
        {t('emptyImport')}
      </Button>
    </Card>
  )
}

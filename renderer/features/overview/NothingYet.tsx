import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Factory } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card, EmptyState } from '../../ui'

/** In an empty park: how to fill it. */
export function NothingYet() {
  const { t } = useTranslation('overview')
  const navigate = useNavigate()
  return (
    <Card>
      <EmptyState
        icon={Factory}
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={
          <Button type="primary" onClick={() => void navigate({ to: '/import' })}>
            {t('emptyImport')}
          </Button>
        }
      />
    </Card>
  )
}

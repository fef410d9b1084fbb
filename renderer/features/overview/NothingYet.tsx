import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Factory } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../api/session'
import { Card, EmptyState } from '../../ui'

/** In an empty park: how to fill it. */
export function NothingYet() {
  const { t } = useTranslation('overview')
  const navigate = useNavigate()
  const mayImport = useRights().has('imports.run')
  return (
    <Card>
      <EmptyState
        icon={Factory}
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={
          mayImport && (
            <Button type="primary" onClick={() => void navigate({ to: '/import' })}>
              {t('emptyImport')}
            </Button>
          )
        }
      />
    </Card>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Signpost } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState, Page, PageHeader } from '../ui'

/** An address that leads nowhere: an old link, a mistyped one. */
export function ScreenMissing() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  return (
    <Page>
      <PageHeader title={t('screenMissing')} />
      <EmptyState
        icon={Signpost}
        title={t('screenMissingText')}
        action={<Button onClick={() => void navigate({ to: '/overview' })}>{t('toOverview')}</Button>}
      />
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import { ShieldOff } from 'lucide-react'
import { EmptyState, Page, PageHeader } from '../ui'

/** A screen that is no part of somebody's role. */
export function NotAllowed() {
  const { t } = useTranslation('shell')
  return (
    <Page>
      <PageHeader title={t('notAllowed')} />
      <EmptyState icon={ShieldOff} title={t('notAllowedTitle')} text={t('notAllowedText')} />
    </Page>
  )
}

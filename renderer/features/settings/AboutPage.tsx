import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '@shared/features/shell/shell.contract'
import { useApiQuery } from '../../api/client'
import { Card, ErrorState, FactList, Page, PageHeader, Skeleton } from '../../ui'
import './settings.css'

/** What this program is and of which parts it is made. */
export function AboutPage() {
  const { t } = useTranslation(['settings', 'shell', 'common'])
  const info = useApiQuery('shell', 'about', {})
  return (
    <Page>
      <PageHeader title={t('shell:about')} />
      <div className="settings-single">
        <Card title={t('common:product')}>
          <div className="ui-card-body">
            <p>{t('about.text')}</p>
            <p>{t('about.offline')}</p>
            <Link to="/manual">{t('shell:toManual')}</Link>
            {info.isPending && <Skeleton lines={4} />}
            {info.isError && <ErrorState error={info.error} onRetry={() => void info.refetch()} />}
            {info.data !== undefined && <Versions info={info.data} />}
          </div>
        </Card>
      </div>
    </Page>
  )
}

function Versions({ info }: { readonly info: AppInfo }) {
  const { t } = useTranslation('settings')
  const lines = [
    [t('about.version'), info.version],
    ['Electron', info.electron],
    ['Chromium', info.chromium],
    ['SQLite', info.sqlite],
    [t('about.platform'), info.platform],
  ] as const
  return <FactList facts={lines} numeric />
}

import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OverviewFigures } from '@shared/features/overview/overview.contract'
import { useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, Page, PageHeader, Skeleton } from '../../ui'
import { CountryBars } from './CountryBars'
import { DueSoon } from './DueSoon'
import { KeyFigures } from './KeyFigures'
import { NothingYet } from './NothingYet'
import { RecentIncidents } from './RecentIncidents'
import { RequestTrend } from './RequestTrend'
import './overview.css'

/** The first screen: the month in five figures, and what needs somebody now. */
export function OverviewPage() {
  const { t } = useTranslation(['overview', 'shell'])
  const format = useFormat()
  const navigate = useNavigate()
  const answer = useApiQuery('overview', 'figures', {})
  return (
    <Page>
      <PageHeader
        title={t('shell:overview')}
        aside={answer.data === undefined ? undefined : format.month(answer.data.month)}
        actions={<Button onClick={() => void navigate({ to: '/reports' })}>{t('monthlyReport')}</Button>}
      />
      {answer.isPending && <FiguresSkeleton />}
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && <OverviewBody overview={answer.data} />}
    </Page>
  )
}

function OverviewBody({ overview }: { readonly overview: OverviewFigures }) {
  const rights = useRights()
  if (overview.nothingYet) return <NothingYet />
  return (
    <>
      <KeyFigures overview={overview} />
      <div className="overview-columns">
        <div className="overview-column">
          <RequestTrend />
          {rights.has('requests.read') && <DueSoon />}
        </div>
        <div className="overview-column">
          <CountryBars counts={overview.current.tenants.byCountry} />
          {rights.has('incidents.read') && <RecentIncidents />}
        </div>
      </div>
    </>
  )
}

function FiguresSkeleton() {
  return (
    <div className="overview-figures">
      {[0, 1, 2, 3, 4].map((index) => (
        <Card key={index}>
          <Skeleton lines={3} />
        </Card>
      ))}
    </div>
  )
}

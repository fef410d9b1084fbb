import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { buildReport } from '@shared/features/reports/model'
import { api, apiKey } from '../../api/client'
import { useRights } from '../../api/session'
import { ErrorState, Page, PageHeader, Skeleton, PrintButton } from '../../ui'
import { PeriodPicker } from './PeriodPicker'
import { ReportView } from './ReportView'
import { SaveReport } from './SaveReport'
import { useReportChoice, type ReportChoice } from './use-report-choice'
import { useReportWords } from './use-report-words'
import './reports.css'

/** The periodic report on screen: the same model every written format is made of. */
export function ReportsPage() {
  const { t } = useTranslation('reports')
  const [choice, change] = useReportChoice()
  return (
    <Page>
      <PageHeader
        title={t('screen.title')}
        actions={
          <>
            <LevelsButton />
            <PrintButton>{t('screen.print')}</PrintButton>
            <SaveReport choice={choice} />
          </>
        }
      />
      <PeriodPicker choice={choice} onChange={change} />
      <Report choice={choice} />
    </Page>
  )
}

/** How the promises of a month were kept is counted on a screen of its own. */
function LevelsButton() {
  const { t } = useTranslation('clocks')
  const navigate = useNavigate()
  if (!useRights().has('requests.read')) return null
  return <Button onClick={() => void navigate({ to: '/service-levels' })}>{t('levels.open')}</Button>
}

function Report({ choice }: { readonly choice: ReportChoice }) {
  const { kind, period, language } = choice
  const words = useReportWords(language)
  const query = useQuery({
    queryKey: apiKey('reports', 'figures', { kind, period }),
    queryFn: () => api.reports.figures({ jobId: crypto.randomUUID(), kind, period }),
    placeholderData: keepPreviousData,
  })
  const figures = query.data
  const model = useMemo(
    () => (figures === undefined || words === undefined ? undefined : buildReport(figures, language, words)),
    [figures, language, words],
  )
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (model === undefined || figures === undefined) return <Skeleton lines={12} />
  return <ReportView model={model} figures={figures} busy={query.isPlaceholderData} />
}

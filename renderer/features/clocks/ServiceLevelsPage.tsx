import { Button, Select } from 'antd'
import { CalendarCheck, Copy } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LevelRow, ServiceLevels } from '@shared/features/clocks/service-levels'
import { codeLabel } from '@shared/kernel/code-lists'
import { api, apiKey } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import {
  Card,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  ProgressLine,
  useCopy,
  useNow,
  PrintButton,
} from '../../ui'
import { workWords } from './work-words'
import './clocks.css'

const offered = 24

/** The months up to this one, the latest first. */
function lastMonths(month: string): readonly string[] {
  const [year = 0, index = 0] = month.split('-').map(Number)
  return Array.from({ length: offered }, (_, back) =>
    new Date(Date.UTC(year, index - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

/** How the promises of a month were kept, by type and by officer. */
export function ServiceLevelsPage() {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const months = lastMonths(format.dayOf(useNow()).slice(0, 7))
  const [month, setMonth] = useState(months[1] ?? '')
  const job = useJob()
  const query = useQuery({
    queryKey: apiKey('clocks', 'serviceLevels', { month }),
    queryFn: () => job.run((jobId) => api.clocks.serviceLevels({ jobId, month })),
  })
  return (
    <Page>
      <PageHeader
        title={t('levels.title')}
        aside={format.month(month)}
        actions={
          <>
            <Select
              aria-label={t('levels.month')}
              value={month}
              onChange={(next: string) => setMonth(next)}
              options={months.map((value) => ({ value, label: format.month(value) }))}
            />
            {query.data !== undefined && <CopyButton levels={query.data} />}
            <PrintButton>{t('common:print')}</PrintButton>
          </>
        }
      />
      <p className="ui-words">{t('levels.text')}</p>
      {query.isPending && <ProgressLine progress={job.progress} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.total.closed === 0 && <EmptyState icon={CalendarCheck} title={t('levels.empty')} />}
      {query.data !== undefined && query.data.total.closed > 0 && <Levels levels={query.data} />}
    </Page>
  )
}

function Levels({ levels }: { readonly levels: ServiceLevels }) {
  const { t } = useTranslation('clocks')
  const words = useLevelWords()
  return (
    <>
      <LevelTable
        title={t('levels.byType')}
        rows={levels.byType.map(words.ofType)}
        total={words.ofAll(levels.total)}
      />
      <LevelTable
        title={t('levels.byOfficer')}
        rows={levels.byOfficer.map(words.ofOfficer)}
        total={words.ofAll(levels.total)}
      />
    </>
  )
}

const columns = ['closed', 'firstMet', 'firstMissed', 'met', 'missed', 'working', 'real'] as const

/** The cells of a row, the name first. */
function useLevelWords() {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const cells = (name: string, row: LevelRow): readonly string[] => [
    name,
    ...[
      row.closed,
      row.firstResponse.met,
      row.firstResponse.missed,
      row.resolution.met,
      row.resolution.missed,
    ].map(format.integer),
    ...[row.workingTime, row.realTime].map((ms) =>
      ms === null ? t('common:notAvailable') : workWords(ms, t),
    ),
  ]
  return {
    ofAll: (row: LevelRow) => cells(t('levels.total'), row),
    ofType: (row: LevelRow) => cells(codeLabel('requestType', row.key, format.language), row),
    ofOfficer: (row: LevelRow) => cells(row.key === '' ? t('levels.nobody') : row.key, row),
  }
}

function CopyButton({ levels }: { readonly levels: ServiceLevels }) {
  const { t } = useTranslation('clocks')
  const copyText = useCopy()
  const words = useLevelWords()
  const copy = () => {
    const heading = ['', ...columns.map((column) => t(`levels.${column}`))]
    const rows = [
      heading,
      ...levels.byType.map(words.ofType),
      ...levels.byOfficer.map(words.ofOfficer),
      words.ofAll(levels.total),
    ]
    copyText(rows.map((row) => row.join('\t')).join('\n'), t('why.copied'))
  }
  return (
    <Button icon={<Copy size={16} strokeWidth={1.6} aria-hidden />} onClick={copy}>
      {t('levels.copy')}
    </Button>
  )
}

type TableProps = {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[]
}

function LevelTable({ title, rows, total }: TableProps) {
  const { t } = useTranslation('clocks')
  const row = ([name = '', ...figures]: readonly string[]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {figures.map((figure, index) => (
        <td key={columns[index]} className="numeric clocks-figure">
          {figure}
        </td>
      ))}
    </tr>
  )
  return (
    <Card title={title}>
      <div className="clocks-days">
        <table className="clocks-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{title}</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="clocks-figure">
                  {t(`levels.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.map(row)}</tbody>
          <tfoot>{row(total)}</tfoot>
        </table>
      </div>
    </Card>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProblem } from '@shared/features/imports/import'
import { fieldLabel } from '@shared/kernel/field-labels'
import type { RegisterName } from '@shared/kernel/registers'
import { api } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, Chip, ErrorState, Skeleton, Tag } from '../../ui'
import type { Finding } from './use-import'

const pageSize = 100

type Severity = ImportProblem['severity']

/** Every cell that was refused or pointed out: where it stands, what it holds, why. */
export function Problems({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [severity, setSeverity] = useState<Severity | undefined>(undefined)
  const { jobId, outcome } = finding
  const query = useInfiniteQuery({
    queryKey: ['importProblems', jobId, severity],
    queryFn: ({ pageParam }) => api.imports.problems({ jobId, after: pageParam, limit: pageSize, severity }),
    initialPageParam: -1,
    getNextPageParam: (page) => (page.rows.length < pageSize ? undefined : page.rows.at(-1)?.index),
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  if (query.isSuccess && total === 0 && severity === undefined) return null
  return (
    <Card
      title={t('screen.problems', { total: format.integer(total) })}
      extra={<SeverityChips severity={severity} onChange={setSeverity} />}
    >
      {query.isPending && <Skeleton lines={4} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {rows.length > 0 && <ProblemTable register={outcome.register} rows={rows} />}
      {query.hasNextPage && (
        <div className="import-actions">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('screen.moreProblems')}
          </Button>
        </div>
      )}
    </Card>
  )
}

type ChipsProps = {
  readonly severity: Severity | undefined
  readonly onChange: (severity: Severity | undefined) => void
}

function SeverityChips({ severity, onChange }: ChipsProps) {
  const { t } = useTranslation('imports')
  return (
    <fieldset className="import-chips" aria-label={t('screen.kindOfProblem')}>
      <Chip selected={severity === undefined} onClick={() => onChange(undefined)}>
        {t('screen.allProblems')}
      </Chip>
      <Chip selected={severity === 'rejected'} onClick={() => onChange('rejected')}>
        {t('screen.count.rejected')}
      </Chip>
      <Chip selected={severity === 'warning'} onClick={() => onChange('warning')}>
        {t('screen.count.warnings')}
      </Chip>
    </fieldset>
  )
}

type TableProps = { readonly register: RegisterName; readonly rows: readonly ImportProblem[] }

function ProblemTable({ register, rows }: TableProps) {
  const { t } = useTranslation('imports')
  const { language, integer } = useFormat()
  const columnOf = ({ field, columnName }: ImportProblem) =>
    columnName ?? (field === null ? '' : fieldLabel(register, field, language))
  return (
    <div className="import-problems">
      <table>
        <thead>
          <tr>
            <th scope="col" className="import-number import-row">
              {t('screen.row')}
            </th>
            <th scope="col">{t('screen.column')}</th>
            <th scope="col">{t('screen.value')}</th>
            <th scope="col">{t('screen.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((problem) => (
            <tr key={problem.index}>
              <td className="import-number">{integer(problem.row)}</td>
              <td>{columnOf(problem)}</td>
              <td className="import-value">{problem.value ?? ''}</td>
              <td>
                <Tag tone={problem.severity === 'rejected' ? 'danger' : 'attention'}>
                  {t(`screen.severity.${problem.severity}`)}
                </Tag>{' '}
                {t(`screen.reason.${problem.reason}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OverviewLists } from '@shared/features/overview/overview.contract'
import { useApiQuery } from '../../api/client'
import { Card, EmptyState, TimeLeftTag } from '../../ui'
import { Answered } from './Answered'

/** The open requests with the least time left. */
export function DueSoon() {
  const { t } = useTranslation('overview')
  const answer = useApiQuery('overview', 'lists', {})
  return (
    <Card
      title={t('dueSoon')}
      className="overview-list"
      extra={
        <Link
          to="/requests"
          search={{ filter: { view: 'open' }, sort: { field: 'dueAt', direction: 'asc' } }}
        >
          {t('showAll')}
        </Link>
      }
    >
      <Answered answer={answer} lines={5}>
        {({ dueSoon }) => <DueSoonRows rows={dueSoon} />}
      </Answered>
    </Card>
  )
}

function DueSoonRows({ rows }: { readonly rows: OverviewLists['dueSoon'] }) {
  const { t } = useTranslation('overview')
  if (rows.length === 0) return <EmptyState title={t('dueSoonEmpty')} />
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/requests/$id" params={{ id: row.id }} className="overview-line">
            <span className="overview-line-number numeric">{row.reference}</span>
            <span className="overview-line-words">
              {row.tenantName}
              {row.subject !== null && <span className="overview-line-quiet"> · {row.subject}</span>}
            </span>
            <TimeLeftTag dueAt={row.dueAt} closedAt={row.closedAt} soon={row.isDueSoon} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IncidentRow } from '@shared/features/incidents/incidents.contract'
import { codeLabel } from '@shared/kernel/code-lists'
import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, SeverityBadge } from '../../ui'
import { Answered } from './Answered'

/** The incidents that happened last. */
export function RecentIncidents() {
  const { t } = useTranslation('overview')
  const answer = useApiQuery('overview', 'lists', {})
  return (
    <Card
      title={t('recentIncidents')}
      className="overview-list"
      extra={
        <Link to="/incidents" search={{ sort: { field: 'occurredAt', direction: 'desc' } }}>
          {t('showAll')}
        </Link>
      }
    >
      <Answered answer={answer} lines={5}>
        {({ recentIncidents }) => <IncidentRows rows={recentIncidents} />}
      </Answered>
    </Card>
  )
}

function IncidentRows({ rows }: { readonly rows: readonly IncidentRow[] }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  if (rows.length === 0) return <EmptyState title={t('recentIncidentsEmpty')} />
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/incidents/$id" params={{ id: row.id }} className="overview-line">
            <SeverityBadge severity={row.severity} />
            <span className="overview-line-words">
              {codeLabel('incidentCategory', row.category, format.language)}
              {row.location !== null && <span className="overview-line-quiet"> · {row.location}</span>}
            </span>
            <span className="overview-line-quiet numeric">{format.instant(row.occurredAt)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

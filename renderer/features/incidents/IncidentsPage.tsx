import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { incidentViews } from '@shared/features/incidents/incidents.contract'
import { useFormat } from '../../i18n/format'
import { SeverityBadge } from '../../ui'
import { RegisterPage, registerColumns, type AnyRow, type RegisterWords } from '../registers'
import { IncidentHead } from './IncidentHead'
import { IncidentStatusTag } from './IncidentStatusTag'

const usualViews = ['open', 'severe', 'closed'] as const

/** The register of security incidents. */
export function IncidentsPage() {
  const { t } = useTranslation('incidents')
  const format = useFormat()
  const columns = useMemo(
    () =>
      registerColumns('incidents', format, {
        reference: { width: 124, importance: 1 },
        severity: {
          width: 88,
          importance: 1,
          render: (row) => <SeverityBadge severity={Number(row['severity'])} />,
        },
        category: { width: format.language === 'zh' ? 120 : 186, importance: 1, grows: true },
        occurredAt: { width: 146, importance: 2 },
        status: { width: 120, importance: 1, render: (row) => <IncidentStatusTag row={row} /> },
        location: { width: 120, importance: 3, grows: true },
        tenantId: { width: 160, importance: 4, grows: true },
        injured: { width: 96, importance: 6 },
        loss: { width: 130, importance: 5 },
      }),
    [format],
  )
  const words = useMemo<RegisterWords>(
    () => ({
      title: t('title'),
      create: t('create'),
      search: t('search'),
      emptyTitle: t('emptyTitle'),
      emptyText: t('emptyText'),
      views: Object.fromEntries(incidentViews.map((view) => [view, t(`view.${view}`)])),
    }),
    [t],
  )
  return <RegisterPage register="incidents" words={words} columns={columns} views={usualViews} head={head} />
}

function head(row: AnyRow) {
  return <IncidentHead row={row} />
}

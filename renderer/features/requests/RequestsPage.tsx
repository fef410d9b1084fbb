import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Columns3 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import { requestViews } from '@shared/features/requests/requests.contract'
import { useFormat } from '../../i18n/format'
import { RegisterPage, registerColumns, type AnyRow, type RegisterWords } from '../registers'
import { MentionsButton } from '../comments'
import { ReassignButton, StatusTag } from '../workflow'
import { RequestHead } from './RequestHead'
import { TimeLeft } from './TimeLeft'

const usualViews = ['open', 'dueToday', 'dueSoon', 'overdue', 'waiting', 'closed'] as const

/** As wide as the longest status in each language. */
const statusWidths = { zh: 112, ru: 168, en: 168 } as const

/** The register of service requests. */
export function RequestsPage() {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const columns = useMemo(
    () =>
      registerColumns('requests', format, {
        reference: { width: 136, importance: 1 },
        tenantId: { width: 190, importance: 1, grows: true },
        subject: { width: 200, importance: 1, grows: true },
        dueAt: {
          width: format.language === 'zh' ? 116 : 124,
          importance: 1,
          label: t('timeLeft'),
          reads: ['closedAt', 'status', 'type', 'priority'],
          render: (row) => <TimeLeft row={row} short />,
        },
        status: {
          width: statusWidths[format.language],
          importance: 1,
          render: (row) => <StatusTag status={String(row['status'] ?? '')} />,
        },
        type: { width: 116, importance: 4 },
        priority: { width: 96, importance: 5 },
        receivedAt: { width: 140, importance: 6 },
        officer: { width: 130, importance: 7 },
      }),
    [format, t],
  )
  const words = useMemo<RegisterWords>(
    () => ({
      title: t('title'),
      create: t('create'),
      search: t('search'),
      emptyTitle: t('emptyTitle'),
      emptyText: t('emptyText'),
      views: Object.fromEntries(requestViews.map((view) => [view, t(`view.${view}`)])),
    }),
    [t],
  )
  return (
    <RegisterPage
      register="requests"
      words={words}
      columns={columns}
      views={usualViews}
      head={head}
      actions={actions}
    />
  )
}

function head(row: AnyRow) {
  return <RequestHead row={row} />
}

function actions(filter: FilterInput, total: number | undefined) {
  return (
    <>
      <BoardButton filter={filter} />
      <MentionsButton />
      <ReassignButton filter={filter} total={total} />
    </>
  )
}

function BoardButton({ filter }: { readonly filter: FilterInput }) {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const search = Object.keys(filter).length === 0 ? {} : { filter }
  return (
    <Button
      icon={<Columns3 size={16} strokeWidth={1.6} aria-hidden />}
      onClick={() => void navigate({ to: '/requests/board', search })}
    >
      {t('board.open')}
    </Button>
  )
}

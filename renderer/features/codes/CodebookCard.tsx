import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { CodeRow, CodeView } from '@shared/features/codes/codes.contract'
import { api, apiKey } from '../../api/client'
import { Card, EmptyState, ErrorState, Skeleton } from '../../ui'
import { useDelayed } from '../../ui/form'
import { CodeDialog } from './CodeDialog'
import { CodeTable } from './CodeTable'
import { views } from './views'

const pageSize = 50
const typingPause = 150

/** What there is to say of a list beside its name. */
const explained = ['hs', 'customsOffice'] as const

/** One code list: searched, read page by page, added to and changed. */
export function CodebookCard({ list }: { readonly list: CodebookName }) {
  const { t } = useTranslation('codes')
  const [typed, setTyped] = useState('')
  const [view, setView] = useState<CodeView>('all')
  const [open, setOpen] = useState<{ readonly row: CodeRow | null } | null>(null)
  const about = explained.find((name) => name === list)
  return (
    <Card
      title={t(`list.${list}`)}
      extra={
        <Button
          type="primary"
          icon={<Plus size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => setOpen({ row: null })}
        >
          {t('add')}
        </Button>
      }
    >
      {about !== undefined && <p className="codes-about">{t(`about.${about}`)}</p>}
      <div className="codes-tools">
        <Input
          value={typed}
          maxLength={100}
          aria-label={t('search')}
          placeholder={t('search')}
          prefix={<Search size={16} strokeWidth={1.6} aria-hidden />}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Segmented<CodeView>
          aria-label={t('view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={setView}
        />
      </div>
      <Codes
        list={list}
        text={useDelayed(typed.trim(), typingPause)}
        view={view}
        onEdit={(row) => setOpen({ row })}
      />
      {open !== null && <CodeDialog list={list} row={open.row} onClose={() => setOpen(null)} />}
    </Card>
  )
}

type Props = {
  readonly list: CodebookName
  readonly text: string
  readonly view: CodeView
  readonly onEdit: (row: CodeRow) => void
}

function Codes({ list, text, view, onEdit }: Props) {
  const { t } = useTranslation('codes')
  const query = useInfiniteQuery({
    queryKey: apiKey('codes', 'page', { list, text, view }),
    queryFn: ({ pageParam }) => api.codes.page({ list, text, view, cursor: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  if (query.isPending) return <Skeleton lines={10} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) {
    const isEmpty = text === '' && view === 'all'
    return isEmpty ? (
      <EmptyState title={t('empty')} text={t('emptyText')} />
    ) : (
      <EmptyState title={t('none')} text={t('noneText')} />
    )
  }
  return (
    <>
      <CodeTable list={list} rows={rows} onEdit={onEdit} />
      {query.hasNextPage && (
        <div className="codes-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}

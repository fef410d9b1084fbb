import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { api, apiKey } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { EmptyState, ErrorState, Skeleton } from '../../ui'
import { ChangeList } from './ChangeList'
import { actorWords } from './actor-words'
import './history.css'

const pageSize = 20

type Props = { readonly register: RegisterName; readonly id: string }

/** Who changed a record, when, and each value before and after; the latest first. */
export function HistoryList({ register, id }: Props) {
  const { t } = useTranslation('history')
  const query = useInfiniteQuery({
    queryKey: apiKey('history', 'ofRecord', { register, id }),
    queryFn: ({ pageParam }) => api.history.ofRecord({ register, id, cursor: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  if (query.isPending) return <Skeleton lines={4} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const entries = query.data.pages.flatMap((page) => page.rows)
  if (entries.length === 0) return <EmptyState title={t('empty')} />
  return (
    <div className="history">
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </div>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  return (
    <li>
      <p className="history-head">
        <strong>{t(`action.${entry.action}`)}</strong>
        <time dateTime={new Date(entry.at).toISOString()}>{format.instant(entry.at)}</time>
      </p>
      <p className="history-who">
        {t('who', { actor: actorWords(entry.actor, t('operator')), workstation: entry.workstation })}
        {entry.batchFile !== null && ` · ${t('imported', { file: entry.batchFile })}`}
      </p>
      {entry.action === 'updated' && <ChangeList register={entry.register} changes={entry.changes} />}
    </li>
  )
}

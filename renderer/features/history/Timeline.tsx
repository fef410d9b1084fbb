import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { timelineKinds, type TimelineKind } from '@shared/features/history/timeline'
import { api, apiKey } from '../../api/client'
import { useRights } from '../../api/session'
import { Card, Chip, EmptyState, ErrorState, Skeleton } from '../../ui'
import { CommentBox } from '../comments'
import { TimelineItem } from './TimelineItem'
import './history.css'
import './timeline.css'

const pageSize = 30

type Props = {
  readonly id: string
  /** A request in the bin is read and not written about. */
  readonly isDeleted: boolean
}

/** Everything that happened around a request, the newest first: steps, changes, comments, files, links, papers. */
export function Timeline({ id, isDeleted }: Props) {
  const { t } = useTranslation('history')
  const [kind, setKind] = useState<TimelineKind | null>(null)
  const mayWrite = useRights().has('requests.write') && !isDeleted
  return (
    <Card title={t('timeline')}>
      {mayWrite && <CommentBox key={id} requestId={id} />}
      <fieldset className="timeline-kinds no-print" aria-label={t('kinds')}>
        <Chip selected={kind === null} onClick={() => setKind(null)}>
          {t('kind.all')}
        </Chip>
        {timelineKinds.map((each) => (
          <Chip key={each} selected={kind === each} onClick={() => setKind(each)}>
            {t(`kind.${each}`)}
          </Chip>
        ))}
      </fieldset>
      <Entries id={id} kind={kind} />
    </Card>
  )
}

function Entries({ id, kind }: { readonly id: string; readonly kind: TimelineKind | null }) {
  const { t } = useTranslation('history')
  const input = kind === null ? { id } : { id, kinds: [kind] }
  const query = useInfiniteQuery({
    queryKey: apiKey('history', 'timeline', input),
    queryFn: ({ pageParam }) => api.history.timeline({ ...input, cursor: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  if (query.isPending) return <Skeleton lines={4} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const entries = query.data.pages.flatMap((page) => page.rows)
  if (entries.length === 0) return <EmptyState title={t('emptyKind')} />
  return (
    <div className="history">
      <ol>
        {entries.map((entry) => (
          <TimelineItem key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          className="no-print"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </div>
  )
}

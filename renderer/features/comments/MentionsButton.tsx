import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { AtSign } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mention } from '@shared/features/comments/comment'
import { api, apiKey } from '../../api/client'
import { useMe } from '../../api/session'
import { useFormat } from '../../i18n/format'
import './comments.css'

const pageSize = 30

/** Comments that mention whoever is at work; nothing where there are none. The only operator has no name to mention. */
export function MentionsButton() {
  const { t } = useTranslation('comments')
  const isNamed = useMe()?.state === 'signedIn'
  const [isOpen, setIsOpen] = useState(false)
  const query = useInfiniteQuery({
    queryKey: apiKey('comments', 'mentions', {}),
    queryFn: ({ pageParam }) => api.comments.mentions({ cursor: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: isNamed,
  })
  const mentions = query.data?.pages.flatMap((page) => page.rows) ?? []
  if (mentions.length === 0) return null
  const count = `${mentions.length}${query.hasNextPage ? '+' : ''}`
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('mentionsTitle')}
      content={
        <div className="comments-mentions">
          <ul>
            {mentions.map((mention) => (
              <MentionLine key={mention.id} mention={mention} />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button
              size="small"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('older')}
            </Button>
          )}
        </div>
      }
    >
      <Button icon={<AtSign size={16} strokeWidth={1.6} aria-hidden />}>{t('mentions', { count })}</Button>
    </Popover>
  )
}

function MentionLine({ mention }: { readonly mention: Mention }) {
  const { t } = useTranslation('comments')
  const format = useFormat()
  const { requestId, reference, subject, text, author, createdAt } = mention
  return (
    <li>
      <Link to="/requests/$id" params={{ id: requestId }}>
        {reference}
      </Link>{' '}
      <span>{subject}</span>
      <p className="comments-mention-text">{text}</p>
      <p className="ui-quiet">{t('mentionBy', { author, time: format.instant(createdAt) })}</p>
    </li>
  )
}

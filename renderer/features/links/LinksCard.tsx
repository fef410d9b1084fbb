import { Link as RouteLink } from '@tanstack/react-router'
import { Button } from 'antd'
import { Link2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Link } from '@shared/features/links/link'
import { codeLabel } from '@shared/kernel/code-lists'
import { api, useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useLanguage } from '../../i18n/language'
import { Card, EmptyState, ErrorState, IconButton, Skeleton, Tag, useNotify } from '../../ui'
import { StatusTag } from '../workflow'
import { LinkDialog } from './LinkDialog'
import './links.css'

type Props = {
  readonly requestId: string
  /** A request in the bin shows its links and changes none. */
  readonly isDeleted: boolean
}

/** Requests that hang together with this one, and how each stands. */
export function LinksCard({ requestId, isDeleted }: Props) {
  const { t } = useTranslation('links')
  const mayWrite = useRights().has('requests.write') && !isDeleted
  const [isOpen, setIsOpen] = useState(false)
  const query = useApiQuery('links', 'of', { requestId })
  return (
    <Card
      title={t('title')}
      extra={
        mayWrite && (
          <Button
            size="small"
            icon={<Link2 size={14} strokeWidth={1.6} aria-hidden />}
            onClick={() => setIsOpen(true)}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {query.isPending && <Skeleton lines={2} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <EmptyState title={t('empty')} />}
      <ul className="links">
        {query.data?.map((link) => (
          <LinkRow key={link.id} requestId={requestId} link={link} mayWrite={mayWrite} />
        ))}
      </ul>
      {isOpen && <LinkDialog requestId={requestId} onClose={() => setIsOpen(false)} />}
    </Card>
  )
}

type RowProps = { readonly requestId: string; readonly link: Link; readonly mayWrite: boolean }

function LinkRow({ requestId, link: { id, kind, other }, mayWrite }: RowProps) {
  const { t } = useTranslation('links')
  const { language } = useLanguage()
  const notify = useNotify()
  const { reference } = other
  const restore = () => void api.links.add({ requestId, kind, otherId: other.id }).catch(notify.failed)
  const remove = async () => {
    try {
      await api.links.remove({ requestId, id })
      notify.show({
        tone: 'neutral',
        text: t('removed', { reference }),
        action: { label: t('undo'), run: restore },
      })
    } catch (error) {
      notify.failed(error)
    }
  }
  return (
    <li>
      <Tag>{codeLabel('requestLink', kind, language)}</Tag>
      <span className="links-facts">
        <RouteLink to="/requests/$id" params={{ id: other.id }}>
          {reference}
        </RouteLink>
        <span className="ui-quiet">{other.subject ?? t('noSubject')}</span>
      </span>
      <StatusTag status={other.status} />
      {mayWrite && (
        <span className="no-print">
          <IconButton icon={X} label={t('remove', { reference })} onClick={() => void remove()} />
        </span>
      )}
    </li>
  )
}

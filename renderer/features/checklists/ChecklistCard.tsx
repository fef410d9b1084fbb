import { Button } from 'antd'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { byAttention, isOpenItem, type Checklist } from '@shared/features/checklists/checklist'
import type { OfferedTemplate } from '@shared/features/checklists/checklists.contract'
import { api, useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useLanguage } from '../../i18n/language'
import { Card, EmptyState, ErrorState, Skeleton, Tag, useNotify } from '../../ui'
import { ItemRow } from './ItemRow'
import './checklists.css'

type Props = {
  readonly requestId: string
  /** A request in the bin shows its papers and changes none. */
  readonly isDeleted: boolean
}

/** The papers of a request: what is missing stands first. */
export function ChecklistCard({ requestId, isDeleted }: Props) {
  const { t } = useTranslation('checklists')
  const mayWrite = useRights().has('requests.write') && !isDeleted
  const query = useApiQuery('checklists', 'of', { requestId })
  const checklist = query.data?.checklist ?? null
  return (
    <Card title={t('title')} extra={checklist !== null && <Progress checklist={checklist} />}>
      {query.isPending && <Skeleton lines={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && checklist === null && (
        <Offered requestId={requestId} offered={query.data.offered} mayWrite={mayWrite} />
      )}
      {checklist !== null && (
        <ul className="checklist">
          {byAttention(checklist.items).map((item) => (
            <ItemRow key={item.id} requestId={requestId} item={item} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Progress({ checklist: { items } }: { readonly checklist: Checklist }) {
  const { t } = useTranslation('checklists')
  const required = items.filter(({ need }) => need === 'required')
  const done = required.filter((item) => !isOpenItem(item)).length
  if (done === required.length) return <Tag tone="good">{t('complete')}</Tag>
  return <Tag tone="attention">{t('progress', { done, total: required.length })}</Tag>
}

type OfferedProps = {
  readonly requestId: string
  readonly offered: readonly OfferedTemplate[]
  readonly mayWrite: boolean
}

function Offered({ requestId, offered, mayWrite }: OfferedProps) {
  const { t } = useTranslation('checklists')
  const { language } = useLanguage()
  const notify = useNotify()
  const start = (templateId: string) => {
    void api.checklists.start({ requestId, templateId }).catch(notify.failed)
  }
  if (offered.length === 0 || !mayWrite)
    return (
      <EmptyState icon={ListChecks} title={t('none')} text={offered.length === 0 ? t('noTemplate') : ''} />
    )
  return (
    <>
      <EmptyState icon={ListChecks} title={t('none')} text={t('noneText')} />
      <div className="checklist-offered no-print">
        {offered.map(({ id, name, items }, index) => (
          <Button key={id} type={index === 0 ? 'primary' : 'default'} onClick={() => start(id)}>
            {t('use', { name: name[language], count: items })}
          </Button>
        ))}
      </div>
    </>
  )
}

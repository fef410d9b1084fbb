import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '@shared/features/details/finding'
import { findingsOf } from '@shared/features/details/findings'
import type { PartContent, PartName } from '@shared/features/details/part'
import { partNameOf } from '@shared/features/details/parts'
import { useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, ErrorState, Skeleton } from '../../ui'
import type { AnyRow } from '../registers'
import { CargoTable } from './CargoTable'
import { findingWords, placeOf, placeWords } from './finding-words'
import { GoodsTable } from './GoodsTable'
import { HeadFacts } from './HeadFacts'
import { Milestones } from './Milestones'
import { UnitsTable } from './UnitsTable'
import './details.css'

/** What a request carries by its type; nothing for a type that carries nothing. */
export function DetailsCard({ request }: { readonly request: AnyRow }) {
  const part = partNameOf(request['type'])
  return part === undefined ? null : <PartCard part={part} request={request} />
}

type PartProps = { readonly part: PartName; readonly request: AnyRow }

function PartCard({ part, request }: PartProps) {
  const { t } = useTranslation('details')
  const query = useApiQuery('details', 'get', { id: request.id })
  const mayWrite = useRights().has('requests.write') && request.deletedAt === null
  const content = query.data?.content ?? null
  return (
    <Card
      title={t(`part.${part}`)}
      className="details-card"
      extra={mayWrite && query.isSuccess && <EditButton id={request.id} isNew={content === null} />}
    >
      {query.isPending && <Skeleton lines={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && content === null && <EmptyState title={t('empty')} text={t(`emptyText.${part}`)} />}
      {content !== null && <Content part={part} content={content} />}
    </Card>
  )
}

function EditButton({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  const { t } = useTranslation('details')
  const navigate = useNavigate()
  return (
    <span className="no-print">
      <Button
        size="small"
        icon={<Pencil size={14} strokeWidth={1.6} aria-hidden />}
        onClick={() => void navigate({ to: '/requests/$id/details', params: { id } })}
      >
        {isNew ? t('edit') : t('change')}
      </Button>
    </span>
  )
}

type ContentProps = { readonly part: PartName; readonly content: PartContent }

function Content({ part, content }: ContentProps) {
  const findings = useMemo(() => findingsOf(part, content), [part, content])
  return (
    <div className="details-body">
      {part === 'shipment' && <Milestones content={content} />}
      <HeadFacts part={part} content={content} />
      {part === 'declaration' && <GoodsTable content={content} />}
      {part === 'shipment' && <UnitsTable content={content} />}
      {part === 'shipment' && <CargoTable content={content} />}
      <Findings part={part} findings={findings} />
    </div>
  )
}

/** What somebody should look at, below everything else. */
function Findings({ part, findings }: { readonly part: PartName; readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  if (findings.length === 0) return null
  return (
    <ul className="details-findings">
      {findings.map((finding) => {
        const place = placeOf(finding.path)
        return (
          <li key={`${finding.path} ${finding.code}`}>
            <strong>{place && placeWords(part, place, t, format)}</strong>{' '}
            {findingWords(part, finding, t, format)}
          </li>
        )
      })}
    </ul>
  )
}
